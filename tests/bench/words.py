# SPDX-License-Identifier: MPL-2.0
"""Pseudo-words of English and Russian: those of running prose, and those kept for terms and names.

A word that is kept is a function of its number, so that a termbase of any size can be told concept
by concept. It never occurs in running prose: it ends in what no word of prose ends in.
"""
import itertools

FUNCTION_WORDS = {
    "en": """the of and to in a is that for it as was with be by on not he his but at are this have
        from or had an they which one you were all her she there would their we him been has when
        who will no more if out so up said what its about than into them can only other time new
        some could these two may first then do any like my now over such our man me even most made
        after also did many off before must well back through years much where your way down should
        because each just state those people too mr how little good world very year still see own
        work men day get here between both being under never same another know while last us might
        great old year off come since go against came right used take three""".split(),
    "ru": """и в не на я он что с как а то это по из к у за от же о мы так но его ты её бы для вот
        вы все мне или был было только меня уже быть она когда если ни их до время может чтобы ещё
        нет ему при этого который есть тем себя человек со раз под чем этом надо где были там во
        можно очень даже без года них после дело перед своей более лет также через всех между
        которые которых этой эти того году сегодня однако среди будет кроме около пока потому
        теперь сейчас однажды совсем тоже много каждый другой первый новый самый свой""".split(),
}

ONSETS = {"en": "b br c ch d f g gr h l m n p pl r s sh st t th tr v w".split() + [""],
          "ru": "б в г гр д ж з к кр л м н п пр р с ст т ф х ц ч ш".split() + [""]}
NUCLEI = {"en": "a e i o u a e i o ea ou".split(), "ru": "а е и о у ы я а е и о ё ю".split()}
CODAS = {"en": ["", "", "b", "ck", "d", "l", "m", "n", "nd", "nt", "p", "r", "s", "st", "t"],
         "ru": ["", "", "", "", "в", "д", "й", "к", "л", "м", "н", "р", "с", "т"]}
ENDINGS = {"en": ["", "", "", "", "s", "s", "ed", "ing", "ly", "tion", "er", "al"],
           "ru": "ный ного ному ным ной ную ные ных ными ная ное а ы е у ом ов ам ами ах ия ии ию "
                 "ией ий ость ости остью ать ает ают ал ала али ить ит ят ил ила или ение ения "
                 "ением ского ской ские ских ский".split()}
SYLLABLES = {"en": (0.70, 0.26, 0.04), "ru": (0.50, 0.44, 0.06)}

# What the words end in that are kept for terms: good ones, and those that are not to be used.
KEPT = {"en": {"good": "ordor", "bad": "oidane", "worse": "itule", "modifier": "eric"},
        "ru": {"good": "одор", "bad": "оизм", "worse": "ютант", "modifier": "эрный"}}

CONSONANTS = {"en": "bdfgklmnprstvzch", "ru": "бвгдзклмнпрстфхч"}
VOWELS = {"en": "aeiou", "ru": "аеиоу"}


def kept(language, kind, number):
    """The word of that number among those kept for one purpose: no two numbers have one."""
    consonants, vowels = CONSONANTS[language], VOWELS[language]
    letters = []
    for _ in range(3):
        number, consonant = divmod(number, len(consonants))
        number, vowel = divmod(number, len(vowels))
        letters += consonants[consonant], vowels[vowel]
    while number:
        number, consonant = divmod(number - 1, len(consonants))
        letters += consonants[consonant], vowels[0]
    return "".join(letters) + KEPT[language][kind]


def prose_words(language, count, random):
    """`count` different content words, to be taken as the commonest first."""
    endings = tuple(KEPT[language].values())
    found = dict.fromkeys(FUNCTION_WORDS[language])
    first = len(found)
    while len(found) < first + count:
        syllables, = random.choices((1, 2, 3), SYLLABLES[language])
        word = "".join(random.choice(ONSETS[language]) + random.choice(NUCLEI[language])
                       + random.choice(CODAS[language]) for _ in range(syllables))
        word += random.choice(ENDINGS[language])
        if len(word) > 2 and not word.endswith(endings):
            found.setdefault(word)
    return list(found)[first:]


def zipf_weights(count, shift):
    """Cumulative weights of the ranks 1, 2, …, by the law of Zipf and Mandelbrot."""
    return list(itertools.accumulate(1 / (rank + shift) for rank in range(1, count + 1)))
