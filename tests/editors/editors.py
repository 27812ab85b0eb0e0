#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Drives the editors for which there are plugins, without a screen, on a line with Cyrillic and an
emoji: findings are to stand at the right columns and replacements to be exact. An editor that is
not installed is left out. Usage: editors.py TERMLINT EDITORS NPM, the last a folder for what comes
from npm; prints TAP, and with TERMLINT_SHOW set what the editors say."""
import os
import re
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

HERE = Path(__file__).resolve().parent
BINARY, EDITORS, NPM = (Path(argument).resolve() for argument in sys.argv[1:4])
SHOWS = bool(os.environ.get("TERMLINT_SHOW"))
ALE = ["/usr/share/vim-ale", "/usr/share/vim/addons"]
TERMBASE = """\
termlint: 1
concepts:
  - id: harbour-board
    en: {preferred: Harbour Board, deprecated: [Port Office]}
  - id: zaytseva
    type: person
    en: Anna Zaytseva
    ru: Анна Зайцева
"""
LINE = "😀 Генерал Zaitseva of the Port Office"
FIXED = LINE.replace("Zaitseva", "Zaytseva")
ALL_FIXED = FIXED.replace("Port Office", "Harbour Board")
# bytes from 1, the end behind the last
BYTES = ["1:21-29 name-spelling", "1:37-48 deprecated-term"]


class Absent(Exception):
    """Something that is needed is not installed."""


def run(folder, *command, timeout=60):
    if shutil.which(command[0]) is None:
        raise Absent(command[0])
    environment = {**os.environ, "EDITORS": str(EDITORS), "OUT": str(folder / "out"),
                   "PATH": f"{BINARY.parent}:{os.environ['PATH']}", "HOME": str(folder),
                   "TERM": "dumb", "LANG": "C.UTF-8"}
    ale = [path for path in ALE if Path(path, "autoload/ale").is_dir()]
    environment["ALE"] = ale[0] if ale else ""
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True,
                          timeout=timeout, check=False)
    if SHOWS and command[0] != "tmux":  # a transcript, as TAP's comments
        said = done.stdout + (lines_text(folder) if (folder / "out").exists() else "")
        print("\n".join(f"# {line}" for line in [f"$ {Path(command[0]).name} …",
                                                 *said.rstrip().splitlines()]))
    return done


def lines_text(folder):
    return (folder / "out").read_text(encoding="utf-8")


def lines(folder):
    return lines_text(folder).splitlines()


def test_neovim_language_server(folder):
    out = run(folder, "nvim", "--headless", "-u", "NONE", "-c", f"luafile {HERE}/nvim_lsp.lua")
    assert out.stdout.splitlines() == BYTES + [FIXED], (out.stdout, out.stderr)


def test_neovim_lint(folder):
    out = run(folder, "nvim", "--headless", "-u", "NONE", "-c", f"luafile {HERE}/nvim_lint.lua")
    assert out.stdout.splitlines() == BYTES, (out.stdout, out.stderr)


def test_vim_compiler(folder):
    run(folder, "vim", "-N", "-u", str(HERE / "make.vim"), "-es")
    assert lines(folder) == ["1:21 e name-spelling", "1:37 e deprecated-term"], lines(folder)


def test_vim_ale(folder):
    if not any(Path(path, "autoload/ale").is_dir() for path in ALE):
        raise Absent("ale")
    run(folder, "vim", "-N", "-u", str(HERE / "ale.vim"), "-es")
    assert lines(folder) == BYTES + [ALL_FIXED], lines(folder)


def test_emacs_flymake(folder):
    out = run(folder, "emacs", "-q", "--batch", "-l", str(HERE / "flymake.el"))
    assert out.stdout.splitlines() == ["Zaitseva name-spelling", "Port Office deprecated-term"], \
        (out.stdout, out.stderr)


def test_emacs_eglot(folder):
    if not list(Path("/usr/share/emacs").rglob("eglot.el*")):
        raise Absent("eglot")
    subprocess.run(["git", "init", "-q", folder], check=True)
    out = run(folder, "emacs", "-q", "--batch", "-l", str(HERE / "eglot.el"))
    assert out.stdout.splitlines()[-3:] == ["Zaitseva", "Port Office", FIXED], \
        (out.stdout, out.stderr)


def test_kakoune(folder):
    """Findings by :lint, at their bytes, and what :format makes of the text. (Kakoune adds a line
    where any filter changes the last one.)"""
    (folder / "a.txt").write_text(LINE + "\nThe end.\n", encoding="utf-8")
    for needed in "kak", "tmux":
        if shutil.which(needed) is None:
            raise Absent(needed)
    settings = folder / ".config/kak/kakrc"
    settings.parent.mkdir(parents=True)
    settings.write_text(f"source {EDITORS}/kakoune/termlint.kak\n", encoding="utf-8")
    session = f"termlint-{os.getpid()}"
    run(folder, "tmux", "-L", session, "new-session", "-d", "-x", "120", "-y", "40",
        f"kak -s {session} -e 'edit a.txt; termlint-enable; lint'")
    try:
        wait_for(lambda: "2 error(s)" in subprocess.run(
            ["tmux", "-L", session, "capture-pane", "-p"], capture_output=True, text=True,
            check=False).stdout)
        tell_kakoune(session, "; ".join([f"echo -to-file {folder}/found %opt{{lint_messages}}",
                                         "format", "write", f"echo -to-file {folder}/out done"]))
        wait_for((folder / "out").exists)
    finally:
        run(folder, "tmux", "-L", session, "kill-server")
    places = re.findall(r"\(col \d+\)", (folder / "found").read_text(encoding="utf-8"))
    text = (folder / "a.txt").read_text(encoding="utf-8")
    if SHOWS:
        print(f"# kakoune: {places} in :lint, then :format\n# {text.splitlines()[0]}")
    assert places == ["(col 21)", "(col 37)"], places
    assert text == ALL_FIXED + "\nThe end.\n", text


def tell_kakoune(session, commands):
    subprocess.run(["kak", "-p", session], text=True, check=True,
                   input=f"evaluate-commands -client client0 %[ {commands} ]")


def wait_for(condition):
    for _ in range(200):
        if condition():
            return
        time.sleep(0.1)
    raise TimeoutError("waited too long")


def npm_modules():
    """The folder of the libraries, brought there once; needs npm, and it a registry."""
    if shutil.which("npm") is None or shutil.which("node") is None:
        raise Absent("npm")
    NPM.mkdir(parents=True, exist_ok=True)
    lock = (HERE / "npm/package-lock.json").read_bytes()
    kept = NPM / "package-lock.json"
    if not (NPM / "node_modules").is_dir() or kept.read_bytes() != lock:
        for name in "package.json", "package-lock.json":
            shutil.copy(HERE / "npm" / name, NPM)
        try:
            subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=NPM,
                           check=True, capture_output=True, timeout=120)
        except (subprocess.SubprocessError, OSError) as error:
            raise Absent("registry for npm") from error
    return NPM / "node_modules"


def run_node(folder, script, *arguments):
    os.environ["NODE_PATH"] = str(npm_modules())
    return run(folder, "node", HERE / "npm" / script, *arguments)


def test_npm_client(folder):
    out = run_node(folder, "client.js", "a.txt")
    assert out.stdout.splitlines() == ["utf-16", *BYTES, FIXED, "exit 0",
                                       "utf-8", *BYTES, FIXED, "exit 0"], (out.stdout, out.stderr)


def test_vscode_extension(folder):
    out = run_node(folder, "extension.js", EDITORS / "vscode/extension.js", "a.txt")
    assert out.stdout.splitlines() == ["Zaitseva name-spelling", "Port Office deprecated-term",
                                       FIXED, "stopped"], (out.stdout, out.stderr)


def test_vscode_package(folder):
    """Takes long and much from a registry, so it is to be asked for as the public suites are."""
    if not os.environ.get("TERMLINT_SUITES"):
        raise Absent("TERMLINT_SUITES")
    npm_modules()
    shutil.copytree(EDITORS / "vscode", folder / "vscode")
    for command in ["npm", "install", "--no-audit", "--no-fund"], \
            ["npm", "run", "package", "--", "--out", str(folder / "termlint.vsix")]:
        subprocess.run(command, cwd=folder / "vscode", check=True, capture_output=True, timeout=250)
    names = zipfile.ZipFile(folder / "termlint.vsix").namelist()
    for wanted in "extension/extension.js", "extension/package.json", \
            "extension/node_modules/vscode-languageclient/package.json":
        assert wanted in names, names


def play(folder, test):
    (folder / "terms.yaml").write_text(TERMBASE, encoding="utf-8")
    (folder / ".termlint.yaml").write_text("termbase: [terms.yaml]\n", encoding="utf-8")
    (folder / "a.txt").write_text(LINE + "\n", encoding="utf-8")
    try:
        return test(folder)
    except Absent as what:
        return f"no {what}"


tap.run(tap.tests_in(globals()),
        lambda test: tap.in_a_folder(lambda folder: play(folder, test)))
