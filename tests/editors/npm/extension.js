// SPDX-License-Identifier: MPL-2.0
// The VS Code extension with the real language client and the real server, in an editor that is only
// as real as vscode.js. Usage: extension.js EXTENSION FILE; prints to standard output.
'use strict';

const fs = require('fs');
const Module = require('module');
const path = require('path');
const { TextDocument } = require('vscode-languageserver-textdocument');

const [, , extension, file] = process.argv.map((argument) => path.resolve(argument));
const resolve = Module._resolveFilename;
Module._resolveFilename = (name, ...rest) => (
  name === 'vscode' ? require.resolve('./vscode.js') : resolve.call(Module, name, ...rest));

const vscode = require('vscode');
const { found, providers } = vscode.testing;

function until(condition) {
  return new Promise((done, fail) => {
    const began = Date.now();
    const timer = setInterval(() => {
      if (condition() || Date.now() - began > 20000) {
        clearInterval(timer);
        (condition() ? done : () => fail(new Error('waited too long')))();
      }
    }, 20);
  });
}

async function main() {
  const uri = vscode.Uri.file(file);
  const text = fs.readFileSync(file, 'utf8');
  const [line] = text.split('\n');
  const document = {
    uri, languageId: 'plaintext', version: 1, getText: () => text, isClosed: false,
    fileName: file, lineCount: 2, isDirty: false,
  };
  vscode.workspace.textDocuments.push(document);
  const folder = vscode.Uri.file(path.dirname(file));
  vscode.workspace.workspaceFolders.push({ uri: folder, name: 'w', index: 0 });
  vscode.window.visibleTextEditors.push({ document });
  vscode.window.activeTextEditor = { document };
  vscode.window.tabGroups.all.push({ tabs: [{ input: new vscode.TabInputText(uri) }] });
  const { activate, deactivate } = require(extension);
  await activate({ subscriptions: [] });
  await until(() => (found.get(uri.toString()) ?? []).length > 0);
  const diagnostics = found.get(uri.toString());
  for (const { range, code } of diagnostics) {
    console.log(`${line.slice(range.start.character, range.end.character)} ${code.value ?? code}`);
  }
  const actions = await providers[0].provideCodeActions(
    document, diagnostics[0].range, { diagnostics, only: undefined, triggerKind: 1 },
    new vscode.CancellationTokenSource().token);
  const edits = actions[0].edit.edits.get(uri.toString());
  console.log(TextDocument.applyEdits(TextDocument.create('x:', 'plaintext', 1, line), edits));
  await deactivate();
  console.log('stopped');
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
