#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""The cache of termbases and of what dictionaries said: whatever is done to it or to the files
behind it, the output is that of a run without it; and it is taken while nothing has changed.

Usage: cache.py TERMLINT; prints TAP."""
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

BINARY = Path(sys.argv[1]).resolve()
SETTLED = time.time() - 60  # of a file that was not written to just now
NOBODY = 65534
SEED = 20240601
SETTLING = 5  # seconds until a file that was written to is believed not to be any more


def concepts(count, status="deprecated"):
    """More bytes than a termbase has that is too small to be kept."""
    lines = []
    for number in range(count):
        word = "".join(chr(ord("a") + int(digit)) for digit in str(number))
        lines += [f"  - id: c{number}", f"    en: {{preferred: lock {word}house, "
                  f"{status}: [{word}house of the lock]}}", f"    ru: шлюз {word}"]
    return lines + ["  - id: k", "    type: person", "    en: Timur Khayretdinov",
                    "    ru: Тимур Хайретдинов"]


class Folder:
    """A termbase in two files, a text, and a cache."""

    def __init__(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.path = Path(self.temporary.name).resolve()
        self.cache = self.path / "cache"
        self.write("terms.yaml", ["termlint: 1", "languages: [en, ru]", "include: [more.yaml]",
                                  "concepts:", "  - {id: first, en: first lock}"])
        self.write("more.yaml", ["termlint: 1", "languages: [en, ru]", "concepts:",
                                 *concepts(400)])
        self.write("a.txt", ["The bchouse of the lock and Timur Khairetdinov, lock abahouse.",
                             "Шлюз bc и Тимура Хайрединова."])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.temporary.cleanup()

    def write(self, name, lines):
        path = self.path / name
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        os.utime(path, (SETTLED, SETTLED))

    def write_dictionary(self, *words):
        """A dictionary of English, to be asked in place of those that are installed."""
        (self.path / "en.aff").write_text("SET UTF-8\n", encoding="utf-8")
        (self.path / "en.dic").write_text("\n".join([str(len(words)), *words]) + "\n",
                                          encoding="utf-8")

    def start(self, *options):
        own = {"DICPATH": str(self.path)} if (self.path / "en.dic").exists() else {}
        return subprocess.Popen(
            [BINARY, "check", "--no-config", "--quiet", "--termbase", "terms.yaml", *options,
             "a.txt"], cwd=self.path, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8",
                 "TERMLINT_CACHE": str(self.cache), **own})

    def run(self, *options):
        process = self.start(*options)
        stdout, stderr = process.communicate(timeout=120)
        assert process.returncode in (0, 1), stderr.decode()
        assert not stderr, stderr.decode()
        return stdout.decode()

    def images(self):
        return sorted(self.cache.glob("*.index")) if self.cache.is_dir() else []

    def image(self):
        path, = self.images()
        return path

    def answers(self):
        path, = self.cache.glob("*.words")
        return path

    def require_same(self, *options):
        """Returns the output, which is that without a cache."""
        with_cache, without = self.run(*options), self.run("--no-cache", *options)
        assert with_cache == without, f"{with_cache}\nwithout a cache:\n{without}"
        return without


def stamp(path):
    status = path.stat()
    return status.st_ino, status.st_mtime_ns


def test_image_is_made_once():
    with Folder() as folder:
        folder.require_same()
        first = stamp(folder.image())
        assert folder.cache.stat().st_mode & 0o777 == 0o700
        assert folder.image().stat().st_mode & 0o777 == 0o600
        output = folder.require_same()
        assert "deprecated-term" in output and "name-spelling" in output
        for _ in range(3):
            folder.run()
        assert stamp(folder.image()) == first, "the image was made anew"


def test_change_of_a_file_shows():
    with Folder() as folder:
        before = folder.require_same()
        folder.write("more.yaml", ["termlint: 1", "languages: [en, ru]", "concepts:",
                                   *concepts(400, "admitted")])
        assert folder.require_same() != before
        folder.write("terms.yaml", ["termlint: 1", "languages: [en, ru]", "concepts:",
                                    "  - {id: k, en: {preferred: weir, deprecated: [lock]}}"])
        assert folder.require_same() != before


def test_change_of_the_same_size_and_time_shows():
    with Folder() as folder:
        before = folder.require_same()
        path = folder.path / "more.yaml"
        text = path.read_bytes()
        path.write_bytes(text.replace(b"deprecated: [bchouse of", b"deprecated: [bchause of"))
        os.utime(path, (SETTLED, SETTLED))
        assert path.stat().st_size == len(text)
        assert folder.require_same() != before


def test_options_have_their_own_images():
    with Folder() as folder:
        folder.require_same()
        folder.require_same("--termbase", "more.yaml")
        assert len(folder.images()) == 2
        folder.require_same("--rule", "deprecated-term=off")
        assert len(folder.images()) == 2, "rules do not matter to it"


def test_truncated_image_is_made_anew():
    with Folder() as folder:
        folder.require_same()
        whole = folder.image().read_bytes()
        for length in (0, 1, 7, 8, 79, 200, len(whole) // 2, len(whole) - 1):
            folder.image().write_bytes(whole[:length])
            folder.require_same()
            assert len(folder.image().read_bytes()) == len(whole), f"kept at {length} bytes"


def test_flipped_bits_do_no_harm():
    generator = random.Random(SEED)
    with Folder() as folder:
        folder.require_same()
        whole = folder.image().read_bytes()
        for _ in range(60):
            broken = bytearray(whole)
            for _ in range(generator.choice((1, 10, 1000))):
                broken[generator.randrange(len(broken))] ^= 1 << generator.randrange(8)
            folder.image().write_bytes(broken)
            folder.run()  # what is left of the image, or all of it anew
        header = bytearray(whole)
        header[60] ^= 1
        folder.image().write_bytes(header)
        folder.require_same()


def test_what_is_not_ours_is_not_taken():
    with Folder() as folder:
        folder.require_same()
        image = folder.image()
        image.chmod(0o666)
        folder.require_same()
        assert image.stat().st_mode & 0o777 == 0o600
        other = folder.path / "other"
        image.rename(other)
        image.symlink_to(other)
        folder.require_same()
        assert not image.is_symlink()
        if os.geteuid() == 0:
            os.chown(image, NOBODY, NOBODY)
            folder.require_same()
            assert image.stat().st_uid == 0
            os.chown(folder.cache, NOBODY, NOBODY)
            before = stamp(image)
            folder.require_same()
            assert stamp(image) == before
            os.chown(folder.cache, 0, 0)
        folder.cache.rename(folder.path / "elsewhere")
        folder.cache.symlink_to(folder.path / "elsewhere")
        before = stamp(folder.path / "elsewhere" / image.name)
        folder.write("more.yaml", ["termlint: 1", "languages: [en, ru]", "concepts:",
                                   *concepts(401)])
        folder.require_same()
        assert stamp(folder.path / "elsewhere" / image.name) == before


def test_folder_that_cannot_be_written():
    with Folder() as folder:
        folder.cache.write_text("a file")
        folder.require_same()
        folder.cache.unlink()
        folder.cache = Path("/proc/nowhere/termlint")
        folder.require_same()


def test_several_at_once():
    with Folder() as folder:
        wanted = folder.run("--no-cache")
        for _ in range(3):
            processes = [folder.start() for _ in range(4)]
            for process in processes:
                stdout, stderr = process.communicate(timeout=120)
                assert stdout.decode() == wanted, stderr.decode()
            assert {path.suffix for path in folder.cache.iterdir()} - {".words"} == {".index"}
            folder.image().unlink()


def test_small_termbases_are_not_kept():
    with Folder() as folder:
        folder.write("terms.yaml", ["termlint: 1", "languages: [en]", "concepts:",
                                    "  - {id: k, en: {preferred: weir, deprecated: [lock]}}"])
        folder.require_same()
        assert not folder.images()


def test_answers_of_dictionaries_are_kept():
    words = ["lock", "weir", "river", "ship"]
    with Folder() as folder:
        folder.write("terms.yaml", ["termlint: 1", "languages: [en]", "concepts:",
                                    "  - {id: h, en: hydrography}", "  - {id: p, en: parchment}"])
        folder.write("a.txt", ["The hydrogrephy of the river."])
        folder.write_dictionary(*words)
        assert "hydrogrephy" in folder.require_same()
        assert not folder.cache.exists(), "a dictionary that has just been written to may change"
        time.sleep(SETTLING)
        folder.require_same()
        first = stamp(folder.answers())
        assert folder.answers().stat().st_mode & 0o777 == 0o600
        assert "hydrogrephy" in folder.require_same()
        assert stamp(folder.answers()) == first, "the dictionary was loaded again"
        folder.write("a.txt", ["The parchmant of the river."])
        assert "parchmant" in folder.require_same()
        second = stamp(folder.answers())
        assert second != first, "what was asked is not kept"
        folder.write("a.txt", ["The hydrogrephy of the river.", "", "The parchmant of the river."])
        folder.require_same()
        assert stamp(folder.answers()) == second, "what was asked before was forgotten"
        folder.answers().write_bytes(folder.answers().read_bytes()[:100])
        folder.require_same()
        folder.write("a.txt", ["The hydrogrephy of the river."])
        folder.write_dictionary(*words, "hydrogrephy")
        assert "hydrogrephy" not in folder.require_same(), "an old answer was believed"


if __name__ == "__main__":
    tap.run(tap.tests_in(globals()))
