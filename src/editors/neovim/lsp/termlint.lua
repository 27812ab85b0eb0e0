-- SPDX-License-Identifier: MPL-2.0
-- The language server for Neovim. From 0.11 on, with this folder's parent on the runtime path:
--     vim.lsp.enable('termlint')
-- Before, vim.lsp.start(dofile('…/lsp/termlint.lua')) in an autocommand of FileType.
return {
  name = 'termlint',
  cmd = { 'termlint', 'lsp' },
  filetypes = { 'text', 'markdown', 'html', 'rst', 'asciidoc', 'tex', 'po', 'xml', 'mail', 'gitcommit' },
  root_markers = { '.termlint.yaml', '.git' },
}
