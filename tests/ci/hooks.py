#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""The git hook in a repository, and pre-commit with our hooks, where it is installed.
Usage: hooks.py TERMLINT SOURCE; prints TAP."""
import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

BINARY, SOURCE = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
TERMBASE = """\
termlint: 1
concepts:
  - id: a
    en: {preferred: boat landing, deprecated: [boat stop]}
"""
NAME = "отчёт за май.txt"


def run(folder, *command):
    environment = {**os.environ, "PATH": f"{BINARY.parent}:{os.environ['PATH']}",
                   "HOME": str(folder), "PRE_COMMIT_HOME": str(folder / "cache"),
                   "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b",
                   "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True,
                          check=False)


def repository(folder):
    (folder / "terms.yaml").write_text(TERMBASE)
    (folder / ".termlint.yaml").write_text("termbase: [terms.yaml]\n")
    (folder / "old.txt").write_text("An old boat stop.\n")
    run(folder, "git", "init", "-q")
    run(folder, "git", "add", ".")
    run(folder, "git", "commit", "-qm", "first")


def test_git_hook(folder):
    repository(folder)
    (folder / ".git/hooks").mkdir(exist_ok=True)
    os.symlink(SOURCE / "src/ci/pre-commit", folder / ".git/hooks/pre-commit")
    (folder / "old.txt").write_text("An old boat stop.\nA boat landing.\n")
    good = run(folder, "git", "commit", "-qam", "good")
    assert good.returncode == 0, good
    (folder / NAME).write_text("A boat stop.\n")
    run(folder, "git", "add", ".")
    refused = run(folder, "git", "commit", "-qm", "bad")
    assert refused.returncode == 1 and "not committed" in refused.stderr, refused
    assert refused.stderr.startswith(f"{NAME}:1:3: error"), refused.stderr
    assert "old.txt" not in refused.stderr


def test_pre_commit(folder):
    if shutil.which("pre-commit") is None:
        return "no pre-commit"
    repository(folder)
    run(folder, "pre-commit", "validate-manifest", str(SOURCE / ".pre-commit-hooks.yaml"))
    hooks = (SOURCE / ".pre-commit-hooks.yaml").read_text()
    (folder / ".pre-commit-config.yaml").write_text(
        "repos:\n- repo: local\n  hooks:\n" + "".join(f"  {line}\n" for line in hooks.splitlines()))
    (folder / NAME).write_text("A boat stop.\n")
    run(folder, "git", "add", ".")
    checked = run(folder, "pre-commit", "run", "termlint", "--all-files")
    assert checked.returncode == 1 and f"{NAME}:1:3: error" in checked.stdout, checked
    fixed = run(folder, "pre-commit", "run", "termlint-fix", "--files", NAME)
    assert "files were modified" in fixed.stdout, fixed
    assert (folder / NAME).read_text() == "A boat landing.\n"
    assert run(folder, "pre-commit", "run", "termlint", "--files", NAME).returncode == 0
    return None


tap.run(tap.tests_in(globals()), tap.in_a_folder)
