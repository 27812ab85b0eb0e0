#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Holds a fixed archive against the findings that it was fixed by.

usage: verify.py BEFORE AFTER < FINDINGS.json

The bytes at each finding's offset are its text, but for markup within; the archive has the same
entries in the same order, packed and dated in the same way; those without findings have the same
bytes, packed too; and the others have the same markup and read the same but for the suggestions.
"""
import json
import re
import sys
import zipfile
from html import unescape

TAG = re.compile(r"<[^>]*>")


def text_of(xml):
    return unescape(TAG.sub("", xml))


def packed(archive, path, info):
    with open(path, "rb") as file:
        file.seek(info.header_offset + 26)
        name, extra = (int.from_bytes(file.read(2), "little") for _ in range(2))
        file.seek(info.header_offset + 30 + name + extra)
        return file.read(info.compress_size)


def mended(xml, findings):
    """What the part should read like: each finding's text replaced by its first suggestion."""
    at, pieces = 0, []
    for finding in findings:
        begin, end = finding["offset"], finding["offset"] + finding["length"]
        assert text_of(xml[begin:end].decode()) == finding["text"], finding
        assert finding["fixable"], finding
        pieces += [text_of(xml[at:begin].decode()), finding["suggestions"][0]]
        at = end
    return "".join(pieces) + text_of(xml[at:].decode())


def main(before_path, after_path):
    by_entry = {}
    for finding in json.load(sys.stdin)["findings"]:
        by_entry.setdefault(finding["path"].partition("!")[2], []).append(finding)
    before, after = zipfile.ZipFile(before_path), zipfile.ZipFile(after_path)
    names = [info.filename for info in before.infolist()]
    assert names == [info.filename for info in after.infolist()], "other entries"
    for old, new in zip(before.infolist(), after.infolist()):
        assert old.date_time == new.date_time and old.compress_type == new.compress_type
        findings = by_entry.pop(old.filename, [])
        if not findings:
            same = packed(before, before_path, old) == packed(after, after_path, new)
            assert same, f"{old.filename} is packed anew"
            continue
        xml, fixed = before.read(old), after.read(new)
        assert TAG.findall(xml.decode()) == TAG.findall(fixed.decode()), "other markup"
        assert text_of(fixed.decode()) == mended(xml, findings), f"{old.filename} reads otherwise"
        print(f"{old.filename}: {len(findings)} mended, the markup as it was")
    assert not by_entry, by_entry


if __name__ == "__main__":
    main(*sys.argv[1:])
