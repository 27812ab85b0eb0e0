#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Turns dict/encodings.tsv into the rows of a C array: encodings.py encodings.tsv > encodings.inc

A row has the name, the other names (each followed by a NUL byte) and the code points of the bytes
from 0x80, 0 for a byte that is no character. An encoding whose lower half is not ASCII, or that has
one character twice, is a mistake and fails the build.
"""
import sys


def high_half(codec):
    """The characters of the bytes from 0x80, NUL where there is none."""
    bytes_to_text = [bytes([byte]).decode(codec, "ignore") or "\0" for byte in range(256)]
    if bytes_to_text[:128] != [chr(code) for code in range(128)]:
        raise ValueError(f"{codec}: the lower half is not ASCII")
    characters = [text for text in bytes_to_text[128:] if text != "\0"]
    if len(set(characters)) < len(characters) or any(len(text) != 1 for text in characters):
        raise ValueError(f"{codec}: bytes and characters do not answer one to one")
    return bytes_to_text[128:]


def main(path):
    with open(path, encoding="utf-8") as table:
        rows = [line.rstrip("\n").split("\t") for line in table if not line.startswith("#")]
    names = [name for row in rows for name in [row[0].lower(), *row[2].split(" ")]]
    if len(set(names)) < len(names):
        raise ValueError(f"{path}: one name for two encodings")
    for name, codec, others in rows:
        codes = ", ".join(f"0x{ord(text):04X}" for text in high_half(codec))
        aliases = "".join(other + "\\0" for other in others.split(" "))
        print(f'{{.name = "{name}", .aliases = "{aliases}", .high = {{{codes}}}}},')


if __name__ == "__main__":
    main(sys.argv[1])
