// SPDX-License-Identifier: MPL-2.0
// The VS Code extension: starts the language server and hands it the settings. All else is the
// server's.
'use strict';

const vscode = require('vscode');
const { LanguageClient, TransportKind } = require('vscode-languageclient/node');

// Documents; YAML for termbases and configurations, of which the server knows its own.
const languages = [
  'plaintext', 'markdown', 'html', 'restructuredtext', 'asciidoc', 'latex', 'po', 'xml', 'yaml',
];

let client;

// What the server takes; `path` is the extension's own.
function settings() {
  const given = vscode.workspace.getConfiguration('termlint');
  const keys = ['termbase', 'languages', 'romanization', 'rules', 'ignore'];
  return Object.fromEntries(keys.map((key) => [key, given.get(key)]));
}

async function start() {
  const command = vscode.workspace.getConfiguration('termlint').get('path');
  const server = { command, args: ['lsp'], transport: TransportKind.stdio };
  client = new LanguageClient('termlint', 'termlint', server, {
    documentSelector: languages.map((language) => ({ language })),
    initializationOptions: settings(),
    middleware: { workspace: { configuration: () => [settings()] } },
  });
  await client.start();
}

async function stop() {
  const running = client;
  client = undefined;
  if (running) {
    await running.stop();
  }
}

async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand('termlint.restart', async () => {
      await stop();
      await start();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('termlint') && client) {
        client.sendNotification('workspace/didChangeConfiguration', {
          settings: { termlint: settings() },
        });
      }
    }),
  );
  await start();
}

module.exports = { activate, deactivate: stop };
