# SPDX-License-Identifier: MPL-2.0
"""What the sessions are about: a small workspace; and what random editing puts together, good and
bad forms in both scripts, characters of every width, line ends of every kind."""
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
