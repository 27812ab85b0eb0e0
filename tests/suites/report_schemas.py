#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Holds reports on hostile documents to the schemas of their formats: report_schemas.py TERMLINT.

TERMLINT_SUITES names a folder with copies of the OASIS sarif-schema-2.1.0.json, of reviewdog's
DiagnosticResult.json and of JUnit.xsd (windyroad); what is missing is skipped. The schema of
GitLab's code quality report is here, since it has none. Wants python3-jsonschema and xmllint.
"""
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "security"))
import hostile

GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./)."},
                    "lines": {"type": "object", "required": ["begin"],
                              "properties": {"begin": {"type": "integer", "minimum": 1}}},
                },
            },
        },
    },
}
SCHEMAS = {"sarif": "sarif-schema-2.1.0.json", "rdjson": "DiagnosticResult.json"}


def json_faults(report, schema):
    import jsonschema
    validator = jsonschema.validators.validator_for(schema)
    return [f"{list(error.absolute_path)}: {error.message[:200]}"
            for error in validator(schema).iter_errors(json.loads(report))]


def xml_faults(report, schema):
    with tempfile.NamedTemporaryFile("w") as file:
        file.write(report)
        file.flush()
        words = ["xmllint", "--noout", "--nonet", *(["--schema", str(schema)] if schema else [])]
        result = subprocess.run([*words, file.name], capture_output=True, text=True, check=False)
    return [] if result.returncode == 0 else result.stderr.splitlines()[:5]


def main():
    suites = Path(os.environ.get("TERMLINT_SUITES", "/nowhere"))
    if not suites.is_dir():
        sys.exit(77)
    failed = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        names = hostile.fill(folder)
        reports = {form: hostile.check(folder, form) for form in hostile.FORMATS}
    faults = {"gitlab": json_faults(reports["gitlab"], GITLAB),
              "checkstyle": xml_faults(reports["checkstyle"], None)}
    for form, file in SCHEMAS.items():
        if (suites / file).exists():
            schema = json.loads((suites / file).read_text(encoding="utf-8"))
            faults[form] = json_faults(reports[form], schema)
    if (suites / "JUnit.xsd").exists():
        faults["junit"] = xml_faults(reports["junit"], suites / "JUnit.xsd")
    issues = json.loads(reports["gitlab"])
    if len({issue["fingerprint"] for issue in issues}) < len(issues):
        faults["gitlab"].append("two issues have one fingerprint")
    for form, found in faults.items():
        print(f"{form}: {found[:5] or 'valid'}")
        failed += found
    print(f"{len(faults)} formats, {len(names)} documents")
    sys.exit(bool(failed))


main()
