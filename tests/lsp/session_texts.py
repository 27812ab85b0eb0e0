# SPDX-License-Identifier: MPL-2.0
"""What the sessions are about: a small workspace; and what random editing puts together, good and
bad forms in both scripts, characters of every width, line ends of every kind."""
import tempfile
from pathlib import Path

SMALL_TERMBASE = """\
termlint: 1
languages: [en, ru]
concepts:
  - id: harbour-board
    type: organisation
    definition: who runs the port
    en: {preferred: Harbour Board, deprecated: [Port Office]}
    ru: Портовый совет
  - id: zaytseva
    type: person
    en: Anna Zaytseva
    ru: Анна Зайцева
"""
LINE = "😀 Генерал Zaitseva of the Port Office"


def workspace(folder):
    """Fills a folder; returns the URI of a document in it that is not there yet."""
    (folder / "terms.yaml").write_text(SMALL_TERMBASE)
    (folder / ".termlint.yaml").write_text("termbase: [terms.yaml]\n")
    (folder / "b.txt").write_text("The Harbour Board met. The Harbour Boards met.\n")
    return (folder / "a.txt").as_uri()


def run_tests(names):
    """Runs each function test_… in a folder of its own; prints TAP and returns an exit status."""
    tests = [value for name, value in names.items() if name.startswith("test_")]
    failed = 0
    print(f"1..{len(tests)}")
    for number, test in enumerate(tests, 1):
        with tempfile.TemporaryDirectory() as folder:
            try:
                test(Path(folder).resolve())
                print(f"ok {number} - {test.__name__}")
            except Exception as error:  # a test that fails says why, the others still run
                failed += 1
                line = error.__traceback__.tb_next.tb_lineno if error.__traceback__.tb_next else 0
                print(f"not ok {number} - {test.__name__} (line {line}): {error!r}")
    return failed > 0


TERMBASE = """\
termlint: 1
languages: [en, ru]
concepts:
  - id: harbour-board
    type: organisation
    en: {preferred: Harbour Board, acronym: HBD, deprecated: [Port Office]}
    ru: {preferred: Портовый совет, acronym: ПС, deprecated: [портовая контора]}
  - id: zaytseva
    type: person
    en: Anna Zaytseva
    ru: Анна Зайцева
"""
PIECES = [
    "Port Office", "Anna Zaitseva", "Zaytseva", "Zaicewa", "harbour board", "HBD", "H", " ", "\n",
    "\r", "\r\n", "\n\n", "😀", "é", "e\u0301", "Зайцевой", "портовой конторы", "Портовый совет",
    ". ", ", ", "-", "’s", "\u00a0", "\u00ad", "ХI", "a", "я", "[sic]", "«", "»", "word ", "слово ",
    "\ttab", "the ", "https://port.office/Zaitseva ", "\u202e", "𝒳", "\u2028",
]
