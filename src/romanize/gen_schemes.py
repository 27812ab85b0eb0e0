#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Compiles dict/schemes/*.tsv into the constant tables of scheme.c.

usage: gen_schemes.py scheme.tsv... output.c

A scheme is named after its file. It has head lines `key: value` (title, standard, language, year,
rank; `series` joins the schemes of one body for several languages; `like` names a scheme whose rows
count where its own do not; with `casing: dotted-i` the capital of i is İ), then rows of three
columns: one to three Cyrillic letters (or an apostrophe), a context, and the Latin for them, ∅
being nothing.
The longest unit whose context fits is taken, of equal ones the first. Contexts: - anywhere; ^ at
the start of a word, or <letters after one of them; then $ at the end, or >letters before one of
them.
A row that breaks these rules is reported as file:line and fails the build.
"""
import pathlib
import re
import sys

from alphabet import APOSTROPHE, APOSTROPHE_CODE, CODE, LETTERS, BadRow, letter_set

HEAD_KEYS = ("title", "standard", "language", "year", "rank", "series", "like", "casing")
REQUIRED_KEYS = HEAD_KEYS[:5]
MAX_UNIT = 3
CONTEXT = re.compile(r"(\^|<[^<>^$]+)?(\$|>[^<>^$]+)?")


class Row:
    def __init__(self, fields):
        if len(fields) != 3:
            raise BadRow(f"{len(fields)} columns, 3 are wanted")
        self.unit, context, latin = fields
        if not 0 < len(self.unit) <= MAX_UNIT or any(c not in LETTERS + APOSTROPHE
                                                     for c in self.unit):
            raise BadRow(f"unit '{self.unit}' is not 1 to {MAX_UNIT} known Cyrillic letters")
        match = CONTEXT.fullmatch("" if context == "-" else context)
        if not match or not context:
            raise BadRow(f"context '{context}' is not - or [^|<letters][$|>letters]")
        left, right = match.group(1) or "", match.group(2) or ""
        self.start, self.end = left == "^", right == "$"
        self.previous = letter_set(left[1:], context)
        self.next = letter_set(right[1:], context)
        if not latin or (latin != "∅" and re.search(r"\s|[а-яёіїєґў]", latin)):
            raise BadRow(f"latin '{latin}' is not Latin letters or ∅")
        self.latin = "" if latin == "∅" else latin

    def codes(self):
        return [APOSTROPHE_CODE if c == APOSTROPHE else CODE[c] for c in self.unit]

    def c_text(self):
        place = self.start + 2 * self.end
        letters = ", ".join(str(code) for code in self.codes())
        latin = self.latin.replace("\\", "\\\\").replace('"', '\\"')
        return (f"{{.previous = UINT64_C({self.previous:#x}), .next = UINT64_C({self.next:#x}), "
                f".latin = TL_STR_INIT(\"{latin}\"), .letters = {{{letters}}}, "
                f".length = {len(self.unit)}, .place = {place}}}")


class Scheme:
    def __init__(self, path):
        self.path, self.id = path, path.stem
        self.head, self.rows = {}, []

    def read(self, errors):
        seen = set()
        for number, line in enumerate(self.path.read_text(encoding="utf-8").splitlines(), 1):
            if not line or line.startswith("#"):
                continue
            try:
                self.read_line(line, seen)
            except BadRow as bad:
                errors.append(f"{self.path}:{number}: {bad}")
        for key in REQUIRED_KEYS:
            if key not in self.head:
                errors.append(f"{self.path}:1: no line '{key}: …'")

    def read_line(self, line, seen):
        fields = line.split("\t")
        if len(fields) == 1:
            key, colon, value = line.partition(": ")
            if not colon or key not in HEAD_KEYS or key in self.head or self.rows or '"' in value:
                raise BadRow(f"'{line}' is neither a row nor one of the head lines "
                             f"{', '.join(HEAD_KEYS)}")
            if key == "casing" and value != "dotted-i":
                raise BadRow(f"casing '{value}' is not dotted-i")
            if key in ("year", "rank") and not value.isdigit():
                raise BadRow(f"{key} '{value}' is not a number")
            self.head[key] = value
            return
        row = Row(fields)
        if tuple(fields[:2]) in seen:
            raise BadRow(f"a second row for '{row.unit}' in the context '{fields[1]}'")
        seen.add(tuple(fields[:2]))
        self.rows.append(row)


def read_schemes(paths):
    schemes, errors = {}, []
    for path in sorted(map(pathlib.Path, paths), key=lambda p: p.stem):
        schemes[path.stem] = Scheme(path)
        schemes[path.stem].read(errors)
    for path in sorted({path.parent for path in map(pathlib.Path, paths)}):
        for file in sorted(path.glob("*.tsv")):
            if file.stem not in schemes:
                errors.append(f"{file}:1: not in the list of schemes of meson.build")
    for scheme in schemes.values():
        model = scheme.head.get("like")
        if model and ("like" in schemes[model].head if model in schemes else True):
            errors.append(f"{scheme.path}:1: like: '{model}' is no scheme that stands for itself")
    if errors:
        sys.exit("\n".join(errors))
    return schemes


def write_scheme(out, number, rows):
    # Stable: of units that are equally long, the rows stay in the order of the file.
    ordered = sorted(rows, key=lambda row: (row.codes()[0], -len(row.unit)))
    out.write(f"static const tl_scheme_row rows_{number}[] = {{\n")
    for row in ordered:
        out.write(f"    {row.c_text()},\n")
    out.write("};\n\n")
    firsts = [sum(row.codes()[0] < code for row in ordered) for code in range(len(CODE) + 2)]
    out.write(f"static const uint16_t firsts_{number}[] = {{{', '.join(map(str, firsts))}}};\n\n")


def main():
    schemes = read_schemes(sys.argv[1:-1])
    with open(sys.argv[-1], "w", encoding="utf-8") as out:
        out.write("/* Generated by gen_schemes.py from dict/schemes. */\n"
                  '#include "romanize/scheme_rows.h"\n\n')
        for number, scheme in enumerate(schemes.values()):
            model = scheme.head.get("like")
            write_scheme(out, number, scheme.rows + (schemes[model].rows if model else []))
        out.write("const tl_scheme tl_scheme_list[] = {\n")
        for scheme in schemes.values():
            head = scheme.head
            out.write(f"    {{.id = \"{scheme.id}\", .title = \"{head['title']}\", "
                      f".standard = \"{head['standard']}\", .language = \"{head['language']}\", "
                      f".series = \"{head.get('series', '')}\", .year = {head['year']}, "
                      f".rank = {head['rank']}}},\n")
        out.write("};\n\nconst tl_scheme_table tl_scheme_tables[] = {\n")
        for number, scheme in enumerate(schemes.values()):
            dotted = "true" if "casing" in scheme.head else "false"
            out.write(f"    {{.rows = rows_{number}, .firsts = firsts_{number}, "
                      f".dots_capital_i = {dotted}}},\n")
        out.write(f"}};\n\nconst size_t tl_scheme_count = {len(schemes)};\n")


if __name__ == "__main__":
    main()
