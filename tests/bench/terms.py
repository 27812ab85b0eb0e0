# SPDX-License-Identifier: MPL-2.0
"""A termbase of any size: two concepts in five are people with a Cyrillic and a Latin name, the
others terms of one to three words in English and Russian with forms that are not to be used.

Concept number i is the same in a termbase of every size, which is a beginning of the largest.
"""
from typing import NamedTuple

import words

HEADS = 20000  # words that terms of several words end in
CONCEPTS_PER_FILE = 50000  # termlint reads files of 64 MiB at most

GIVEN = [("Александр", "Aleksandr"), ("Алексей", "Aleksey"), ("Андрей", "Andrey"),
         ("Антон", "Anton"), ("Борис", "Boris"), ("Вадим", "Vadim"), ("Виктор", "Viktor"),
         ("Владимир", "Vladimir"), ("Глеб", "Gleb"), ("Денис", "Denis"), ("Иван", "Ivan"),
         ("Кирилл", "Kirill"), ("Константин", "Konstantin"), ("Максим", "Maksim"),
         ("Михаил", "Mikhail"), ("Николай", "Nikolay"), ("Олег", "Oleg"), ("Павел", "Pavel"),
         ("Роман", "Roman"), ("Сергей", "Sergey"), ("Степан", "Stepan"), ("Юрий", "Yuriy")]
FAMILY_SHAPE = "бвгдзклмнпрстфх", "аиоуюя", "й", "бвгдзклмнпрст", "аиоуюя", "бвгдзклмнпрстфх"

# House spelling (BGN/PCGN) and that of passports (ICAO Doc 9303), where the two differ.
HOUSE = dict(zip("абвгдзийклмнопрстуфхюя",
                 "a b v g d z i y k l m n o p r s t u f kh yu ya".split()))
PASSPORT = {**HOUSE, "й": "i", "я": "ia", "ю": "iu"}


class Person(NamedTuple):
    """A person by his names in both scripts; `variant` is the family name as in a passport."""
    given: tuple
    cyrillic: str
    latin: str
    variant: str


class Term(NamedTuple):
    """The forms of a term by language: the good one, then the others."""
    forms: dict
    acronym: str


def romanized(name, table):
    return "".join(table[letter] for letter in name).capitalize()


class Terms:
    """All concepts, by number. `prose` has the content words of prose by language, of which terms
    are made too."""

    def __init__(self, prose):
        self.modifiers = {}
        for language, content in prose.items():
            shared = [word for word in content[300:12300] if is_modifier(word)]
            kept = [words.kept(language, "modifier", i) for i in range(len(shared) * 7 // 3)]
            self.modifiers[language] = shared + kept

    def concept(self, number):
        if number % 5 in (1, 3):
            return person(number // 5 * 2 + number % 5 // 2)
        return self.term(number // 5 * 3 + (number % 5 + 1) // 2)

    def term(self, number):
        """The words before the last differ for every term that ends alike."""
        length = 1 + (number % 20 > 5) + (number % 20 > 14)
        head, turn = number % HEADS, number // HEADS
        forms = {}
        for language, modifiers in self.modifiers.items():
            before = [modifiers[(head * 31 + turn * 7919 + i * 104729) % len(modifiers)]
                      for i in range(length - 1)]
            last = HEADS + number if length == 1 else head
            kinds = ("good", "bad", "worse") if number % 2 else ("good", "bad")
            forms[language] = [" ".join(before + [words.kept(language, kind, last)])
                               for kind in kinds]
        return Term(forms, acronym(number // 10) if number % 10 == 9 else "")


def is_modifier(word):
    """True for a word that can stand before a noun: any English one, a Russian adjective."""
    return word.isascii() or word.endswith(("ный", "ский"))


def acronym(number):
    """Four consonants: the acronyms of prose have two vowels, so that none is near."""
    digits = (number // 20**place % 20 for place in range(4))
    return "".join("BCDFGHJKLMNPQRSTVWXZ"[digit] for digit in digits)


def person(number):
    """Family names recur, with other given names. Every one has a letter that is written in one
    way by the house scheme and in another in passports."""
    family, turn = number % 100000, number // 100000
    code, letters = family * 7919 % 100003, []
    for choice in FAMILY_SHAPE:
        code, digit = divmod(code, len(choice))
        letters.append(choice[digit])
    name = "".join(letters) + "ов"
    return Person(GIVEN[(family * 5 + turn) % len(GIVEN)], name.capitalize(),
                  romanized(name, HOUSE), romanized(name, PASSPORT))


def concept_lines(number, concept):
    if isinstance(concept, Person):
        return [f"  - id: c{number}", "    type: person",
                f"    en: {concept.given[1]} {concept.latin}",
                f"    ru: {concept.given[0]} {concept.cyrillic}"]
    lines = [f"  - id: c{number}"]
    for language, (good, *others) in concept.forms.items():
        lines += [f"    {language}:", f"      preferred: {good}"]
        if concept.acronym and language == "en":
            lines.append(f"      acronym: {concept.acronym}")
        lines.append(f"      deprecated: [{', '.join(others)}]")
    return lines


def write_termbase(folder, terms, count):
    """Writes the first `count` concepts below `folder`; returns the path of the termbase."""
    head = ["termlint: 1", "languages: [en, ru]", "romanization: bgn-pcgn"]
    paths = []
    for first in range(0, count, CONCEPTS_PER_FILE):
        paths.append(folder / f"terms-{count}-{first}.yaml")
        with open(paths[-1], "w", encoding="utf-8") as file:
            print(*head, "concepts:", sep="\n", file=file)
            for number in range(first, min(count, first + CONCEPTS_PER_FILE)):
                print(*concept_lines(number, terms.concept(number)), sep="\n", file=file)
    path = folder / f"terms-{count}.yaml"
    with open(path, "w", encoding="utf-8") as file:
        print(*head, f"include: [{', '.join(path.name for path in paths)}]", sep="\n", file=file)
    return path
