# SPDX-License-Identifier: MPL-2.0
"""Checks messages against metaModel.json, the machine-readable form of the LSP specification: every
property of a known type, none that is wanted missing, none that is unknown."""
import json

BASE = {
    "string": lambda v: isinstance(v, str),
    "DocumentUri": lambda v: isinstance(v, str) and ":" in v,
    "URI": lambda v: isinstance(v, str) and ":" in v,
    "RegExp": lambda v: isinstance(v, str),
    "integer": lambda v: isinstance(v, int) and not isinstance(v, bool) and abs(v) < 2 ** 31,
    "uinteger": lambda v: isinstance(v, int) and not isinstance(v, bool) and 0 <= v < 2 ** 31,
    "decimal": lambda v: isinstance(v, (int, float)) and not isinstance(v, bool),
    "boolean": lambda v: isinstance(v, bool),
    "null": lambda v: v is None,
}


class MetaModel:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            model = json.load(file)
        self.structures = {s["name"]: s for s in model["structures"]}
        self.aliases = {a["name"]: a["type"] for a in model["typeAliases"]}
        self.enumerations = {e["name"]: e for e in model["enumerations"]}
        self.messages = {m["method"]: m for m in model["requests"] + model["notifications"]}

    def problem(self, value, kind, where):
        """What is wrong with a value of that type, or None."""
        return getattr(self, "_" + kind["kind"])(value, kind, where)

    def _base(self, value, kind, where):
        return None if BASE[kind["name"]](value) else f"{where}: {value!r} is no {kind['name']}"

    def _stringLiteral(self, value, kind, where):
        return None if value == kind["value"] else f"{where}: {value!r} is not {kind['value']!r}"

    def _array(self, value, kind, where):
        if not isinstance(value, list):
            return f"{where}: {value!r} is no array"
        found = (self.problem(v, kind["element"], f"{where}[{i}]") for i, v in enumerate(value))
        return next(filter(None, found), None)

    def _map(self, value, kind, where):
        if not isinstance(value, dict):
            return f"{where}: {value!r} is no map"
        found = (self.problem(v, kind["value"], f"{where}[{k}]") for k, v in value.items())
        return next(filter(None, found), None)

    def _tuple(self, value, kind, where):
        if not isinstance(value, list) or len(value) != len(kind["items"]):
            return f"{where}: {value!r} is no tuple"
        found = (self.problem(v, k, where) for v, k in zip(value, kind["items"]))
        return next(filter(None, found), None)

    def _or(self, value, kind, where):
        found = [self.problem(value, k, where) for k in kind["items"]]
        return None if None in found else " / ".join(found)

    def _and(self, value, kind, where):
        return next(filter(None, (self.problem(value, k, where) for k in kind["items"])), None)

    def _literal(self, value, kind, where):
        return self.properties(value, kind["value"]["properties"], where)

    def _reference(self, value, kind, where):
        name = kind["name"]
        if name in ("LSPAny", "LSPObject", "LSPArray"):
            return None
        if name in self.aliases:
            return self.problem(value, self.aliases[name], where)
        if name in self.enumerations:
            row = self.enumerations[name]
            known = value in [v["value"] for v in row["values"]] or row.get("supportsCustomValues")
            return None if known else f"{where}: {value!r} is no {name}"
        return self.properties(value, self.all_properties(name), where)

    def all_properties(self, name):
        structure = self.structures[name]
        found = list(structure["properties"])
        for parent in structure.get("extends", []) + structure.get("mixins", []):
            found += self.all_properties(parent["name"])
        return found

    def properties(self, value, wanted, where):
        if not isinstance(value, dict):
            return f"{where}: {value!r} is no object"
        rows = {row["name"]: row for row in reversed(wanted)}
        for key, row in rows.items():
            if key not in value and not row.get("optional"):
                return f"{where}: no {key!r}"
        for key, part in value.items():
            if key not in rows:
                return f"{where}: unknown {key!r}"
            found = self.problem(part, rows[key]["type"], f"{where}.{key}")
            if found:
                return found
        return None

    def check_sent(self, message):
        """A request or notification of the server."""
        row = self.messages[message["method"]]
        assert row["messageDirection"] in ("serverToClient", "both"), message["method"]
        assert set(message) <= {"jsonrpc", "id", "method", "params"}, message
        problem = None
        if "params" in row:
            problem = self.problem(message["params"], row["params"], message["method"])
        else:
            assert "params" not in message, f"{message['method']}: unknown params"
        assert problem is None, problem
        if message["method"] == "$/progress":
            self.check_progress(message["params"])

    def check_progress(self, params):
        """Work that is done, or a part of the diagnostics of the workspace."""
        kinds = {"begin": "WorkDoneProgressBegin", "report": "WorkDoneProgressReport",
                 "end": "WorkDoneProgressEnd"}
        name = kinds.get(params["value"].get("kind"), "WorkspaceDiagnosticReportPartialResult")
        problem = self.problem(params["value"], {"kind": "reference", "name": name}, "$/progress")
        assert problem is None, problem

    def check_answer(self, method, message):
        """The server's response to a request of that method."""
        assert set(message) in ({"jsonrpc", "id", "result"}, {"jsonrpc", "id", "error"}), message
        if "error" in message:
            assert set(message["error"]) <= {"code", "message", "data"}, message
            assert isinstance(message["error"]["code"], int), message
        elif method in self.messages:
            problem = self.problem(message["result"], self.messages[method]["result"], method)
            assert problem is None, problem
