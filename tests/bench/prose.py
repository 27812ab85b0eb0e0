# SPDX-License-Identifier: MPL-2.0
"""Prose in English and Russian that nobody wrote: pseudo-words as often as Zipf's law has it, with
capitals, numbers and punctuation at the rates of the press, and in one sentence of eight a name or
a term of the termbase. What is planted is counted, so that it is known what there is to be found.
"""
import random
from collections import Counter

import words
from terms import Person, Terms

VOCABULARY = 40000
FUNCTION_SHARE = {"en": 0.48, "ru": 0.28}
PLANTED_SHARE = 0.12
VARIANT_SHARE, TYPO_SHARE = 0.27, 0.03
NAME_ENDINGS = ["son", "berg", "ton", "elli", "ez", "mann"]  # not those of the family names planted
VOWELS = {"en": "AEIOU", "ru": "АЕИОУ"}
CONSONANTS = {"en": "BCDFGKLMNPRST", "ru": "БВГДКЛМНПРСТ"}
FAMILY_CASES = ["", "", "", "а", "у", "ым", "е"]  # two in five are in another than the nominative
GIVEN_CASES = ["", "", "", "а", "у", "ом", "е"]


class Planted:
    """How many findings of each rule a termbase of so many concepts gives."""

    def __init__(self):
        self.concepts = {"deprecated-term": [], "name-spelling": []}

    def add(self, rule, concept):
        self.concepts[rule].append(concept)

    def count(self, size):
        return Counter({rule: sum(concept < size for concept in concepts)
                        for rule, concepts in self.concepts.items()})


class Writer:
    """Writes paragraphs; the termbase from which names and terms are taken has `limit` concepts."""

    def __init__(self, seed, limit):
        self.random = random.Random(seed)
        self.limit = limit
        self.content = {language: words.prose_words(language, VOCABULARY, self.random)
                        for language in ("en", "ru")}
        self.terms = Terms(self.content)
        self.planted = Planted()
        self.weights = {}
        for language, content in self.content.items():
            share = FUNCTION_SHARE[language]
            function = words.zipf_weights(len(words.FUNCTION_WORDS[language]), 1)
            common = words.zipf_weights(len(content), 20)
            scale = function[-1] / share * (1 - share) / common[-1]
            self.weights[language] = function + [function[-1] + weight * scale for weight in common]
        self.vocabulary = {language: words.FUNCTION_WORDS[language] + content
                           for language, content in self.content.items()}
        foreign = self.random.sample(self.content["en"], 4000)
        self.foreign_names = [word.capitalize() + self.random.choice(NAME_ENDINGS)
                              for word in foreign]

    def acronym(self, language):
        """Two vowels and up to three consonants."""
        letters = self.random.choices(VOWELS[language], k=2)
        letters += self.random.choices(CONSONANTS[language], k=self.random.randint(1, 3))
        return "".join(letters)

    def decoration(self, language):
        """What stands among words: a foreign name, an acronym, a number, a date, a compound."""
        choice = self.random.random()
        if choice < 0.5:
            return self.random.choice(self.foreign_names)
        if choice < 0.65:
            return self.acronym(language)
        if choice < 0.85:
            return str(self.random.randint(1, 3000))
        if choice < 0.95:
            return "-".join(self.random.choices(self.content[language][:5000], k=2))
        return f"https://www.{self.random.choice(self.content['en'])}.org/news/"

    def sentence(self, language):
        count = self.random.randint(5, 24)
        chosen = self.random.choices(self.vocabulary[language], k=count,
                                     cum_weights=self.weights[language])
        if self.random.random() < PLANTED_SHARE:
            chosen[self.random.randint(2, count - 2)] = self.plant(language)
        else:
            for _ in range(count // 8):
                chosen[self.random.randint(1, count - 1)] = self.decoration(language)
            comma = self.random.randint(0, count - 1)
            chosen[comma] += "," if comma < count - 1 else ""
        first = chosen[0]
        chosen[0] = first[0].upper() + first[1:]
        return " ".join(chosen) + "."

    def plant(self, language):
        """Few concepts are named often, most seldom."""
        number = int((self.limit + 1) ** self.random.random()) - 1
        concept = self.terms.concept(number)
        choice = self.random.random()
        is_variant = choice < VARIANT_SHARE
        if isinstance(concept, Person):
            return self.name(number, concept, language, is_variant)
        forms = concept.forms[language]
        if is_variant:
            self.planted.add("deprecated-term", number)
            return self.random.choice(forms[1:])
        if choice > 1 - TYPO_SHARE:
            return forms[0][:-4] + forms[0][-3:]
        return forms[0]

    def name(self, number, person, language, is_variant):
        if language == "ru":
            case = self.random.randrange(len(FAMILY_CASES))
            given, family = person.given[0], person.cyrillic + FAMILY_CASES[case]
            return f"{given}{GIVEN_CASES[case]} {family}" if given[-1] not in "йл" else family
        family = person.latin
        if is_variant:
            self.planted.add("name-spelling", number)
            family = person.variant
        given = person.given[1]
        return self.random.choice([family, f"{given} {family}", f"{given[0]}. {family}"])

    def paragraph(self, language):
        return " ".join(self.sentence(language) for _ in range(self.random.randint(2, 7)))

    def paragraphs(self, size, languages):
        """Yields paragraphs, each followed by a blank line, of about `size` bytes in all."""
        written = {language: 0 for language in languages}
        while sum(written.values()) < size:
            language = min(written, key=written.get)
            paragraph = (self.paragraph(language) + "\n\n").encode()
            written[language] += len(paragraph)
            yield paragraph
