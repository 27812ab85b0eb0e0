#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Holds dict/lookalikes.tsv to ICU's table of confusables (UTS #39): confusables.py LOOKALIKES.

Of the letters of Latin without marks, Greek and Cyrillic, those of two scripts with one skeleton
stand in one row there, and those of one row have one skeleton. What differs is in confusables.tsv,
with why; a difference that is not there fails, and so does one that no longer shows. Skipped where
ICU is not installed.
"""
import ctypes
import ctypes.util
import itertools
import pathlib
import re
import sys
import unicodedata

DIFFERENCES = pathlib.Path(__file__).resolve().with_suffix(".tsv")
SKIPPED = 77
LONGEST = 256
SCRIPTS = ("LATIN", "GREEK", "CYRILLIC")
RANGES = [(0x41, 0x5B), (0x61, 0x7B), (0x370, 0x400), (0x400, 0x530)]


class Spoof:
    """ICU's detector. Its functions have the version in their names."""

    def __init__(self):
        name = ctypes.util.find_library("icui18n")
        if not name:
            print("no ICU")
            sys.exit(SKIPPED)
        self.library, self.version = ctypes.CDLL(name), re.search(r"so\.(\d+)", name)[1]
        opened, error = self.function("uspoof_open"), ctypes.c_int(0)
        opened.restype = ctypes.c_void_p
        self.checker = ctypes.c_void_p(opened(ctypes.byref(error)))
        assert error.value <= 0 and self.checker

    def function(self, name):
        return getattr(self.library, f"{name}_{self.version}")

    def skeleton(self, text):
        given, out, error = text.encode(), ctypes.create_string_buffer(LONGEST), ctypes.c_int(0)
        length = self.function("uspoof_getSkeletonUTF8")(
            self.checker, ctypes.c_uint32(0), given, ctypes.c_int32(len(given)), out,
            ctypes.c_int32(LONGEST), ctypes.byref(error))
        assert error.value <= 0
        return out.raw[:length].decode()


def script_of(letter):
    script = unicodedata.name(letter, "").partition(" ")[0]
    return script if script in SCRIPTS else None


def rows_of(path):
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def pairs_of(letters):
    return {frozenset(pair) for pair in itertools.combinations(letters, 2)
            if script_of(pair[0]) != script_of(pair[1])}


def our_pairs(path):
    rows = [" ".join(cells).replace("-", "").split() for cells in rows_of(path)]
    return set().union(*map(pairs_of, rows))


def their_pairs(spoof):
    groups = {}
    for code in itertools.chain(*(range(*ends) for ends in RANGES)):
        letter = chr(code)
        if unicodedata.category(letter)[0] == "L" and script_of(letter):
            groups.setdefault(spoof.skeleton(letter), []).append(letter)
    return set().union(*map(pairs_of, groups.values()))


def main(path):
    spoof = Spoof()
    ours, theirs = our_pairs(path), their_pairs(spoof)
    only_ours = {pair for pair in ours if len({spoof.skeleton(one) for one in pair}) > 1}
    unsaid = {("ours", pair) for pair in only_ours} | {("ICU", pair) for pair in theirs - ours}
    print(f"{len(ours)} pairs of ours, {len(theirs)} of ICU's, {len(unsaid)} differ")
    stale = []
    for whose, letters, why in rows_of(DIFFERENCES):
        named = set(letters.split())
        said = {(one, pair) for one, pair in unsaid if one == whose and named <= pair}
        unsaid -= said
        stale += [] if said else [f"“{letters}: {why}” no longer shows"]
    for whose, pair in sorted((whose, sorted(pair)) for whose, pair in unsaid):
        print(f"only {whose}: {' '.join(f'{one} U+{ord(one):04X}' for one in pair)}")
    print("\n".join(stale))
    sys.exit(bool(unsaid or stale))


main(sys.argv[1])
