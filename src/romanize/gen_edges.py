#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Compiles dict/romanization.tsv into the constant tables of edges.h.

usage: gen_edges.py romanization.tsv output.c

A row that breaks the rules stated at the head of the table is reported as file:line and fails the
build. The tables also hold how letters fold, so that the compiled edges and the folding of names
at run time cannot disagree.
"""
import sys
import unicodedata

from alphabet import CODE as CYRILLIC_CODE
from alphabet import HYPHEN, BadRow, letter_set

FAMILIES = "EIGFPNUHTRSK"
NATIONAL = "іїєґў"  # letters that only Ukrainian and Belarusian have
MAX_COST = 130
MAX_UNIT = 3
MAX_LATIN = 7
MAX_UNIT_NODES = 384  # TL_UNIT_NODE_LIMIT of edges.h
STRESS = "\u0300\u0301\u0304"  # grave, acute, macron: on a vowel often no more than an accent
# Letters of their own that differ from one of these by more than a mark count as different.
LATIN_BASES = "abcdefghijklmnopqrstuvwxyz" + HYPHEN + "ə"
BASE_CODE = {letter: code for code, letter in enumerate(LATIN_BASES, 1)}
OTHER_BASE = len(LATIN_BASES) + 1
# Marks that are part of the letter in Unicode: (base, name of the mark).
SOLID = {"ł": ("l", "stroke"), "đ": ("d", "stroke"), "ø": ("o", "stroke"), "ħ": ("h", "stroke"),
         "ŧ": ("t", "stroke"), "ɵ": ("o", "bar"), "ı": ("i", "dotless"), "ŋ": ("n", "eng"),
         "ð": ("d", "eth"), "ß": ("ss", ""), "æ": ("ae", ""), "œ": ("oe", ""), "ĳ": ("ij", ""),
         "þ": ("th", ""), "ﬀ": ("ff", ""), "ﬁ": ("fi", ""), "ﬂ": ("fl", ""), "ﬆ": ("st", "")}
FOLDED_RANGES = [(0x00C0, 0x0280), (0x1E00, 0x1F00)]  # TL_LATIN_SPAN, TL_ADDITIONAL_SPAN


class Marks:
    """Numbers the marks (a combining character or the name of a solid one) as they turn up."""

    def __init__(self):
        self.codes = {"": 0, "several": 1}  # 1: TL_MARK_SEVERAL

    def code(self, mark):
        return self.codes.setdefault(mark, len(self.codes))


def latin_letters(char):
    """A character as [(base letter, mark)], a mark being a combining character or a name."""
    char = char.lower()
    if char == "i\u0307":  # the lower case of İ
        return [("i", "")]
    if char in SOLID:
        bases, mark = SOLID[char]
        return [(base, mark) for base in bases]
    if char in BASE_CODE:
        return [(char, "")]
    letters = unicodedata.normalize("NFKD", char)
    if len(letters) == 1:
        return [(None, "")]
    found = []
    for part in letters:
        if not unicodedata.combining(part):
            found.append((part if part in BASE_CODE else None, ""))
        elif found[-1][1] == "":
            found[-1] = (found[-1][0], part)
        else:
            found[-1] = (found[-1][0], "several")
    return found


def fold_latin(text):
    letters = []
    for char in unicodedata.normalize("NFC", text):
        if letters and unicodedata.combining(char):
            base, mark = letters[-1]
            letters[-1] = (base, "several" if mark else char)
        else:
            letters += latin_letters(char)
    return letters


class Edge:
    def __init__(self, fields):
        if len(fields) != 5:
            raise BadRow(f"{len(fields)} columns, 5 are wanted")
        unit, context, latin, cost, families = fields
        self.unit = self.parse_unit(unit)
        self.start, self.end, self.previous = self.parse_context(context)
        self.latin = self.parse_latin(latin)
        self.cost = self.parse_cost(cost)
        self.families = self.parse_families(families)
        if not self.unit and (not self.end or not self.latin):
            raise BadRow("the empty unit stands only at the end, for something")

    @staticmethod
    def parse_unit(unit):
        letters = "" if unit == "∅" else unit
        if not unit or len(letters) > MAX_UNIT or any(c not in CYRILLIC_CODE for c in letters):
            raise BadRow(f"unit '{unit}' is not 1 to {MAX_UNIT} known Cyrillic letters or ∅")
        return letters

    @staticmethod
    def parse_context(context):
        inner = context
        start = inner.startswith("^")
        end = inner.endswith("$")
        inner = inner[1:] if start else inner
        inner = inner[:-1] if end else inner
        if inner == "-" and not start and not end:
            return False, False, 0
        if inner.startswith("<") and len(inner) > 1 and not start:
            return start, end, letter_set(inner[1:], context)
        if inner or not context:
            raise BadRow(f"context '{context}' is none of - ^ $ ^$ <letters <letters$")
        return start, end, 0

    @staticmethod
    def parse_latin(latin):
        if latin == "∅":
            return ()
        letters = tuple(fold_latin(latin))
        if not letters or len(letters) > MAX_LATIN or any(base is None for base, _ in letters):
            raise BadRow(f"latin '{latin}' is not 1 to {MAX_LATIN} Latin letters or ∅")
        if latin != unicodedata.normalize("NFC", latin).lower():
            raise BadRow(f"latin '{latin}' is not composed (NFC) lower case")
        return letters

    @staticmethod
    def parse_cost(cost):
        if not cost.isdigit() or int(cost) > MAX_COST:
            raise BadRow(f"cost '{cost}' is not a number from 0 to {MAX_COST}")
        return int(cost)

    @staticmethod
    def parse_families(families):
        if families == "*":
            return (1 << len(FAMILIES)) - 1
        if families == "-":
            return 0
        if not families or any(c not in FAMILIES for c in families):
            raise BadRow(f"families '{families}' are none of * - and letters of {FAMILIES}")
        if len(set(families)) < len(families):
            raise BadRow(f"families '{families}' name one twice")
        return sum(1 << FAMILIES.index(c) for c in families)

    def key(self):
        return self.unit, self.start, self.end, self.previous, self.latin


def read_edges(path):
    edges, seen, errors = [], {}, []
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            line = line.rstrip("\n")
            if not line or line.startswith("#"):
                continue
            try:
                edge = Edge(line.split("\t"))
                for other, other_number in seen.setdefault(edge.key(), []):
                    if other == edge.families or other & edge.families:
                        raise BadRow(f"line {other_number} gives this to the same families")
                seen[edge.key()].append((edge.families, number))
                edges.append(edge)
            except BadRow as bad:
                errors.append(f"{path}:{number}: {bad}")
    if errors:
        sys.exit("\n".join(errors))
    return edges


def breadth_first(words):
    """A trie of `words` as nodes [label, first child, child count, word number or None], each
    node's children side by side; node 0 is the root."""
    tree = {}
    for number, word in enumerate(words):
        at = tree
        for label in word:
            at = at.setdefault(label, {})
        at[None] = number
    nodes, queue = [[None, 0, 0, tree.get(None)]], [tree]
    for place, subtree in enumerate(queue):
        labels = sorted(label for label in subtree if label is not None)
        nodes[place][1:3] = len(nodes), len(labels)
        for label in labels:
            nodes.append([label, 0, 0, subtree[label].get(None)])
            queue.append(subtree[label])
    return nodes


