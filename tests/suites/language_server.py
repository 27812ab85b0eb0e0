#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Every message that the language server sends in its tests is held against metaModel.json of the
specification (microsoft/language-server-protocol), which lies in the folder that TERMLINT_SUITES
names. Usage: language_server.py TERMLINT SCRIPT...; prints TAP."""
import os
import subprocess
import sys
from pathlib import Path

SKIPPED = 77


def main():
    model = Path(os.environ.get("TERMLINT_SUITES", "/nowhere"), "metaModel.json")
    if not model.exists():
        print("no metaModel.json in TERMLINT_SUITES")
        sys.exit(SKIPPED)
    environment = {**os.environ, "TERMLINT_META_MODEL": str(model)}
    failed = 0
    for script in sys.argv[2:]:
        failed += subprocess.run([sys.executable, script, sys.argv[1]], env=environment,
                                 check=False).returncode
    sys.exit(failed > 0)


main()
