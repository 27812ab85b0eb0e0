#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Repositories of somebody else: what their configuration, termbases and documents may reach, and
what it costs to read them.

Usage: confined.py TERMLINT; prints TAP."""
import os
import resource
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

BINARY = Path(sys.argv[1]).resolve()
TERMBASE = "termlint: 1\nconcepts:\n  - id: a\n    en: {preferred: weir, deprecated: [dam]}\n"
SECRET = "root-secret: hunter2\n"
MEMORY = 4 << 30
IS_LIMITED = b"__asan_init" not in BINARY.read_bytes()  # a sanitizer maps more than any limit
PATIENCE = 120


class World:
    """A repository `repo` with a document, beside files of other people."""

    def __init__(self, folder):
        self.folder = folder
        self.repo = folder / "repo"
        (self.repo / ".git").mkdir(parents=True)
        (self.repo / "a.txt").write_text("A dam.\n")
        (self.repo / "terms.yaml").write_text(TERMBASE)
        (folder / "outside.yaml").write_text(TERMBASE)
        (folder / "secret").write_text(SECRET)

    def configure(self, text):
        (self.repo / ".termlint.yaml").write_text(text)

    def run(self, *words, **how):
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(self.folder),
                       **how.pop("environment", {})}
        result = subprocess.run([str(BINARY), *words], cwd=how.pop("cwd", self.repo),
                                capture_output=True, check=False, timeout=PATIENCE,
                                env=environment, preexec_fn=limit_memory, **how)
        return result.returncode, result.stdout.decode(), result.stderr.decode()

    def refuses(self, *wanted):
        """Whether the check of the repository tells one thing, which has these words."""
        status, stdout, stderr = self.run("check", "--quiet", ".")
        assert status == 2 and not stdout and stderr.count("\n") == 1, (status, stdout, stderr)
        assert all(word in stderr for word in wanted), stderr
        assert "hunter2" not in stderr and "root-secret" not in stderr, stderr


def limit_memory():
    if IS_LIMITED:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def test_termbase_outside(world):
    for path in ("../outside.yaml", str(world.folder / "secret"), "../secret", "link.yaml",
                 "folder/secret", "sub/../../secret"):
        (world.repo / "sub").mkdir(exist_ok=True)
        for name, target in (("link.yaml", "../secret"), ("folder", "..")):
            if not (world.repo / name).is_symlink():
                (world.repo / name).symlink_to(target)
        world.configure(f"termbase: [{path}]\n")
        world.refuses("outside of", "--termbase")


def test_include_outside(world):
    world.configure("termbase: [terms.yaml]\n")
    (world.repo / "link").symlink_to("..")
    for path, words in (("../secret", "outside of"), ("link/secret", "outside of"),
                        (str(world.folder / "secret"), "want a path relative")):
        (world.repo / "terms.yaml").write_text(TERMBASE + f"include: [{path}]\n")
        world.refuses("terms.yaml:5:", words)


def test_named_is_trusted(world):
    """What a person names, or has outside of any repository, may be anywhere."""
    found = "a.txt:1:3: error"
    world.configure("termbase: [../outside.yaml]\n")
    status, stdout, stderr = world.run("check", "--config", ".termlint.yaml", "a.txt")
    assert status == 1 and stdout.startswith(found), (status, stderr)
    status, stdout, stderr = world.run("check", "--termbase", "../outside.yaml", "a.txt")
    assert status == 1 and stdout.startswith(found), (status, stderr)
    shutil.rmtree(world.repo / ".git")
    status, stdout, stderr = world.run("check", "a.txt")
    assert status == 1 and stdout.startswith(found), (status, stderr)
    (world.folder / ".git").mkdir()
    status, stdout, stderr = world.run("check", "a.txt")
    assert status == 1 and stdout.startswith(found), (status, stderr)


def test_no_regular_files(world):
    os.mkfifo(world.repo / "fifo")
    os.mkfifo(world.repo / "fifo.txt")
    (world.repo / "sub").mkdir()
    for path, words in (("fifo", ["a FIFO"]), ("sub", ["a directory"])):
        world.configure(f"termbase: [{path}]\n")
        world.refuses(*words)
    world.configure("termbase: [terms.yaml]\n")
    assert world.run("check", ".")[0] == 1  # a walk passes by what is no file
    for path in ("/dev/zero", "fifo", "/dev/stdin"):
        status, _, stderr = world.run("check", "--termbase", path, "a.txt", input=b"")
        assert status == 2 and "want a regular file" in stderr, (path, stderr)
    status, _, stderr = world.run("check", "/dev/zero", "fifo.txt")
    assert status == 2 and stderr.count("want a regular file") == 2, stderr
    (world.repo / ".termlint.yaml").unlink()
    os.mkfifo(world.repo / ".termlint.yaml")
    world.refuses("a FIFO")


def test_huge_files(world):
    """Sparse files, which a repository holds in a few bytes."""
    (world.repo / "huge.yaml").touch()
    os.truncate(world.repo / "huge.yaml", 3 << 30)
    world.configure("termbase: [huge.yaml]\n")
    world.refuses("huge.yaml")
    world.configure("termbase: [terms.yaml]\n")
    os.truncate(world.repo / "a.txt", 5 << 30)
    status, _, stderr = world.run("check", "a.txt")
    assert status == 2 and "4 GiB" in stderr, (status, stderr)
    os.truncate(world.repo / ".termlint.yaml", 5 << 30)
    status, _, stderr = world.run("check", "terms.yaml")
    assert status == 2 and ".termlint.yaml" in stderr, (status, stderr)


def write_zip(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


TYPES = ('<Types><Override PartName="/word/document.xml" ContentType="application/vnd.'
         'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')


def test_bombs(world):
    """Archives and entities that are much larger than they look."""
    doubling = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    laughs = f'<!DOCTYPE x [<!ENTITY e0 "dam ">{doubling}]><x>&e9;</x>'
    external = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{world.folder}/secret">]><x>A dam &e;</x>'
    words = "<w:t>dam </w:t>"
    write_zip(world.repo / "large.docx", {"[Content_Types].xml": TYPES, "word/document.xml":
              "<w:document xmlns:w='w'><w:body><w:p><w:r>" + words * 8_000_000})
    write_zip(world.repo / "many.docx", {f"{number}": "" for number in range(20_000)})
    write_zip(world.repo / "laughs.docx", {"[Content_Types].xml": TYPES,
                                           "word/document.xml": laughs})
    write_zip(world.repo / "names.docx", {"../../evil.txt": "x", "/etc/evil": "x",
                                          "[Content_Types].xml": TYPES, "word/document.xml":
                                          "<w:document xmlns:w='w'/>"})
    (world.repo / "laughs.xml").write_text(laughs)
    (world.repo / "deep.xml").write_text("<a>" * 1_000_000)
    (world.repo / "external.xml").write_text(external)
    (world.repo / "laughs.tbx").write_text(laughs)
    for name in ("large.docx", "many.docx", "laughs.docx", "laughs.xml", "deep.xml"):
        status, stdout, stderr = world.run("check", "--quiet", "--termbase", "terms.yaml", name)
        assert status == 2 and "error" not in stdout, (name, status, stdout[:99])
        assert stderr.count("\n") == 1 and name in stderr, (name, stderr)
    status, stdout, stderr = world.run("check", "--termbase", "terms.yaml", "external.xml")
    assert "hunter2" not in stdout + stderr, (stdout, stderr)
    assert world.run("check", "--termbase", "laughs.tbx", "a.txt")[0] == 2
    world.run("check", "names.docx")
    assert not list(world.folder.rglob("evil*"))


def test_limits_of_archives(world):
    """Parts that are small one by one, and one that is packed too well."""
    text = "<w:p><w:r><w:t>" + "".join(f"{number} dam " for number in range(5_000_000))
    parts = {f"word/header{number}.xml":
             f"<w:hdr xmlns:w='w'>{text[:60_000_000]}</w:t></w:r></w:p></w:hdr>"
             for number in range(5)}
    links = "".join(f"<Override PartName='/{name}' ContentType='application/vnd.openxmlformats-"
                    "officedocument.wordprocessingml.header+xml'/>" for name in parts)
    document = "<w:document xmlns:w='w'><w:body/></w:document>"
    write_zip(world.repo / "together.docx", {
        "[Content_Types].xml": TYPES.replace("</Types>", links + "</Types>"),
        "word/document.xml": document, **parts})
    write_zip(world.repo / "ratio.docx", {
        "[Content_Types].xml": TYPES, "word/document.xml": " " * 30_000_000 + document})
    for name in ("together.docx", "ratio.docx"):
        status, stdout, stderr = world.run("check", "--quiet", "--termbase", "terms.yaml", name)
        assert status == 2 and not stdout, (name, status, stdout[:99])
        assert stderr.count("\n") == 1 and name in stderr, (name, stderr)


def test_yaml_bombs(world):
    """Aliases, depth and keys without end."""
    laughs = "a: &a [x]\n" + "".join(f"b{n}: &b{n} [{'*a, ' * 9}*a]\n" for n in range(9))
    for text in (laughs, "a: " + "[" * 100_000, "a: " + "{a: " * 10_000, "- " * 50_000,
                 "".join(f"k{n}: 1\n" for n in range(300_000)), "\x00",
                 "a: !!python/object:os 1\n"):
        for name in ("terms.yaml", ".termlint.yaml"):
            world.configure("termbase: [terms.yaml]\n")
            (world.repo / "terms.yaml").write_text(TERMBASE)
            (world.repo / name).write_text(text)
            status, _, stderr = world.run("check", "--quiet", "a.txt")
            assert status == 2 and stderr, (text[:20], name, status)
            assert len(stderr) < 20_000, (text[:20], name, len(stderr))


def test_dictionaries_of_the_tree(world):
    """No dictionary is loaded from where the documents are."""
    for name in ("en_US.aff", "en_US.dic", "en.aff", "en.dic", "ru_RU.aff", "ru_RU.dic"):
        for folder in (".", "hunspell", ".local/share/hunspell", "dicts"):
            (world.repo / folder).mkdir(parents=True, exist_ok=True)
            (world.repo / folder / name).write_text("SET UTF-8\n" if name.endswith("aff") else
                                                    "1\nzzyzzx\n")
    (world.repo / "b.txt").write_text("A zzyzzx.\n")
    (world.repo / "deeper").mkdir()
    words = ["check", "--quiet", "--rule", "spelling=warning", "--termbase", "terms.yaml"]
    _, stdout, stderr = world.run(*words, "b.txt")
    assert "zzyzzx" in stdout or "dictionary" in stderr, (stdout, stderr)
    # Relative folders in the variables would be folders of whatever tree one stands in.
    _, stdout, stderr = world.run(*words, "b.txt", environment={
        "DICPATH": ".:dicts", "XDG_DATA_HOME": ".local/share", "XDG_DATA_DIRS": "."})
    assert "zzyzzx" in stdout or "dictionary" in stderr, (stdout, stderr)


def traced(world, *words):
    """The outcome and the system calls that begin a program or reach a network, or make a file;
    None where strace is not to be had."""
    log = world.folder / "calls"
    command = ["strace", "-f", "-qq", "-o", str(log), "-e", "trace=execve,%network,openat"]
    # the leak checker of a sanitized program cannot work while strace traces it
    env = {**os.environ, "ASAN_OPTIONS": "detect_leaks=0"}
    try:
        result = subprocess.run([*command, str(BINARY), *words], cwd=world.repo, check=False,
                                capture_output=True, timeout=PATIENCE, env=env)
        calls = log.read_text(errors="replace").splitlines()
    except OSError:
        return None
    return (result, calls) if calls else None


def test_nothing_is_run(world):
    """A configuration names no program and no address: what looks like one is the name of a file,
    and an unknown key is refused."""
    for text in ("termbase: ['https://example.org/t.yaml']", "termbase: ['|touch evil']",
                 "termbase: ['$(touch evil)', '`touch evil`']", "termbase: ['~/secret']",
                 "filter: [touch evil]", "termbase: {command: touch evil}"):
        world.configure(text + "\n")
        outcome = traced(world, "check", "--quiet", "a.txt")
        if outcome is None:
            status, _, stderr = world.run("check", "--quiet", "a.txt")
            assert status == 2 and stderr, (text, stderr)
            continue
        result, calls = outcome
        assert result.returncode == 2 and result.stderr, (text, result)
        begun = [call for call in calls if "execve(" in call or "socket(" in call]
        assert len(begun) == 1, (text, begun)
    assert not (world.repo / "evil").exists()


def test_new_files_are_private(world):
    """The new file is nobody else's while it is written, is no link, and has the old one's mode
    at the end."""
    (world.repo / "a.txt").chmod(0o640)
    outcome = traced(world, "fix", "--quiet", "--no-config", "--termbase", "terms.yaml", "a.txt")
    if outcome:
        made = [call for call in outcome[1] if ".termlint-" in call]
        assert made and all("O_EXCL" in call and "0600" in call for call in made), made
        assert (world.repo / "a.txt").read_text() == "A weir.\n"
        assert (world.repo / "a.txt").stat().st_mode & 0o777 == 0o640


def test_forms_are_literal(world):
    """A form is no pattern, so that none can be slow."""
    (world.repo / "terms.yaml").write_text(
        "termlint: 1\nconcepts:\n  - id: a\n    en: {preferred: weir, deprecated: "
        "['(a+)+$', 'd.m', '[a-z]*']}\n")
    (world.repo / "a.txt").write_text("A dam, dim, d.m " + "a" * 5000 + "!\n")
    status, stdout, stderr = world.run("check", "--no-config", "--format", "gnu", "--quiet",
                                       "--termbase", "terms.yaml", "a.txt")
    assert status in (1, 2) and "“dam”" not in stdout and "“dim”" not in stdout, (stdout, stderr)


def test_temporary_files(world):
    """Names that are guessed are not written through."""
    (world.folder / "victim").write_text("Untouched.\n")
    for number in range(1000):
        (world.repo / f".termlint-{os.getpid() + number}-0.tmp").symlink_to("../victim")
    status, _, stderr = world.run("fix", "--quiet", "--termbase", "terms.yaml", "a.txt")
    assert status == 0 and (world.repo / "a.txt").read_text() == "A weir.\n", stderr
    assert (world.folder / "victim").read_text() == "Untouched.\n"


tap.run(tap.tests_in(globals()),
        lambda test: tap.in_a_folder(lambda folder: test(World(folder))))
