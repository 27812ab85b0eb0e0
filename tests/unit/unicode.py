#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Holds base/utf8 and text/words to what others say: Python's decoder, and the data files of
Unicode where Debian's unicode-data is installed. (WordBreakTest is test_wordbreak.c's.) A copy of
Markus Kuhn's UTF-8-test.txt is read if TERMLINT_SUITES names a folder that has one.

Usage: unicode.py DRIVER; prints TAP."""
import bz2
import os
import random
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

DRIVER = sys.argv[1]
UNICODE = Path("/usr/share/unicode")
SUITES = Path(os.environ.get("TERMLINT_SUITES", "/nowhere"))
SEED = 11
ROUNDS = 60_000

# Letters that the key of words.h makes others, on purpose: no longer what case folding says.
TAILORED = re.compile("[ẞßſ]")


def ask(mode, items):
    text = "".join(item.hex() + "\n" for item in items)
    result = subprocess.run([DRIVER, mode], input=text, capture_output=True, text=True, check=True)
    return result.stdout.splitlines()


def lines_of(path):
    opened = bz2.open(path, "rt", encoding="utf-8") if path.suffix == ".bz2" else open(
        path, encoding="utf-8")
    with opened as file:
        for line in file:
            content = line.split("#")[0].strip()
            if content and not content.startswith("@"):
                yield content


def text_of(code_points):
    return "".join(chr(int(point, 16)) for point in code_points.split())


def keys_of(answer):
    return [word.partition(":")[2] for word in answer.split()]


def random_bytes(chance):
    """Pieces of UTF-8, well-formed and not: cut, too long, too large, surrogates, lone bytes."""
    pieces = [b"a", "я".encode(), "€".encode(), "😀".encode(), b"\xed\xa0\x80", b"\xf4\x90\x80\x80",
              b"\xc0\xaf", b"\xe0\x80\xaf", b"\xf0\x80\x80\xaf", b"\xf8\x88\x80\x80\x80", b"\xff",
              b"\x80", b"\xbf", b"\xf0\x9f", b"\xf1\x80", b"\xe2\x82", b"\xef\xbb\xbf", b"\x00"]
    made = bytearray(b"".join(chance.choices(pieces, k=chance.randrange(1, 7))))
    for _ in range(chance.randrange(3)):
        made[chance.randrange(len(made))] = chance.randrange(256)
    return bytes(made)


def require_decoded(items):
    for item, answer in zip(items, ask("utf8", items)):
        wanted = " ".join(f"{ord(point):X}" for point in item.decode(errors="replace"))
        assert answer == wanted, f"{item.hex()}: {answer}, Python says {wanted}"


def test_utf8_as_python():
    chance = random.Random(SEED)
    require_decoded([random_bytes(chance) for _ in range(ROUNDS)])
    require_decoded([bytes([first, second]) for first in range(128, 256) for second in range(256)])
    require_decoded([bytes([first, second, third, 0x41]) for first in range(0xE0, 0xF6)
                     for second in range(0x70, 0xD0, 3) for third in (0x41, 0x80, 0xBF, 0xC2)])


def test_utf8_of_kuhn():
    path = SUITES / "UTF-8-test.txt"
    if not path.exists():
        return "TERMLINT_SUITES has no UTF-8-test.txt"
    require_decoded([path.read_bytes()])
    require_decoded(path.read_bytes().splitlines(keepends=True))
    return None


def test_normalization():
    """Texts that are canonically equivalent have the same words, by their keys."""
    path = UNICODE / "NormalizationTest.txt.bz2"
    if not path.exists():
        return "no unicode-data"
    rows = [[text_of(column) for column in line.split(";")[:5]] for line in lines_of(path)]
    texts = [text.encode() for row in rows for text in row]
    answers = [keys_of(answer) for answer in ask("words", texts)]
    for number, row in enumerate(rows):
        source, nfc, nfd, nfkc, nfkd = answers[5 * number:5 * number + 5]
        assert source == nfc == nfd, f"{row}: {source}, {nfc}, {nfd}"
        assert nfkc == nfkd, f"{row}: {nfkc}, {nfkd}"
    assert len(rows) > 19_000
    return None


def test_case_folding():
    """A letter and what it folds to, simply, have one key."""
    path = UNICODE / "CaseFolding.txt"
    if not path.exists():
        return "no unicode-data"
    pairs = []
    for line in lines_of(path):
        code, status, mapping = [part.strip() for part in line.split(";")[:3]]
        letter, folded = text_of(code), text_of(mapping)
        if status in "CS" and unicodedata.category(letter)[0] == "L":
            pairs.append((letter, folded))
    answers = ask("words", [text.encode() for pair in pairs for text in pair])
    for number, (letter, folded) in enumerate(pairs):
        upper, lower = (keys_of(answer) for answer in answers[2 * number:2 * number + 2])
        assert upper == lower or TAILORED.search(letter + folded), f"{letter} {folded}"
    assert len(pairs) > 1300
    return None


def clusters_of(line):
    """A line of the test: its text, and the bytes of it where a grapheme cluster begins."""
    text, starts = "", {0}
    for mark, code in re.findall(r"([÷×])\s*([0-9A-F]*)", line):
        if mark == "÷":
            starts.add(len(text.encode()))
        text += text_of(code)
    return text, starts


def test_grapheme_clusters():
    """No word begins within a cluster, and none ends there but before what words.h gives to the
    gap (ignorables, and skin tones, which are symbols), or between letters of which each is a
    word."""
    path = UNICODE / "auxiliary/GraphemeBreakTest.txt"
    if not path.exists():
        return "no unicode-data"
    samples = [clusters_of(line) for line in lines_of(path)]
    answers = ask("words", [text.encode() for text, _ in samples])
    for (text, starts), answer in zip(samples, answers):
        for word in answer.split():
            begin, end = map(int, word.partition(":")[0].split("-"))
            behind = text.encode()[end:].decode()[:1]
            assert begin in starts or begin > 0 and is_apart(text, begin), (text, answer)
            assert end in starts or is_apart(text, end) or is_ignorable(behind), (text, answer)
    assert len(samples) > 600
    return None


def is_ignorable(character):
    return unicodedata.category(character) in ("Cf", "Mn", "Me", "Mc", "Sk")


def is_apart(text, at):
    """Whether a letter of which each is a word stands on either side."""
    before, behind = text.encode()[:at].decode()[-1:], text.encode()[at:].decode()[:1]
    return any(character and unicodedata.category(character) in ("Lo", "Nl", "Lm")
               for character in (before, behind))


tap.run(tap.tests_in(globals()))
