# SPDX-License-Identifier: MPL-2.0
"""Prints each finding of a JSON report with the bytes of the file at its place, decoded."""
import json
import sys

ENCODINGS = {"koi8.po": "koi8-r", "cp1251.xlf": "cp1251", "utf16.tmx": "utf-16-le"}

for finding in json.load(sys.stdin)["findings"]:
    with open(finding["path"], "rb") as file:
        data = file.read()[finding["offset"]:finding["offset"] + finding["length"]]
    print(finding["path"], finding["line"], finding["column"], finding["rule"],
          data.decode(ENCODINGS.get(finding["path"], "utf-8")))
