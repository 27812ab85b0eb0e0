# SPDX-License-Identifier: MPL-2.0
"""How time grows with everything that may be large, and with texts that are made to be slow.

Each family is measured at some sizes, each twice the one before. Printed are the times beyond that
of a tiny text, the exponent that fits them (1 is linear, 0 is no growth) and what the largest took
of memory. A time that is too short to say anything takes no part in the fit.
"""
import math
import statistics
from typing import NamedTuple

from work import in_a_child

STEPS = 4
LEAST = 0.02  # seconds
TERMS = 100
ROW = "{:30} {:>7}  {:60} {:>8}"


class Family(NamedTuple):
    """`largest` is the size of the last step; `text` makes a text of a size."""
    name: str
    largest: int
    unit: str
    text: object


def repeated(piece):
    return lambda size: piece * max(size // len(piece.encode()), 1)


def some_bad(size):
    """A text of one length with so many findings in it, spread evenly."""
    lines, text = 60_000, []
    for number in range(lines):
        is_bad = (number + 1) * size // lines > number * size // lines
        text.append(f"The {'red' if is_bad else 'old'} fox sat by the lock.\n")
    return "".join(text)


ADVERSARIAL = [
    Family("findings", 60_000, "", some_bad),
    Family("matches, nothing else", 1_000_000, "", lambda size: "red fox " * size),
    Family("one token", 10_000_000, "B", repeated("a")),
    Family("one token in Cyrillic", 10_000_000, "B", repeated("я")),
    Family("lines of one letter", 1_000_000, "", lambda size: "a\n" * size),
    Family("one line", 100_000_000, "B", repeated("The cat sat by the old lock. ")),
    Family("combining marks only", 10_000_000, "B", repeated("\u0301")),
    Family("zero width joiners", 10_000_000, "B", repeated("👩\u200d")),
    Family("capitals", 10_000_000, "B", repeated("Ivan Petrov ")),
    Family("almost a term", 10_000_000, "B", repeated("red foy ")),
    Family("hyphens", 10_000_000, "B", repeated("red-")),
    Family("quotation marks", 10_000_000, "B", repeated("“")),
]
FOX = """termlint: 1
languages: [en, ru]
concepts:
  - {id: fox, en: {preferred: grey fox, deprecated: [red fox]}}
  - {id: petrova, type: person, en: Anna Petrova, ru: Анна Петрова}
"""


def exponent(sizes, seconds):
    """The slope of the line that fits the logarithms, where the times say something."""
    said = [(size, second) for size, second in zip(sizes, seconds) if second >= LEAST]
    if len(said) < 2:
        return None
    xs, ys = [math.log(size) for size, _ in said], [math.log(second) for _, second in said]
    mean_x, mean_y = statistics.mean(xs), statistics.mean(ys)
    return (sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys))
            / sum((x - mean_x) ** 2 for x in xs))


def print_row(name, sizes, usages, base):
    seconds = [max(usage.seconds - base.seconds, 0) for usage in usages]
    fitted = exponent(sizes, seconds)
    times = "  ".join(f"{size:,}: {second:.2f}" for size, second in zip(sizes, seconds))
    print(ROW.format(name, "-" if fitted is None else f"{fitted:.2f}", times,
                     f"{usages[-1].memory / 1e6:.0f} MB"), flush=True)


def steps_of(largest, count=STEPS):
    return [max(largest >> step, 1) for step in reversed(range(count))]


def print_text(work):
    termbase, size = work.termbase(TERMS), work.text().stat().st_size
    base = work.check(work.tiny, termbase)
    sizes = steps_of(size)
    print_row("bytes of text", sizes,
              [work.check(work.beginning(size), termbase) for size in sizes], base)


def print_concepts(work, most):
    """Read anew each time, and made into an index."""
    base = work.check(work.tiny, work.termbase(TERMS), "--no-cache")
    sizes = steps_of(most)
    print_row("concepts, read anew", sizes,
              [work.check(work.tiny, work.termbase(size), "--no-cache") for size in sizes], base)


def print_files(work, most):
    """One text in ever more files."""
    termbase, text = work.termbase(TERMS), work.beginning(work.text().stat().st_size / 4)
    base = work.check(text, termbase)
    sizes = [most // 64, most // 16, most // 4, most]
    print_row("files, of one text", sizes,
              [work.check(work.pieces(text, size), termbase) for size in sizes], base)


def print_lines(work):
    """One text in ever longer lines."""
    termbase, size = work.termbase(TERMS), int(work.text().stat().st_size)
    base = work.check(work.tiny, termbase)
    sizes = [size >> step for step in (15, 10, 5, 0)]
    paths = [work.folder / f"lines-of-{length}.txt" for length in sizes]
    for path, length in zip(paths, sizes):
        in_a_child(write_lines, work.text(), path, length)
    print_row("length of a line, of one text", sizes,
              [work.check(path, termbase) for path in paths], base)


def write_lines(source, path, length):
    """The words of the text, each line ended once it is that long."""
    out, used = [], 0
    for word in source.read_bytes().split():
        out.append(word)
        used += len(word) + 1
        out.append(b"\n" if used >= length else b" ")
        used = 0 if used >= length else used
    path.write_bytes(b"".join(out))


def write_prefixed(path, count):
    """A termbase whose terms share long beginnings."""
    with open(path, "w", encoding="utf-8") as file:
        print("termlint: 1\nlanguages: [en]\nconcepts:", file=file)
        for number in range(count):
            print(f"  - {{id: c{number}, en: union of the river lock keepers number "
                  f"{chr(97 + number % 26)}{number}}}", file=file)


def print_prefixes(work, most):
    base = work.check(work.tiny, work.termbase(TERMS), "--no-cache")
    text = work.write("union.txt", "union of the river lock keepers number " * 20_000)
    sizes, usages = steps_of(most), []
    for size in sizes:
        path = work.folder / f"prefixed-{size}.yaml"
        in_a_child(write_prefixed, path, size)
        usages.append(work.check(text, path, "--no-cache"))
    print_row("terms that share beginnings", sizes, usages, base)


def print_adversarial(work, scale):
    termbase = work.write("fox.yaml", FOX)
    base, path = work.check(work.tiny, termbase), work.folder / "adversarial.txt"
    for family in ADVERSARIAL:
        sizes, usages = steps_of(max(int(family.largest * scale), 8)), []
        for size in sizes:
            in_a_child(lambda size=size: path.write_text(family.text(size)))
            usages.append(work.check(path, termbase))
        print_row(family.name, sizes, usages, base)


def print_growth(work, terms, files, scale):
    print("\n" + ROW.format("growth", "", "seconds by size", "memory"))
    print_text(work)
    print_concepts(work, terms)
    print_lines(work)
    print_files(work, files)
    print_prefixes(work, max(int(200_000 * scale), 8))
    print_adversarial(work, scale)
