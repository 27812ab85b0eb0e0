# SPDX-License-Identifier: MPL-2.0
"""Prints the findings of a JSON report, without places, for files that say the same in other words
to be compared; but first sees that each stands at its place."""
import json
import re
import sys

for finding in json.load(sys.stdin)["findings"]:
    with open(finding["path"], "rb") as file:
        data = file.read()
    begin, end = finding["offset"], finding["offset"] + finding["length"]
    bare = re.sub(r"<(bpt|ept)\b.*?</\1>|</?(g|pc)\b[^>]*>", "", data[begin:end].decode())
    line = data[:begin].count(b"\n") + 1
    column = len(data[data.rfind(b"\n", 0, begin) + 1:begin].decode()) + 1
    assert bare == finding["text"] or "&" in bare or "\\" in bare, finding
    assert (line, column) == (finding["line"], finding["column"]), finding
    print(finding["segment"], finding["rule"], finding["lang"][:2], finding["text"],
          *finding["suggestions"], sep="|")
