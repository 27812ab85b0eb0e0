# SPDX-License-Identifier: MPL-2.0
"""Compares what was found with what EXPECTED.md says is planted; prints what differs."""
import json
import sys
from pathlib import Path

expected, report, rules = sys.argv[1:]
known = {line.split()[0] for line in Path(rules).read_text(encoding="utf-8").splitlines()}
planted, unknown, name = set(), set(), ""
for line in Path(expected).read_text(encoding="utf-8").splitlines():
    cells = [cell.strip() for cell in line.strip("|").split("|")]
    if line.startswith("## "):
        name = line[3:].strip()
    elif len(cells) == 5 and cells[0].isdigit():
        row = (name, int(cells[0]), int(cells[1]), cells[2], cells[3], cells[4])
        (planted if cells[3] in known else unknown).add(row)
found = set()
for finding in json.loads(Path(report).read_text(encoding="utf-8"))["findings"]:
    text, suggestion = (" ".join(part.split())
                        for part in (finding["text"], (finding["suggestions"] or ["-"])[0]))
    found.add((Path(finding["path"]).name, finding["line"], finding["column"], text,
               finding["rule"], suggestion))
print(len(planted & found), "as planted")
for title, rows in (("planted, not found", planted - found), ("not planted", found - planted),
                    ("no such rule yet", unknown)):
    for row in sorted(rows):
        print(title + ":", *row)
