#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""What engines that run a program over lines rely on (Spark's pipe, Hadoop streaming, GNU parallel,
xargs), without the engines: a line out for each line in, at once and in order, no tab or line break
within, nothing of one record in the answer to another, and an exit status that fails no task.

Usage: contract.py TERMLINT; prints TAP."""
import json
import os
import random
import select
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

BINARY = Path(sys.argv[1]).resolve()
SEED = 5
TERMBASE = "termlint: 1\nconcepts:\n  - id: a\n    en: {preferred: weir, deprecated: [dam]}\n"
NEVER = ["--fail-on", "never"]
PATIENCE = 100


def words(folder, *more):
    return [str(BINARY), "check", "--no-config", "--records", "--termbase",
            str(folder / "terms.yaml"), *more]


def ask(folder, text, *more):
    data = text if isinstance(text, bytes) else text.encode()
    result = subprocess.run(words(folder, *more), input=data, capture_output=True, check=False,
                            timeout=PATIENCE)
    return result.returncode, result.stdout, result.stderr.decode()


def record(number, text, **more):
    return json.dumps({"id": number, "text": text, **more}, ensure_ascii=False)


def corpus(count):
    """Records with findings in some, names and acronyms that only together would be at odds."""
    chance = random.Random(SEED)
    parts = ["the dam", "a weir", "Anna Zaytseva", "Anna Zaitseva", "Свято", "\ttab", "line\nline",
             "\u2028", "ХII", "(NATO)", "\U0001f600", "\\", '"']
    return [record(number, " ".join(chance.choices(parts, k=chance.randrange(12))),
                   path=f"{number % 7}.{chance.choice(['txt', 'md', 'html'])}")
            for number in range(300)]


def test_line_for_line(folder):
    lines = corpus(300)
    status, stdout, stderr = ask(folder, "\n".join(lines) + "\n", *NEVER)
    answers = stdout.split(b"\n")
    assert (status, stderr, answers.pop()) == (0, "", b""), (status, stderr)
    assert [json.loads(answer)["id"] for answer in answers] == list(range(300))
    assert not any(b"\t" in answer or b"\r" in answer for answer in answers)
    assert any(json.loads(answer)["findings"] for answer in answers)
    status, last, _ = ask(folder, "\n".join(lines), *NEVER)
    assert last == stdout, "a last line without an end is a line"


def test_at_once(folder):
    """Each answer comes before the next question: there may be a pipe at both ends."""
    with subprocess.Popen(words(folder, *NEVER), stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE) as process:
        for number in range(20):
            process.stdin.write((record(number, "A dam.") + "\n").encode())
            process.stdin.flush()
            assert select.select([process.stdout], [], [], PATIENCE)[0], f"no answer to {number}"
            assert json.loads(os.read(process.stdout.fileno(), 1 << 16))["id"] == number
        process.stdin.close()
        assert process.wait(PATIENCE) == 0


def test_no_state(folder):
    """The answers do not depend on order, on what else there is, or on where a corpus is split."""
    lines = corpus(300)
    whole = ask(folder, "\n".join(lines) + "\n", *NEVER)[1].splitlines(True)
    chance = random.Random(SEED)
    shuffled = list(enumerate(lines))
    chance.shuffle(shuffled)
    other = ask(folder, "".join(line + "\n" for _, line in shuffled), *NEVER)[1].splitlines(True)
    assert [whole[number] for number, _ in shuffled] == other
    cuts = sorted(chance.sample(range(300), 4))
    parts = [lines[begin:end] for begin, end in zip([0, *cuts], [*cuts, 300])]
    joined = b"".join(ask(folder, "".join(line + "\n" for line in part), *NEVER)[1]
                      for part in parts)
    assert joined == b"".join(whole)


def test_lines_of_engines(folder):
    """Hadoop's TextOutputFormat puts a tab behind a key without a value; Windows a CR."""
    plain = ask(folder, record(1, "A dam.") + "\n", *NEVER)
    for end in ("\t\n", "\r\n", " \n", "\n\n\n"):
        assert ask(folder, record(1, "A dam.") + end, *NEVER) == plain, repr(end)
    assert ask(folder, "", *NEVER) == (0, b"", "")


def test_status(folder):
    good, finding, bad = record(1, "A weir."), record(2, "A dam."), "no record"
    for text, status in ((good, 0), (finding, 1), (bad, 2), (finding + "\n" + bad, 2)):
        assert ask(folder, text)[0] == status, text
        assert ask(folder, text, *NEVER)[0] == 0, text
    assert ask(folder, good, "--termbase", "no.yaml", *NEVER)[0] == 2, "no termbase, no work"
    script = " ".join(words(folder))
    for more, status in (("", 123), (" --fail-on never", 0)):
        command = ["xargs", "-n", "1", "sh", "-c", f"echo '{finding}' | {script}{more}"]
        result = subprocess.run(command, input=b"x\n", capture_output=True, check=False)
        assert result.returncode == status, (more, result)


def test_garbage(folder):
    """Whatever a line is, it gets one answer, and those behind it theirs."""
    chance = random.Random(SEED)
    lines = [b"{}", b"[]", b"null", b'"x"', b"1e999", b'{"text": 1}', b'{"id": [1], "text": ""}',
             b'{"text": "\\u0000 dam"}', b'{"text": "\\ud800"}', b"\xff\xfe", b"[" * 100_000,
             b'{"id": 1, "id": 2, "text": "dam"}', b'{"id": 1e400, "text": "dam"}',
             b'{"text": "dam", "lang": 5}', b'{"text": "dam", "lang": "x y"}',
             b'{"text": "dam", "path": "../../a\\nb.docx"}', b'{"text": "dam", "path": "a.xlf"}']
    good = record(0, "A dam.", path="a.md").encode()
    for _ in range(1500):
        changed = bytearray(good)
        for _ in range(chance.randrange(1, 6)):
            changed[chance.randrange(len(changed))] = chance.choice(b'{}[]",:\\0 \x00\xff\x80tn')
        lines.append(bytes(changed))
    lines = [line for line in lines if line.strip()]
    mixed = [one for line in lines for one in (line, good)]
    status, stdout, _ = ask(folder, b"\n".join(mixed), *NEVER)
    answers = stdout.splitlines()
    assert status == 0 and len(answers) == len(mixed), (status, len(answers), len(mixed))
    assert set(answers[1::2]) == {answers[1]}, "a bad record changed the answer to a good one"
    for line, answer in zip(lines, answers[::2]):
        parsed = json.loads(answer)
        assert ("error" in parsed) != ("findings" in parsed), (line, answer)


def play(folder, test):
    (folder / "terms.yaml").write_text(TERMBASE)
    test(folder)


tap.run(tap.tests_in(globals()),
        lambda test: tap.in_a_folder(lambda folder: play(folder, test)))
