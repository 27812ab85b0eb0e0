#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Completions for bash, zsh and fish, from what the program says of itself.

Usage: generate.py TERMLINT bash|zsh|fish
"""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "man"))
import help as said  # noqa: E402


def quoted(text):
    return "'" + text.replace("'", "'\\''") + "'"


def leaves(commands):
    """Commands and verbs that take options: each with its words."""
    for command in commands:
        yield from leaves(command.verbs) if command.verbs else [command]


def values(option, rules):
    """What an option's argument may be: a list of words, or None: files."""
    if option.name == "--rule":
        return [f"{rule}={level}" for rule in rules
                for level in ("error", "warning", "suggestion", "off")]
    return option.choices


def bash(commands, formats, rules):
    out = ["# termlint completion for bash", "_termlint()", "{",
           '    local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}"',
           '    local command="${COMP_WORDS[1]}" options="" words=""',
           "    COMPREPLY=()",
           '    if [ "$COMP_CWORD" -eq 1 ]; then',
           f"        COMPREPLY=($(compgen -W '{' '.join(c.words[0] for c in commands)} --help "
           "--version' -- \"$current\"))", "        return", "    fi", '    case "$command" in']
    for command in commands:
        if command.verbs:
            names = " ".join(verb.words[1] for verb in command.verbs)
            out += [f"    {command.words[0]})", '        if [ "$COMP_CWORD" -eq 2 ]; then',
                    f"            COMPREPLY=($(compgen -W '{names}' -- \"$current\"))",
                    "            return", "        fi",
                    '        command="$command ${COMP_WORDS[2]}" ;;']
    out += ["    esac", '    case "$command" in']
    for command in leaves(commands):
        names = " ".join(option.name for option in command.options)
        out += [f"    {quoted(' '.join(command.words))}) options={quoted(names)} ;;"]
    out += ["    esac", '    case "$command $previous" in']
    for command in leaves(commands):
        for option in command.options:
            given = formats if option.name == "--format" and command.words == ["check"] else \
                values(option, rules)
            if given:
                out += [f"    {quoted(' '.join(command.words) + ' ' + option.name)}) "
                        f"words={quoted(' '.join(given))} ;;"]
    topics = " ".join(rules)
    out += ["    esac", '    if [ "$command" = explain ] && [ -z "$words" ]; then',
            f'        case "$current" in -*) ;; *) words={quoted(topics)} ;; esac', "    fi",
            '    if [ -n "$words" ]; then',
            '        compopt -o nosort 2>/dev/null',
            "        local COMP_WORDBREAKS=\" \"",
            '        COMPREPLY=($(compgen -W "$words" -- "$current"))',
            '    elif [ "${current#-}" != "$current" ]; then',
            '        COMPREPLY=($(compgen -W "$options" -- "$current"))', "    else",
            "        compopt -o default -o bashdefault 2>/dev/null", "    fi", "}",
            "complete -F _termlint termlint"]
    return out


def zsh_option(option, formats, rules, is_check):
    text = option.text.replace("[", "(").replace("]", ")").replace(":", "\\:")
    spec = f"{option.name}[{text}]"
    if option.argument:
        given = formats if option.name == "--format" and is_check else values(option, rules)
        action = f"({' '.join(given)})" if given else "_files" if option.is_file() else " "
        spec += f":{option.argument.lower()}:{action}"
    return "            " + quoted(("*" if "may be repeated" in option.text else "") + spec) + " \\"


def zsh(commands, formats, rules):
    out = ["#compdef termlint", "_termlint()", "{", "    local -a commands verbs",
           "    commands=("]
    out += [f"        {quoted(c.words[0] + ':' + c.summary)}" for c in commands]
    out += ["    )", "    if (( CURRENT == 2 )); then", "        _describe command commands",
            "        return", "    fi", '    local command="$words[2]"', '    case "$command" in']
    for command in commands:
        if command.verbs:
            names = " ".join(quoted(f"{v.words[1]}:{v.summary}") for v in command.verbs)
            out += [f"    {command.words[0]})", f"        verbs=({names})",
                    "        if (( CURRENT == 3 )); then", "            _describe verb verbs",
                    "            return", "        fi", '        command="$command $words[3]" ;;']
    out += ["    esac", "    words=(\"$command\" ${words[CURRENT > 3 ? 3 : 3,-1]})",
            '    case "$command" in']
    for command in leaves(commands):
        operand = f"({' '.join(rules)})" if command.words == ["explain"] else "_files"
        out += [f"    {quoted(' '.join(command.words))})", "        _arguments \\"]
        out += [zsh_option(o, formats, rules, command.words == ["check"]) for o in command.options]
        out += [f"            '*:argument:{operand}' ;;"]
    return out + ["    esac", "}", '_termlint "$@"']


def fish(commands, formats, rules):
    names = " ".join(c.words[0] for c in commands)
    out = ["# termlint completion for fish", f"set -l commands {names}",
           "complete -c termlint -f -n \"not __fish_seen_subcommand_from $commands\" -l help",
           "complete -c termlint -f -n \"not __fish_seen_subcommand_from $commands\" -l version"]
    for command in commands:
        out.append("complete -c termlint -f -n \"not __fish_seen_subcommand_from $commands\" -a "
                   f"{command.words[0]} -d {quoted(command.summary)}")
        verbs = " ".join(verb.words[1] for verb in command.verbs)
        for verb in command.verbs:
            out.append(f"complete -c termlint -f -n \"__fish_seen_subcommand_from "
                       f"{command.words[0]}; and not __fish_seen_subcommand_from {verbs}\" -a "
                       f"{verb.words[1]} -d {quoted(verb.summary)}")
    for command in leaves(commands):
        seen = "; and ".join(f"__fish_seen_subcommand_from {word}" for word in command.words)
        for option in command.options:
            given = formats if option.name == "--format" and command.words == ["check"] else \
                values(option, rules)
            kind = "-l" if option.name.startswith("--") else "-s"
            line = f"complete -c termlint -n \"{seen}\" {kind} {option.name.lstrip('-')}"
            if option.argument:
                line += " -r" if option.is_file() else " -x"
            if given:
                line += f" -a {quoted(' '.join(given))}"
            out.append(f"{line} -d {quoted(option.text)}")
    out.append(f"complete -c termlint -n \"__fish_seen_subcommand_from explain\" -a "
               f"{quoted(' '.join(rules))}")
    return out


def main():
    binary, shell = sys.argv[1:3]
    commands = said.commands(binary)
    check = next(c for c in commands if c.words == ["check"])
    rules = [rule for rule, _, _ in said.rules(binary)]
    lines = {"bash": bash, "zsh": zsh, "fish": fish}[shell](
        commands, [name for name, _ in check.formats], rules)
    print("\n".join(lines))


main()
