#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Documents so long that they are checked in passages, by several threads: what is told is the same
bytes for any --jobs, and what hangs on the rest of the document is judged by all of it.

Usage: jobs.py TERMLINT; prints TAP."""
import itertools
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

BINARY = Path(sys.argv[1]).resolve()
SEED = 20240711
JOBS = ("1", "2", "3", "7")
FORMATS = ("text", "json", "html")  # of which the last counts good forms too
LENGTH = 600_000  # bytes: a passage is much shorter

TERMBASE = """termlint: 1
languages: [en, ru]
concepts:
  - id: harbour-board
    type: organisation
    en:
      preferred: Northern Harbour Board
      acronym: NHBD
      admitted: [Harbour Council of the North]
      deprecated: [Board of Piers]
    ru: {preferred: Совет северных гаваней, acronym: ССГН, admitted: [Северный портовый совет]}
  - id: pilot-office
    type: organisation
    en: {preferred: Pilot Licensing Office, acronym: PLOF}
    ru: {preferred: Бюро лоцманских лицензий, acronym: БЛЛИ}
  - id: tide-table
    en: {preferred: tide table, admitted: [table of waters]}
    ru: {preferred: таблица приливов, admitted: [водная роспись]}
  - id: berth
    en: {preferred: berth, admitted: [mooring]}
    ru: {preferred: причал, admitted: [стоянка судна]}
  - id: khayretdinov
    type: person
    en: Timur Khayretdinov
    ru: Тимур Хайретдинов
  - id: harbour-master
    type: title
    en: {preferred: harbour master}
    ru: начальник гавани
    holders:
      - {person: khayretdinov, from: 2015-01-01, until: 2020-12-31}
