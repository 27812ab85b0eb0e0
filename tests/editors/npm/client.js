// SPDX-License-Identifier: MPL-2.0
// A session through the protocol library of VS Code, in both encodings: what is found, in bytes of
// the line, and what the first replacement makes of it. Usage: client.js FILE; prints to standard
// output.
'use strict';

const { spawn } = require('child_process');
const fs = require('fs');
const path = require('path');
const { pathToFileURL } = require('url');
const protocol = require('vscode-languageserver-protocol/node');
const { TextDocument } = require('vscode-languageserver-textdocument');

const file = path.resolve(process.argv[2]);
const uri = pathToFileURL(file).href;
const line = fs.readFileSync(file, 'utf8').split('\n')[0];

// The number of bytes from 1 at which a character of the protocol stands.
function byteOf(character, encoding) {
  return 1 + (encoding === 'utf-8' ? character : Buffer.byteLength(line.slice(0, character)));
}

// The line with an edit made, whatever its characters count.
function edited(edit, encoding) {
  if (encoding === 'utf-8') {
    const bytes = Buffer.from(line);
    return bytes.subarray(0, edit.range.start.character) + edit.newText
      + bytes.subarray(edit.range.end.character);
  }
  return TextDocument.applyEdits(TextDocument.create(uri, 'plaintext', 1, line), [edit]);
}

async function session(encoding) {
  const server = spawn('termlint', ['lsp'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = protocol.createProtocolConnection(
    new protocol.StreamMessageReader(server.stdout), new protocol.StreamMessageWriter(server.stdin));
  const published = new Promise((resolve) => {
    connection.onNotification(protocol.PublishDiagnosticsNotification.type, resolve);
  });
  connection.listen();
  const { capabilities } = await connection.sendRequest(protocol.InitializeRequest.type, {
    processId: process.pid,
    rootUri: pathToFileURL(path.dirname(file)).href,
    capabilities: { general: { positionEncodings: [encoding] } },
  });
  await connection.sendNotification(protocol.InitializedNotification.type, {});
  await connection.sendNotification(protocol.DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'plaintext', version: 1, text: `${line}\n` },
  });
  const { diagnostics } = await published;
  console.log(capabilities.positionEncoding);
  for (const { range, code } of diagnostics) {
    const [begin, end] = [range.start, range.end].map((p) => byteOf(p.character, encoding));
    console.log(`${range.start.line + 1}:${begin}-${end} ${code}`);
  }
  const actions = await connection.sendRequest(protocol.CodeActionRequest.type, {
    textDocument: { uri }, range: diagnostics[0].range, context: { diagnostics },
  });
  console.log(edited(actions[0].edit.changes[uri][0], encoding));
  await connection.sendRequest(protocol.ShutdownRequest.type);
  const ended = new Promise((resolve) => { server.on('exit', resolve); });
  await connection.sendNotification(protocol.ExitNotification.type);
  console.log(`exit ${await ended}`);
}

(async () => {
  await session('utf-16');
  await session('utf-8');
})();
