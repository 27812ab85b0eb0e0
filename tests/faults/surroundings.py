#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""What goes wrong around a process: full disks, closed pipes, few descriptors, folders that may not
be written, signals, and others at work on the same files.

Usage: surroundings.py TERMLINT; prints TAP."""
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from scenes import DOCUMENTS, ENGLISH, TEMPORARY, files_of

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

BINARY = Path(sys.argv[1]).resolve()
FIXED = ENGLISH.replace("Board", "Council").replace("Khairetdinov", "Khayretdinov").encode()
NOBODY = 65534
PATIENCE = 100  # seconds


class Folder:
    """A folder with the documents of all scenes, gone at the end."""

    def __enter__(self):
        self.name = tempfile.mkdtemp()
        self.path = Path(self.name).resolve()
        for name, content in DOCUMENTS.items():
            (self.path / name).write_bytes(content)
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.name)

    def start(self, *words, before=(), **how):
        return subprocess.Popen([*before, str(BINARY), *words], cwd=self.path,
                                **{"stderr": subprocess.PIPE, "stdout": subprocess.PIPE, **how})

    def run(self, *words, **how):
        """Status, standard output, standard error."""
        process = self.start(*words, **how)
        stdout, stderr = process.communicate(timeout=120)
        return process.returncode, stdout, stderr.decode()

    def temporary(self):
        return [path for path in files_of(self.path) if TEMPORARY.search(path)]


def is_one_message(status, stderr, *words):
    return status == 2 and stderr.count("\n") == 1 and stderr.startswith("termlint: ") and all(
        word in stderr for word in words)


PRINTING = {
    "check": ["check", "--quiet", "a.txt"],
    "check --format json": ["check", "--quiet", "--format", "json", "a.txt"],
    "fix --diff": ["fix", "--quiet", "--diff", "a.txt"],
    "discover": ["discover", "a.txt"],
    "explain": ["explain", "name-spelling"],
    "romanize": ["romanize", "Щука"],
    "decline": ["decline", "Тимур Хайретдинов"],
    "identify": ["identify", "Щука", "Shchuka"],
    "schemes": ["schemes"],
    "rules": ["rules"],
    "termbase list": ["termbase", "list", "terms.yaml"],
    "termbase stats": ["termbase", "stats", "terms.yaml"],
    "termbase convert": ["termbase", "convert", "terms.yaml"],
    "print-config": ["check", "--print-config", "a.txt"],
    "records": ["check", "--records", "records.jsonl"],
    "help": ["--help"],
    "version": ["--version"],
}


def each_printing(test):
    bad = []
    with Folder() as folder:
        (folder.path / "records.jsonl").write_text('{"id": 1, "text": "A Board."}\n')
        for name, words in PRINTING.items():
            wrong = test(folder, words)
            bad += [f"{name}: {wrong}"] if wrong else []
    assert not bad, "; ".join(bad)


def test_full_device():
    def run(folder, words):
        with open("/dev/full", "wb") as full:
            status, _, stderr = folder.run(*words, stdout=full)
        return None if is_one_message(status, stderr, "cannot write") else (status, stderr)
    each_printing(run)
    with Folder() as folder:
        status, _, stderr = folder.run("check", "--quiet", "--output", "/dev/full", "a.txt")
        assert is_one_message(status, stderr, "/dev/full", "No space left"), (status, stderr)


def test_closed_pipe():
    def run(folder, words):
        read, write = os.pipe()
        os.close(read)
        status, _, stderr = folder.run(*words, stdout=write)
        os.close(write)
        return None if status == 2 and not stderr else (status, stderr)
    each_printing(run)


def test_head():
    with Folder() as folder:
        (folder.path / "long.txt").write_text(ENGLISH * 20_000)
        process = folder.start("check", "--format", "gnu", "long.txt")
        assert process.stdout.readline().startswith(b"long.txt:1:5: error")
        process.stdout.close()
        assert process.stderr.read() == b"" and process.wait(PATIENCE) == 2


def limit(which, number):
    return partial(resource.setrlimit, which, (number, number))


def test_files_may_not_grow():
    with Folder() as folder:
        (folder.path / "a.txt").write_text(ENGLISH * 100)
        before = files_of(folder.path)
        how = {"preexec_fn": limit(resource.RLIMIT_FSIZE, 4096)}
        for words in (["fix", "--quiet", "a.txt"],
                      ["check", "--quiet", "--output", "new", "a.txt"]):
            status, _, stderr = folder.run(*words, **how)
            assert is_one_message(status, stderr, "File too large"), (words, status, stderr)
            assert files_of(folder.path) == before
        os.link(folder.path / "a.txt", folder.path / "linked")
        status, _, stderr = folder.run("fix", "--quiet", "a.txt", **how)
        assert is_one_message(status, stderr, "File too large"), (status, stderr)
        assert files_of(folder.path) == {**before, "linked": before["a.txt"]}


def test_full_disk():
    with Folder() as folder:
        disk = folder.path / "disk"
        disk.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(disk)]
        if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode != 0:
            return "may not mount"
        try:
            (disk / "a.txt").write_text(ENGLISH * 280)  # 44 KB: a second one has no room
            before = files_of(disk)
            for words in (["fix", "--quiet", "disk/a.txt"],
                          ["check", "--quiet", "--output", "disk/new", "disk/a.txt"]):
                status, _, stderr = folder.run(*words)
                assert is_one_message(status, stderr, "No space left"), (words, status, stderr)
                assert files_of(disk) == before
        finally:
            subprocess.run(["umount", str(disk)], check=True)
    return None


def test_many_files_few_descriptors():
    with Folder() as folder:
        for number in range(10_000):
            path = folder.path / f"many/{number % 100}/{number}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("The Board of Lock Masters.\n" if number % 1000 == 0 else "Nothing.\n")
        deep = folder.path / ("deep/" * 200)
        deep.mkdir(parents=True)
        (deep / "a.txt").write_bytes(DOCUMENTS["a.txt"])
        words = ["check", "--format", "gnu", "--termbase", "terms.yaml", "--jobs", "4", "many",
                 "deep"]
        good = folder.run(*words)
        assert good[0] == 1 and good[1].count(b"\n") == 16, good
        few = folder.run(*words, preexec_fn=limit(resource.RLIMIT_NOFILE, 12))
        assert few == good, (few[0], few[2][:300])
        none = folder.run(*words, preexec_fn=limit(resource.RLIMIT_NOFILE, 3))
        assert none[0] in (2, 127) and none[1] == b"", none  # 127: the loader itself


def as_nobody(folder):
    """How to run as somebody who may not everything; None where that cannot be."""
    if os.geteuid() != 0:
        return {}
    for path in [folder.path, *folder.path.rglob("*")]:
        os.chown(path, NOBODY, NOBODY)
    how = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
    try:
        return how if folder.run("--version", **how)[0] == 0 else None
    except PermissionError:
        return None


def test_no_permission():
    with Folder() as folder:
        how = as_nobody(folder)
        if how is None:
            return "nobody else may run it"
        before = files_of(folder.path)
        folder.path.chmod(0o555)
        status, _, stderr = folder.run("fix", "--quiet", "a.txt", **how)
        assert is_one_message(status, stderr, "a.txt", "Permission denied"), (status, stderr)
        status, _, stderr = folder.run("check", "--quiet", "--output", "new", "a.txt", **how)
        assert is_one_message(status, stderr, "new", "Permission denied"), (status, stderr)
        status, _, stderr = folder.run("init", "sub/none", **how)
        assert status == 2 and stderr.count("\n") == 1, (status, stderr)
        folder.path.chmod(0o755)
        (folder.path / "a.txt").chmod(0o444)
        status, _, stderr = folder.run("fix", "--quiet", "a.txt", **how)
        assert is_one_message(status, stderr, "a.txt", "Permission denied"), (status, stderr)
        assert files_of(folder.path) == before
        (folder.path / "a.txt").chmod(0)
        status, stdout, stderr = folder.run("check", "--quiet", "--format", "gnu", ".", **how)
        assert is_one_message(status, stderr, "a.txt", "Permission denied"), (status, stderr)
        assert stdout.startswith(b"b.txt:1:1: error"), stdout
        (folder.path / "a.txt").chmod(0o644)
        (folder.path / ".termlint.yaml").chmod(0)
        status, stdout, stderr = folder.run("fix", "--quiet", "a.txt", **how)
        assert is_one_message(status, stderr, ".termlint.yaml", "denied"), (status, stderr)
    return None


def test_links():
    with Folder() as folder, Folder() as outside:
        (folder.path / "here").mkdir()
        (folder.path / "here/file.txt").symlink_to(outside.path / "a.txt")
        (folder.path / "here/folder").symlink_to(outside.path)
        (folder.path / "here/loop").symlink_to(".")
        (folder.path / "here/a.txt").write_bytes(DOCUMENTS["a.txt"])
        status, _, stderr = folder.run("fix", "here")
        assert status == 0 and "in 1 file" in stderr, (status, stderr)
        assert files_of(outside.path) == DOCUMENTS, "a walk followed a link out of its folder"
        status, _, stderr = folder.run("fix", "--quiet", "--termbase", "terms.yaml",
                                       "here/file.txt")
        assert status == 0 and (folder.path / "here/file.txt").is_symlink(), (status, stderr)
        assert (outside.path / "a.txt").read_bytes() == FIXED
        os.link(folder.path / "a.txt", folder.path / "linked")
        status, _, stderr = folder.run("fix", "--quiet", "linked")
        assert status == 0 and (folder.path / "a.txt").read_bytes() == FIXED, (status, stderr)
        assert (folder.path / "a.txt").stat().st_nlink == 2 and not folder.temporary()


def test_two_fixes():
    with Folder() as folder:
        (folder.path / "many").mkdir()
        for number in range(200):
            (folder.path / f"many/{number}.txt").write_bytes(DOCUMENTS["a.txt"])
        both = [folder.start("fix", "--quiet", "many") for _ in range(2)]
        for process in both:
            _, stderr = process.communicate(timeout=PATIENCE)
            complaints = stderr.decode().splitlines()
            assert process.returncode == (2 if complaints else 0), stderr
            assert all("changed by someone else" in line for line in complaints), stderr
        assert set(files_of(folder.path / "many").values()) == {FIXED} and not folder.temporary()


def has_strace():
    try:
        return subprocess.run(["strace", "-o", "/dev/null", "true"], check=False,
                              capture_output=True).returncode == 0
    except OSError:
        return False


def slowly(call, what="delay_enter=500000"):
    return ["strace", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e",
            f"inject={call}:{what}"]


def meddle(meddling):
    """The outcome of a fix during which something is done to its file."""
    with Folder() as folder:
        process = folder.start("fix", "--quiet", "a.txt", before=slowly("fsync"))
        begun = time.monotonic()
        while not folder.temporary() and time.monotonic() - begun < PATIENCE:
            time.sleep(0.005)
        meddling(folder.path / "a.txt")
        _, stderr = process.communicate(timeout=PATIENCE)
        return process.returncode, stderr.decode(), files_of(folder.path)


def test_meddling():
    if not has_strace():
        return "no strace, or it may not trace here"

    def replace(path):
        (path.parent / "new").write_text("Somebody else's.\n")
        (path.parent / "new").rename(path)

    wanted = {"replaced": (replace, b"Somebody else's.\n"),
              "written": (lambda path: path.write_text("Mine.\n"), b"Mine.\n"),
              "removed": (lambda path: path.unlink(), None)}
    for name, (meddling, content) in wanted.items():
        status, stderr, files = meddle(meddling)
        assert is_one_message(status, stderr, "someone else"), (name, status, stderr)
        assert files.get("a.txt") == content, (name, files.get("a.txt"))
        assert not [path for path in files if TEMPORARY.search(path)], name
    return None


def test_end_by_signal():
    if not has_strace():
        return "no strace, or it may not trace here"
    for name, number in (("INT", -2), ("TERM", -15), ("HUP", -1)):
        # whoever runs the tests may ignore it
        signal.signal(-number, signal.SIG_DFL if name != "INT" else signal.default_int_handler)
        with Folder() as folder:
            status, _, stderr = folder.run("fix", "--quiet", "a.txt",
                                           before=slowly("fsync", f"signal={name}:when=1"))
            assert status == number, (name, status, stderr)
            assert files_of(folder.path) == {**DOCUMENTS, "a.txt": FIXED}, name
    return None


def test_termbase_that_changes():
    """While it is read it becomes shorter, longer, another one: any of these, or a message."""
    if not has_strace():
        return "no strace, or it may not trace here"
    with Folder() as folder:
        terms = folder.path / "terms.yaml"
        whole = DOCUMENTS["terms.yaml"] + b"#" * 70_000 + b"\n"
        for content in (b"", whole[:300], whole * 2, b"\x00" * 500):
            terms.write_bytes(whole)
            process = folder.start("check", "--quiet", "--format", "gnu", "a.txt",
                                   before=slowly("read", "delay_enter=40000"))
            time.sleep(0.2)
            terms.write_bytes(content)
            stdout, stderr = process.communicate(timeout=PATIENCE)
            good = process.returncode == 1 and not stderr and stdout.count(b"\n") == 6
            other = process.returncode in (0, 1) and content == b""
            told = process.returncode == 2 and not stdout and stderr.count(b"\n") >= 1
            assert good or told or other, (content[:20], process.returncode, stdout, stderr)
    return None


tap.run({name[5:].replace("_", " "): value for name, value in list(globals().items())
           if name.startswith("test_")})
