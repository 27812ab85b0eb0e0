#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Bad rows of the lists fail gen_lists.py with file:line, and the case forms are right.

usage: test_gen_lists.py gen_lists.py
"""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

GENERATOR = sys.argv.pop(1)
FILES = ("roles.txt", "openers.txt", "places.txt", "acronyms.txt", "words.txt", "given.tsv")
GOOD = {"acronyms.txt": "is: ABC\n", "given.tsv": "m\tиван ваня\n"}


def generate(file, text):
    """The exit status and the messages for good files but `file`."""
    with tempfile.TemporaryDirectory() as folder:
        for name in FILES:
            content = text if name == file else GOOD.get(name, "is: word\n")
            (Path(folder) / name).write_text(content, encoding="utf-8")
        command = [sys.executable, GENERATOR, *FILES, "out.h"]
        done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8")
        return done.returncode, done.stderr


def forms(line):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.txt"
        path.write_text(line + "\n", encoding="utf-8")
        command = [sys.executable, GENERATOR, "--forms", str(path)]
        return subprocess.run(command, capture_output=True, encoding="utf-8").stdout.split()


class BadRows(unittest.TestCase):
    ROWS = [
        ("roles.txt", "# fine\nx: word\n", "roles.txt:2: a line starts with"),
        ("roles.txt", "is: a a\n", "roles.txt:1: 'a' is listed twice"),
        ("roles.txt", "is: two-words\n", "roles.txt:1: 'two-words' is not one word"),
        ("roles.txt", "is: Word\n", "roles.txt:1: 'Word' is not in lower case"),
        ("roles.txt", "m: иван\n", "roles.txt:1: 'иван' is a given name too"),
        ("places.txt", "f: музей\n", "places.txt:1: 'музей' cannot be of the class 'f'"),
        ("places.txt", "is: рarк\n", "places.txt:1: 'рarк' is not one word"),
        ("acronyms.txt", "is: ABC\nis: EU\n", "acronyms.txt:2: 'EU' is not three capitals or more"),
        ("given.tsv", "m иван\n", "given.tsv:1: a line is m, f or b"),
        ("given.tsv", "m\tиван иван\n", "given.tsv:1: a form is listed twice"),
        ("given.tsv", "m\tпётр\nm\tиван\n", "given.tsv:2: 'иван' is out of order"),
        ("given.tsv", "m\tиван\n# more\nm\tиван\n", "given.tsv:3: 'иван' heads another group"),
        ("given.tsv", "m\tivan\n", "given.tsv:1: 'ivan' is not a name"),
    ]

    def test_good_files_pass(self):
        self.assertEqual(generate(None, "")[0], 0)

    def test_bad_rows_fail_with_their_place(self):
        for file, text, message in self.ROWS:
            with self.subTest(text=text):
                status, problem = generate(file, text)
                self.assertEqual(status, 1)
                self.assertIn(message, problem)


class Forms(unittest.TestCase):
    ROWS = [
        ("s: lady chairman coach", "lady ladies chairman chairmen coach coaches"),
        ("m: мэр", "мэр мэра мэру мэром мэре мэры мэров мэрам мэрами мэрах"),
        ("m: товарищ", "товарищ товарища товарищу товарищем товарище товарищи товарищей товарищам "
                       "товарищами товарищах"),
        ("m-o: отец/отц", "отец отца отцу отцом отце отцы отцов отцам отцами отцах"),
        ("m-a: учитель", "учитель учителя учителю учителем учителе учителей учителям учителями "
                         "учителях"),
        ("m: викарий", "викарий викария викарию викарием викарии викариев викариям викариями "
                       "викариях"),
        ("f: певица", "певица певиц певицы певице певицу певицей певицам певицами певицах"),
        ("f: академия", "академия академий академии академию академией академиям академиями "
                        "академиях"),
        ("f: деревня/деревень", "деревня деревень деревни деревне деревню деревней деревням "
                                "деревнями деревнях"),
        ("f: площадь", "площадь площади площадью площадей площадям площадями площадях"),
        ("n: училище", "училище училищ училища училищу училищем училищам училищами училищах"),
        ("n: здание", "здание здания зданию зданием здании зданий зданиям зданиями зданиях"),
        ("adj: бывший", "бывший бывшего бывшему бывшим бывшем бывшая бывшей бывшую бывшее бывшие "
                        "бывших бывшими"),
    ]

    def test_forms(self):
        for line, expected in self.ROWS:
            with self.subTest(line=line):
                self.assertEqual(set(forms(line)), set(expected.split()))


if __name__ == "__main__":
    unittest.main()
