#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Turns a table of dict/ into the rows of a C array: data.py TABLE.tsv > TABLE.inc

The tables are tab-separated, "#" starts a comment line. A letter or word that stands in two rows is
a mistake and fails the build.
"""

import pathlib
import sys
import unicodedata

SCRIPTS = {"Latn": "TL_SCRIPT_LATIN", "Cyrl": "TL_SCRIPT_CYRILLIC", "Grek": "TL_SCRIPT_GREEK"}


def plain_letters(rows):
    """letter, one or two plain letters → {letter, {plain, plain}}"""
    for letter, plain in rows:
        codes = [ord(c) for c in plain] + [0] * (2 - len(plain))
        yield letter, "{%#x, {%#x, %#x}}," % (ord(letter), *codes)


def lookalikes(rows):
    """look-alikes in Latin, Cyrillic, Greek → {letter, {Latin, Cyrillic, Greek}}, by letter"""
    found = []
    for row in rows:
        cells = [cell.split() if cell != "-" else [] for cell in row]
        first = [ord(cell[0]) if cell else 0 for cell in cells]
        for letter in sum(cells, []):
            found.append((letter, "{%#x, {%#x, %#x, %#x}}," % (ord(letter), *first)))
    return sorted(found)


def language_scripts(rows):
    """script, language → {language, script}, by language"""
    return sorted((language, '{"%s", %s},' % (language, SCRIPTS[script]))
                  for script, language in rows)


def abbreviations(rows):
    """languages, abbreviation, meaning → the abbreviation, in order of bytes"""
    assert all(len(word) <= 6 for _, word, _ in rows), "raise TL_ABBREVIATION_LONGEST"
    return sorted((word, 'TL_STR_INIT("%s"),' % word) for _, word, _ in rows)


def months(rows):
    """month, language, words → {key of a word, month}, in order of bytes"""
    return sorted((key, '{TL_STR_INIT("%s"), %d},' % (key, int(month)))
                  for month, _, words in rows for key in map(key_of, words.split()))


def cyrillic_domains(rows):
    """a domain → the domain"""
    return [(word, 'TL_STR_INIT("%s"),' % word) for (word,) in rows]


def keyboards(rows):
    """row, letters → {row, place in quarters of a key} of a to z, then of а to я"""
    found = [(letter, "{%s, %d}," % (row, 4 * place + (0, 1, 3)[int(row) - 1]))
             for row, letters in rows for place, letter in enumerate(letters)]
    alphabet = [chr(code) for code in [*range(0x61, 0x7B), *range(0x430, 0x450)]]
    assert sorted(letter for letter, _ in found) == alphabet, "a letter has no key, or two"
    return sorted(found)


def confusions(rows):
    """letters that are easily confused → each pair of them, the first in order first"""
    pairs = set()
    for (letters,) in rows:
        codes = sorted(map(ord, letters.split()))
        pairs.update((a, b) for a in codes for b in codes if a < b)
    return [(pair, "{%#x, %#x}," % pair) for pair in sorted(pairs)]


def key_of(word):
    """The key of text/words.h, for the letters of these tables."""
    plain = (unicodedata.normalize("NFD", letter) for letter in word)
    return "".join(parts[0] if letter == "ё" or parts[0].isascii() else letter
                   for letter, parts in zip(word, plain))


def base_endings(rows):
    """ending, endings of the base → {ending, base} for each of them, in order of the ending"""
    pairs = {(ending, base.replace("-", "")) for ending, bases in rows for base in bases.split()}
    return [(pair, '{TL_STR_INIT("%s"), TL_STR_INIT("%s")},' % pair) for pair in sorted(pairs)]


def family_marks(rows):
    """ending of a man's name, of a woman's if it is another → {ending, gender}"""
    found = {}
    for row in rows:
        for ending, gender in zip(row, "mf" if len(row) > 1 else "b"):
            found[ending] = gender
    return [(ending, """{TL_STR_INIT("%s"), '%s'},""" % (ending, gender))
            for ending, gender in sorted(found.items())]


def endings(rows):
    """an ending → the ending"""
    return [(row[0], 'TL_STR_INIT("%s"),' % row[0]) for row in sorted(rows)]


def language_names(rows):
    """language, names → {key of a name, language}, in order of bytes"""
    found = {(" ".join(map(key_of, name.split())), code)
             for code, names in rows for name in names.split(",")}
    return [(key, '{TL_STR_INIT("%s"), "%s"},' % (key, code))
            for key, code in sorted(found, key=lambda row: row[0].encode())]


def hash_of(key):
    """The hash of text/fold.h."""
    value = 0
    for letter in key:
        value = (value * 0x9E3779B97F4A7C55 + ord(letter)) % 2**64
    return value


def number_words(rows):
    """language, kind, value, words → language, kind, value, key of each word, in order"""
    endings = {row[0]: row[3].split() for row in rows if row[1] == "endings"}
    found = set()
    for language, kind, value, *words in rows:
        if kind in ("decimal", "group"):
            found.add((language, kind, "0", value))
        elif kind != "endings":
            value = "%s.0 / %s" % tuple(value.split("/")) if "/" in value else value
            for word in words[0].split():
                forms = ([word[:-1] + ending for ending in endings[language]]
                         if word.endswith("-") else [word])
                found.update((language, kind, value, key_of(form)) for form in forms)
    known = {row[0] for row in found if row[1:3] == ("cardinal", "90")}
    return sorted(found | {(language, "known", "0", "") for language in known})


def numbers(rows):
    """language, kind, value, words → {hash of language and key, kind, bytes of the key, value}: a
    table of twice a power of two, each row in the next free place behind what its hash asks for"""
    words = number_words(rows)
    bits = (2 * len(words)).bit_length()
    slots = [None] * 2**bits
    for language, kind, value, key in words:
        mixed = hash_of(key) ^ hash_of(language) * 0xD6E8FEB86659FD93 % 2**64
        at = (mixed * 0x9E3779B97F4A7C15 % 2**64) >> (64 - bits)
        while slots[at]:
            at = (at + 1) % 2**bits
        slots[at] = "{UINT64_C(%#x), TL_NUMBER_%s, %d, %s}," % (
            mixed, kind.upper().replace("-", "_"), len(key.encode()), value)
    return [(at, slot or "{0, 0, 0, 0},") for at, slot in enumerate(slots)]


def stand_ins(rows):
    """language, kind, words → {language, kind, key}, in order"""
    found = sorted({(language, kind.upper(), key_of(word)) for language, kind, words in rows
                    for word in words.split()}, key=lambda row: [cell.encode() for cell in row])
    return [(row, '{"%s", TL_REFERENCE_%s, TL_STR_INIT("%s")},' % row) for row in found]


TABLES = {
    "abbreviations": abbreviations,
    "base-endings": base_endings,
    "confusions": confusions,
    "cyrillic-domains": cyrillic_domains,
    "family-marks": family_marks,
    "keyboards": keyboards,
    "language-names": language_names,
    "language-scripts": language_scripts,
    "latin-marks": endings,
    "lookalikes": lookalikes,
    "months": months,
    "numbers": numbers,
    "patronymic-marks": endings,
    "plain-letters": plain_letters,
    "stand-ins": stand_ins,
    "sure-family-marks": endings,
}


def main(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    seen = set()
    for key, text in TABLES[path.stem](rows):
        if key in seen:
            sys.exit(f"{path}: {key} is given twice")
        seen.add(key)
        sys.stdout.buffer.write((text + "\n").encode())


main(pathlib.Path(sys.argv[1]))
