# SPDX-License-Identifier: MPL-2.0
"""Each finding's bytes are its text in the file's encoding, and fix changed nothing else."""
import json
import sys

encoding, before_path, after_path = sys.argv[1:]
before, after = (open(path, "rb").read() for path in (before_path, after_path))
findings = json.load(sys.stdin)["findings"]
print(len(findings), "findings", end="")
at, expected = 0, b""
for finding in findings:
    begin, end = finding["offset"], finding["offset"] + finding["length"]
    assert before[begin:end].decode(encoding) == finding["text"], finding
    if not finding["fixable"]:
        print(", one for a person:", finding["suggestions"], end="")
        continue
    expected += before[at:begin] + finding["suggestions"][0].encode(encoding)
    at = end
assert expected + before[at:] == after, "the fixed file has other changes"
print(",", before.count(b"\r"), "carriage returns, as wanted")