class Writer:
    def __init__(self, out):
        self.out = out

    def line(self, text=""):
        self.out.write(text + "\n")

    def array(self, declaration, rows):
        self.line(f"{declaration} = {{")
        for row in rows:
            self.line(f"    {row},")
        self.line("};")
        self.line()


def cyrillic_code_of(char):
    return CYRILLIC_CODE.get(char.lower(), 0)


def write_letters(writer, marks):
    writer.line(f'_Static_assert(TL_LETTER_COUNT == {len(CYRILLIC_CODE) + 1}, "edges.h");')
    writer.line(f'_Static_assert(TL_BASE_OTHER == {OTHER_BASE}, "edges.h");')
    writer.line(f'_Static_assert(TL_FAMILY_COUNT == {len(FAMILIES)}, "edges.h");')
    writer.line()
    writer.array(
        "const uint8_t tl_cyrillic_codes[TL_CYRILLIC_SPAN]",
        (str(cyrillic_code_of(chr(point))) for point in range(0x0400, 0x0530)))
    writer.array("const uint16_t tl_cyrillic_letters[]",
                 ["0"] + [f"0x{ord(letter):04x}" for letter in CYRILLIC_CODE])
    national = letter_set(NATIONAL, NATIONAL)
    writer.line(f"const uint64_t tl_national_letters = UINT64_C({national:#x});")
    writer.line()
    composed = []
    for letter in CYRILLIC_CODE:
        parts = unicodedata.normalize("NFD", letter)
        if len(parts) == 2 and parts[0] in CYRILLIC_CODE:
            composed.append(f"{{{CYRILLIC_CODE[parts[0]]}, 0x{ord(parts[1]):04x}, "
                            f"{CYRILLIC_CODE[letter]}}}")
    writer.array("const tl_composition tl_cyrillic_compositions[]", composed)
    writer.line(f"const size_t tl_cyrillic_composition_count = {len(composed)};")
    writer.line()
    for name, ranges in (("tl_latin_folds", FOLDED_RANGES[0]),
                         ("tl_latin_additional_folds", FOLDED_RANGES[1])):
        writer.array(f"const tl_latin_fold_row {name}[]",
                     (latin_row(chr(point), marks) for point in range(*ranges)))
    writer.array("const uint8_t tl_combining_marks[TL_COMBINING_SPAN]",
                 (str(marks.codes.get(chr(point), marks.codes["several"]))
                  for point in range(0x0300, 0x0370)))
    writer.array("const bool tl_mark_is_stress[]",
                 (str(mark != "" and mark in STRESS).lower() for mark in marks.codes))


