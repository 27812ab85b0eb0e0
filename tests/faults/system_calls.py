#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Every system call of a command fails once, in the ways in which it may, and the process is killed
at every one: strace injects the faults. A sample of them; TERMLINT_FAULTS=all takes all.

Usage: system_calls.py TERMLINT; prints TAP."""
import re
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from scenes import DOCUMENTS, Scene, broken_files, broken_promise, sample

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

BINARY = Path(sys.argv[1]).resolve()
SIZE = 20  # faults tried of each command, and kills
QUIET = ["--jobs", "1", "--quiet"]

# Calls that cannot fail, or whose failing says nothing of files: memory is allocations.py's.
HARMLESS = {"brk", "mmap", "munmap", "mremap", "mprotect", "madvise", "futex", "exit_group", "exit",
            "getpid", "gettid", "rt_sigaction", "rt_sigprocmask", "sysinfo", "prlimit64", "ioctl",
            "getrandom", "clock_gettime", "clock_nanosleep", "execve", "rseq", "set_robust_list",
            "sched_getaffinity", "getuid", "geteuid", "umask"}
ERRORS = {"openat": ["EMFILE", "EACCES", "EIO"], "write": ["ENOSPC", "EIO", "EPIPE"],
          "read": ["EIO"], "renameat": ["EXDEV", "EIO"], "rename": ["EXDEV", "EIO"],
          "fchown": ["EPERM", "EIO"]}
START = "rt_sigaction(SIGPIPE"  # the first call of main()


def hard_link(folder):
    (folder / "c.txt").hardlink_to(folder / "a.txt")


def symbolic_link(folder):
    (folder / "real").mkdir()
    (folder / "a.txt").rename(folder / "real/a.txt")
    (folder / "a.txt").symlink_to("real/a.txt")


STALE = (b"# termlint baseline 1\n"
         b"0e5ce7361e344c7f\t1\tdeprecated-term\tBoard of Sluice Masters\n"
         b"4e5ce7361e344c7f\t1\tdeprecated-term\tBoard of Lock Masters\n")
TABLE = {"terms.csv": "en,ru\nbuoy,бакен\n".encode(), "terms.tbx": b"old\n"}
SCENES = [
    Scene("fix", ["fix", *QUIET, "a.txt", "b.txt"]),
    Scene("fix of a hard link", ["fix", *QUIET, "a.txt"], prepare=hard_link),
    Scene("fix of a symbolic link", ["fix", *QUIET, "a.txt"], prepare=symbolic_link),
    Scene("check", ["check", *QUIET, "."]),
    Scene("check --output", ["check", *QUIET, "--format", "json", "--output", "out", "a.txt"],
          {**DOCUMENTS, "out": b"old\n"}, report="out"),
    Scene("baseline", ["check", *QUIET, "--baseline", "base", "--update-baseline", "a.txt"],
          {**DOCUMENTS, "base": STALE}),
    Scene("first baseline", ["check", *QUIET, "--baseline", "base", "--update-baseline", "a.txt"]),
    Scene("convert", ["termbase", "convert", "--output", "terms.tbx", "terms.csv"], TABLE),
    Scene("init", ["init"], {"a.txt": DOCUMENTS["a.txt"]}),
    Scene("init --from", ["init", "--from", "a.txt"], {"a.txt": DOCUMENTS["a.txt"]}),
]


def strace(log, calls=None, injection=None):
    words = ["strace", "-qq", "-o", log]
    words += ["-e", f"trace={calls}"] if calls else []
    return words + (["-e", f"inject={calls}:{injection}"] if injection else [])


def calls_of(scene):
    """The outcome without a fault, and the calls of main(): name, number among those of the name,
    whether it only tells a person something."""
    with tempfile.NamedTemporaryFile("r") as log:
        good = scene.play(BINARY, strace(log.name))
        lines = log.read().splitlines()
    seen, calls = Counter(), []
    in_main = False
    for line in lines:
        name = re.match(r"\w*", line)[0]
        seen[name] += 1
        in_main = in_main or line.startswith(START)
        if in_main and name and name not in HARMLESS:
            calls.append((name, seen[name], line.startswith("write(2,")))
    return good, calls


def inject(scene, name, number, what):
    return scene.play(BINARY, strace("/dev/null", name, f"{what}:when={number}"))


def broken_fault(scene, good, before, fault):
    (name, number, is_message), error = fault
    outcome = inject(scene, name, number, f"error={error}")
    but = {"may_leave_temporary": name == "unlinkat", "report": scene.report}
    is_nobody_there = error == "EPIPE" and outcome.status == 2 and not outcome.stderr
    if is_message or is_nobody_there:
        broken = broken_files(outcome, good, before, **but)
    else:
        broken = broken_promise(outcome, good, before, **but)
    return broken and f"{name} {number} {error}: {broken}"


def test_errors(scene):
    good, calls = calls_of(scene)
    assert good.status in (0, 1) and len(calls) > 10, f"{calls}, {good.stderr}"
    before = scene.untouched()
    faults = sample(((call, error) for call in calls for error in ERRORS.get(call[0], ["EIO"])),
                    SIZE)
    with ThreadPoolExecutor(2) as pool:
        bad = [broken for broken in pool.map(
            lambda fault: broken_fault(scene, good, before, fault), faults) if broken]
    assert not bad, f"{len(bad)} of {len(faults)} faults: " + "; ".join(bad[:9])
    print(f"# {scene.name}: {len(faults)} faults in {len(calls)} calls")


def is_rescued(content, outcome):
    """Whether what a file held is in a file beside it."""
    return any(content == other for path, other in outcome.files.items() if ".termlint-" in path)


def broken_kill(scene, good, before, call):
    name, number, _ = call
    outcome = inject(scene, name, number, "signal=KILL")
    if outcome.status != -9:  # what a sanitizer reads before main() is not always as much
        outcome = inject(scene, name, number - 2, "signal=KILL")
    if outcome.status != -9:
        return f"{name} {number}: not killed"
    if scene.prepare is hard_link:
        lost = [path for path, content in before.items()
                if outcome.files[path] not in (content, good.files[path])
                and not is_rescued(content, outcome)]
        return f"{name} {number}: {lost} lost" if lost else None
    broken = broken_files(outcome, good, before, may_leave_temporary=True)
    return broken and f"{name} {number}: {broken}"


def test_kills(scene):
    good, calls = calls_of(scene)
    before = scene.untouched()
    kills = sample(calls, SIZE)
    with ThreadPoolExecutor(2) as pool:
        bad = [broken for broken in pool.map(
            lambda call: broken_kill(scene, good, before, call), kills) if broken]
    assert not bad, f"{len(bad)} of {len(kills)} kills: " + "; ".join(bad[:9])
    print(f"# {scene.name}: killed {len(kills)} times")


def main():
    try:
        subprocess.run(["strace", "-o", "/dev/null", "true"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        print("1..0 # SKIP no strace, or it may not trace here")
        return
    tests = {f"{scene.name}: errors": lambda scene=scene: test_errors(scene) for scene in SCENES}
    tests.update({f"{scene.name}: kills": lambda scene=scene: test_kills(scene)
                  for scene in SCENES})
    tap.run(tests)


main()