"""

# Filler is made of words that the dictionaries have, so that there is less to be told.
SYLLABLES = ("ba", "ke", "lo", "mi", "nu", "ra", "se", "ti", "vo", "zu", "dar", "len", "mor", "pil")
CYRILLIC = ("ба", "ке", "ло", "ми", "ну", "ра", "се", "ти", "во", "зу", "дар", "лен", "мор", "пил")

# What is told of each hangs on sentences that may stand anywhere else in the document.
ENGLISH = [
    "The NHBD met again in spring.",
    "The Northern Harbour Board (NHBD) met in the town hall.",
    "The Northern Harbour Board (NHBE) met in the old hall.",
    "Later the NHBE wrote a letter.",
    "Nobody asked the PLOD about it.",
    "The Wharf Ledger (WLDG) was closed.",
    "A page of the WLDG is lost.",
    "The Harbour Council of the North paid for it.",
    "The Board of Piers paid for it.",
    "They read the tide table.",
    "They read the table of waters.",
    "Timur Khayretdinov came.",
    "Later Khairetdinov left.",
    "Oleg Khairetdinov, no relative, stayed.",
    "Then Khayretdimov spoke.",
    "The harbour master Oleg Zaretsky signed in 2017.",
    "Harbour master Timur Khayretdinov signed.",
    "Vladimir Zaynetdinov asked.",
    "Vladimir Zainetdinov replied.",
    "The Northern Harbor Bord was mistyped.",
    "A Pilot Licencing Office was mistyped.",
    "They recieved the delegation.",
]

PAIRS = [
    ("The berth is free.", "Причал свободен."),
    ("The berth is free.", "Стоянка судна свободна."),
    ("Close the gate", "Закройте ворота"),
    ("Close the gate", "Заприте калитку"),
    ("Read the tide table.", "Прочтите таблицу приливов."),
    ("Read the tide table.", "Прочтите водную роспись."),
    ("Read the tide table.", "Прочтите это."),
    ("The NHBD agrees.", "ССГН согласен."),
    ("The NHBD agrees.", "NHBD согласен."),
    ("Nobody came.", "Бюро лоцманских лицензий не пришло."),
    ("Vladimir Zaynetdinov came.", "Владимир Зайнетдинов пришёл."),
    ("Vladimir Zainetdinov came.", "Владимир Зайнетдинов пришёл."),
    ("The 3 mooring lines broke.", "Порвались 4 троса причала."),
    ("Leave the mooring now.", "Покиньте mooring сейчас."),
]


VOCABULARY = {syllables: ["".join(parts) for parts in itertools.product(syllables, repeat=3)]
              for syllables in (SYLLABLES, CYRILLIC)}


def words(rng, syllables, count):
    return " ".join(rng.choices(VOCABULARY[syllables], k=count)).capitalize() + "."


def write_dictionaries(folder):
    """Of the filler, and of the other words but for those that are misspelled."""
    plain = {word for sentence in ENGLISH for word in re.findall(r"\w+", sentence)
             if word.islower()} - {"recieved"}
    for name, known in (("en_US", [*VOCABULARY[SYLLABLES], *sorted(plain), "received"]),
                        ("ru_RU", VOCABULARY[CYRILLIC])):
        (folder / f"{name}.aff").write_text("SET UTF-8\nTRY aeiou\n", encoding="utf-8")
        (folder / f"{name}.dic").write_text("\n".join([str(len(known)), *known]) + "\n",
                                            encoding="utf-8")


def paragraphs(rng):
    """Long and short ones, English and Russian, with the telling sentences in any order."""
    length = 0
    while length < LENGTH:
        text = words(rng, *rng.choice([(SYLLABLES, 60), (CYRILLIC, 40), (SYLLABLES, 3)]))
        if rng.random() < 0.2:
            text += " " + " ".join(rng.choices(ENGLISH, k=rng.randint(1, 3)))
        length += len(text.encode()) + 2
        yield text


def units(rng):
    length = 0
    while length < LENGTH:
        source, target = words(rng, SYLLABLES, 12), words(rng, CYRILLIC, 12)
        if rng.random() < 0.3:
            source, target = rng.choice(PAIRS)
        length += len(source.encode()) + len(target.encode()) + 2
        yield source, target


def po_of(pairs):
    header = 'msgid ""\nmsgstr "Language: ru\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
    return header + "\n".join(f'msgctxt "{number % 2}"\nmsgid "{source}"\nmsgstr "{target}"\n'
                              for number, (source, target) in enumerate(pairs))


def check(folder, *arguments):
    done = subprocess.run(
        [BINARY, "check", "--no-config", "--no-cache", "--date", "2017-05-05",
         "--rule", "acronym-first-use=warning", "--rule", "spelling=suggestion", *arguments],
        cwd=folder, env={**os.environ, "DICPATH": str(folder)}, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()
    return done.stdout, done.stderr


def findings(folder, *arguments):
    return json.loads(check(folder, "--termbase", "terms.yaml", "--format", "json",
                            *arguments)[0])["findings"]


def expect_same(folder, documents, told):
    """The same output from any number of threads, and something told by each of the rules."""
    for form in FORMATS:
        outputs = [check(folder, "--termbase", "terms.yaml", "--format", form, "--jobs", jobs,
                         *documents) for jobs in JOBS]
        for jobs, output in zip(JOBS, outputs):
            assert output == outputs[0], f"--jobs {jobs} --format {form} tells something else"
    missing = set(told) - {finding["rule"] for finding in findings(folder, *documents)}
    assert not missing, f"nothing is told by {sorted(missing)}"


def test_text(folder):
    """a text in two languages, whose sentences decide on each other"""
    rng = random.Random(SEED)
    (folder / "a.txt").write_text("\n\n".join(paragraphs(rng)) + "\n", encoding="utf-8")
    expect_same(folder, ["a.txt"],
                ["acronym-first-use", "wrong-acronym", "inconsistent-term", "inconsistent-name",
                 "deprecated-term", "near-miss", "title-holder", "spelling"])


def test_table(folder):
    """a table of pairs"""
    rng = random.Random(SEED + 1)
    rows = "".join(f"{source}\t{target}\n" for source, target in units(rng))
    (folder / "a.tsv").write_text("en\tru\n" + rows, encoding="utf-8")
    expect_same(folder, ["a.tsv"],
                ["inconsistent-translation", "number-mismatch", "untranslated", "spelling"])


def test_catalogue(folder):
    """a catalogue of messages, in two contexts"""
    rng = random.Random(SEED + 2)
    (folder / "a.po").write_text(po_of(units(rng)), encoding="utf-8")
    expect_same(folder, ["a.po"], ["inconsistent-translation", "number-mismatch", "untranslated"])


def test_side_by_side(folder):
    """two documents side by side"""
    pairs = list(units(random.Random(SEED + 3)))
    (folder / "a.en.txt").write_text("\n\n".join(pair[0] for pair in pairs), encoding="utf-8")
    (folder / "a.ru.txt").write_text("\n\n".join(pair[1] for pair in pairs), encoding="utf-8")
    expect_same(folder, ["--source", "a.en.txt", "--target", "a.ru.txt"],
                ["inconsistent-translation", "number-mismatch", "untranslated"])


def test_folder(folder):
    """a long document among short ones"""
    rng = random.Random(SEED + 4)
    (folder / "many").mkdir()
    long = list(paragraphs(rng))
    (folder / "many" / "long.txt").write_text("\n\n".join(long), encoding="utf-8")
    for number in range(20):
        text = " ".join(rng.choices(ENGLISH, k=4))
        (folder / "many" / f"{number}.md").write_text(text + "\n", encoding="utf-8")
    expect_same(folder, ["many"], ["wrong-acronym", "inconsistent-name", "near-miss"])


def test_far_apart(folder):
    """what stands at the two ends of a document is judged together"""
    filler = "\n\n".join(words(random.Random(number), SYLLABLES, 60) for number in range(2500))
    ends = {
        "acronym-first-use": ("The NHBD met.", "The NHBD met.", 1, 0),
        "inconsistent-term": ("They read the table of waters.", "They read the tide table.", 1, 0),
        "wrong-acronym": ("They asked the PLOE.", "The Permanent Letter Office (PLOE) wrote.", 0,
                          1),
        "near-miss": ("Then Khayretdimov spoke.", "Timur Khayretdinov came.", 1, 0),
        "name-spelling": ("Oleg Khairetdinov stayed.", "Later Khairetdinov left.", 0, 1),
    }
    for rule, (first, last, together, alone) in ends.items():
        def count(text):
            (folder / "b.txt").write_text(text + "\n", encoding="utf-8")
            return sum(finding["rule"] == rule for finding in findings(folder, "b.txt"))
        far, near = count(f"{first}\n\n{filler}\n\n{last}"), count(f"{first}\n\n{last}")
        apart = count(first if rule == "wrong-acronym" else last)
        assert far == near == together, f"{rule}: {far} far apart, {near} together"
        if alone:
            assert apart == alone, f"{rule}: {apart} alone"


def main():
    tests = [test for name, test in sorted(globals().items()) if name.startswith("test_")]
    print(f"1..{len(tests)}")
    failed = 0
    for number, test in enumerate(tests, 1):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name).resolve()
            write_dictionaries(folder)
            (folder / "terms.yaml").write_text(TERMBASE, encoding="utf-8")
            try:
                test(folder)
                print(f"ok {number} - {test.__doc__}")
            except AssertionError:
                failed += 1
                print(f"not ok {number} - {test.__doc__}")
                print("# " + traceback.format_exc().strip().replace("\n", "\n# "))
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