def latin_row(char, marks):
    cells = []
    for base, mark in latin_letters(char)[:2]:
        cells += [BASE_CODE.get(base, OTHER_BASE), marks.codes.get(mark, marks.codes["several"])]
    return "{" + ", ".join(str(cell) for cell in (cells + [0, 0])[:4]) + "}"


def write_outputs(writer, outputs, marks):
    def label(letter):
        return BASE_CODE[letter[0]], marks.codes[letter[1]]

    coded = [tuple(label(letter) for letter in output) for output in outputs]
    chars, rows = [], []
    for output in coded:
        marked = int(any(mark for _, mark in output))
        rows.append(f"{{.at = {len(chars)}, .length = {len(output)}, .marked = {marked}}}")
        chars += output
    writer.array("const tl_output tl_outputs[]", rows)
    writer.array("const tl_latin_letter tl_output_letters[]",
                 (f"{{{base}, {mark}}}" for base, mark in chars))


def first_bases(nodes, units, by_unit):
    """By node of the trie of units, the set of bases with which the outputs below it begin; 1 << 0
    for one that is empty."""
    begins = [0] * len(nodes)
    for place in reversed(range(len(nodes))):
        _, first, count, unit = nodes[place]
        for edge in by_unit[units[unit]] if unit is not None else ():
            begins[place] |= 1 << (BASE_CODE[edge.latin[0][0]] if edge.latin else 0)
        for child in range(first, first + count):
            begins[place] |= begins[child]
    return begins


def write_units(writer, edges, outputs):
    units = sorted({edge.unit for edge in edges}, key=lambda u: (len(u), u))
    by_unit = {unit: [] for unit in units}
    for edge in edges:
        by_unit[edge.unit].append(edge)
    place = {output: number for number, output in enumerate(outputs)}
    family_sets = sorted({edge.families for edge in edges})
    unit_rows, edge_rows = [], []
    for unit in units:
        # Edges that fit anywhere come first: the index keeps the others apart.
        mine = sorted(by_unit[unit], key=lambda e: (e.start or e.end or e.previous != 0))
        anywhere = sum(not (e.start or e.end or e.previous) for e in mine)
        unit_rows.append(f"{{.first = {len(edge_rows)}, .anywhere = {anywhere}, "
                         f".count = {len(mine)}, .length = {len(unit)}}}")
        for edge in mine:
            edge_rows.append(
                f"{{.previous = UINT64_C({edge.previous:#x}), .output = {place[edge.latin]}, "
                f".cost = {edge.cost}, .place = {edge.start + 2 * edge.end}, "
                f".families = {edge.families:#x}, "
                f".family_set = {family_sets.index(edge.families)}}}")
    writer.array("const tl_unit tl_units[]", unit_rows)
    writer.array("const tl_edge tl_edges[]", edge_rows)
    nodes = breadth_first([tuple(CYRILLIC_CODE[c] for c in unit) for unit in units])
    if len(nodes) > MAX_UNIT_NODES:
        sys.exit(f"{len(nodes)} nodes of units, more than edges.h has room for")
    first, count = nodes[0][1:3]
    heads = {nodes[n][0]: n for n in range(first, first + count)}
    writer.array("const uint16_t tl_unit_roots[TL_LETTER_COUNT]",
                 (str(heads.get(code, 0)) for code in range(len(CYRILLIC_CODE) + 1)))
    writer.array("const tl_unit_node tl_unit_nodes[TL_UNIT_NODE_LIMIT]",
                 (f"{{{node[0] or 0}, {node[2]}, {node[1]}, "
                  f"{-1 if node[3] is None else node[3]}, {begins:#x}}}"
                  for node, begins in zip(nodes, first_bases(nodes, units, by_unit))))
    writer.array("const tl_lanes tl_family_penalties[]",
                 ("{{" + ", ".join("0" if families >> lane & 1 else "TL_MIX_COST"
                                   for lane in range(16)) + "}}" for families in family_sets))


def main():
    edges = read_edges(sys.argv[1])
    marks = Marks()
    for edge in edges:
        for _, mark in edge.latin:
            marks.code(mark)
    outputs = sorted({edge.latin for edge in edges}, key=lambda o: (len(o), o))
    missing = set(CYRILLIC_CODE) - {edge.unit for edge in edges}
    if "" not in {edge.unit for edge in edges} or () not in outputs:
        sys.exit(f"{sys.argv[1]}: no edge with the unit ∅, or none with the latin ∅")
    if missing:
        sys.exit(f"{sys.argv[1]}: no edge for the letters {' '.join(sorted(missing))}")
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        writer = Writer(out)
        writer.line("/* Generated by gen_edges.py from dict/romanization.tsv. */")
        writer.line('#include "romanize/edges.h"')
        writer.line()
        write_letters(writer, marks)
        write_outputs(writer, outputs, marks)
        write_units(writer, edges, outputs)


if __name__ == "__main__":
    main()
