// SPDX-License-Identifier: MPL-2.0
// As much of VS Code as its language client needs to open one document, show diagnostics and list
// code actions. What nobody looks at is an empty class or a function that does nothing.
'use strict';

const { fileURLToPath, pathToFileURL } = require('url');

class Emitter {
  constructor() {
    this.listeners = [];
    this.event = (listener, self) => {
      this.listeners.push((event) => listener.call(self, event));
      return new Disposable(() => {});
    };
  }

  fire(event) {
    this.listeners.forEach((listener) => listener(event));
  }

  dispose() {}
}

class Disposable {
  constructor(dispose) {
    this.dispose = dispose;
  }

  static from(...parts) {
    return new Disposable(() => parts.forEach((part) => part.dispose()));
  }
}

class TabInputText {
  constructor(uri) {
    this.uri = uri;
  }
}

class Uri {
  static parse(text) {
    return Object.assign(new Uri(), { text, scheme: text.split(':')[0] });
  }

  static file(path) {
    return Uri.parse(pathToFileURL(path).href);
  }

  get fsPath() {
    return fileURLToPath(this.text);
  }

  toString() {
    return this.text;
  }
}

class Position {
  constructor(line, character) {
    Object.assign(this, { line, character });
  }
}

class Range {
  constructor(...places) {
    [this.start, this.end] = places.length === 2
      ? places : [new Position(places[0], places[1]), new Position(places[2], places[3])];
  }
}

class Diagnostic {
  constructor(range, message, severity) {
    Object.assign(this, { range, message, severity });
  }
}

class WorkspaceEdit {
  constructor() {
    this.edits = new Map();
  }

  set(uri, edits) {
    this.edits.set(uri.toString(), edits);
  }

  replace(uri, range, newText) {
    this.set(uri, [...(this.edits.get(uri.toString()) ?? []), { range, newText }]);
  }
}

class Kind {
  constructor(value) {
    this.value = value;
  }

  append(part) {
    return new Kind(this.value ? `${this.value}.${part}` : part);
  }

  contains(other) {
    return other.value.startsWith(this.value);
  }
}

class CodeAction {
  constructor(title, kind) {
    Object.assign(this, { title, kind });
  }
}

class CancellationTokenSource {
  constructor() {
    this.emitter = new Emitter();
    this.token = { isCancellationRequested: false, onCancellationRequested: this.emitter.event };
  }

  cancel() {
    this.token.isCancellationRequested = true;
    this.emitter.fire();
  }

  dispose() {}
}

// Answers every name: what is known, else a function that is a class too.
function anything(known) {
  return new Proxy(known, {
    get(target, name) {
      if (!(name in target) && typeof name === 'string') {
        // an event wants something to be disposed of in return
        target[name] = function Nothing() { return new Disposable(() => {}); };
      }
      return target[name];
    },
  });
}

const found = new Map(); // URI → diagnostics
const providers = []; // of code actions
const settings = { path: 'termlint' };
const changed = new Emitter();
const events = anything({});

const workspace = anything({
  textDocuments: [],
  notebookDocuments: [],
  workspaceFolders: [],
  getConfiguration: () => ({ get: (key) => settings[key] ?? null }),
  getWorkspaceFolder: () => workspace.workspaceFolders[0],
  onDidChangeConfiguration: changed.event,
  asRelativePath: (path) => path,
});

module.exports = anything({
  version: '1.90.0',
  Uri, Position, Range, Diagnostic, WorkspaceEdit, CodeAction, Disposable,
  CancellationTokenSource, TabInputText,
  EventEmitter: Emitter,
  CodeActionKind: Object.assign(Kind, {
    Empty: new Kind(''), QuickFix: new Kind('quickfix'), Refactor: new Kind('refactor'),
    Source: new Kind('source'),
  }),
  DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
  CompletionItemKind: {}, SymbolKind: {}, CompletionItemTag: {}, DiagnosticTag: {},
  FileType: {}, ProgressLocation: { Window: 10 }, StatusBarAlignment: {},
  env: anything({ appName: 'test', language: 'en' }),
  commands: anything({ registerCommand: () => new Disposable(() => {}) }),
  extensions: anything({ getExtension: () => undefined }),
  window: anything({
    activeTextEditor: undefined,
    visibleTextEditors: [],
    tabGroups: anything({ all: [] }),
    createOutputChannel: () => anything({ appendLine: (text) => console.error(text) }),
    withProgress: (_options, task) => task(anything({ report: () => {} }), events),
    showErrorMessage: async (text) => console.error(text),
  }),
  languages: anything({
    match: (selector, document) => (
      [selector].flat().some((row) => row.language === document.languageId) ? 10 : 0),
    createDiagnosticCollection: () => anything({
      set: (uri, diagnostics) => found.set(uri.toString(), diagnostics ?? []),
      delete: (uri) => found.delete(uri.toString()),
      has: (uri) => found.has(uri.toString()),
    }),
    registerCodeActionsProvider: (_selector, provider) => {
      providers.push(provider);
      return new Disposable(() => {});
    },
  }),
  workspace,
  // for the test
  testing: { found, providers, settings, changed },
});
