-- SPDX-License-Identifier: MPL-2.0
-- The language server for Neovim. From 0.11 on, with this folder's parent on the runtime path:
--     vim.lsp.enable('termlint')
-- Before, vim.lsp.start(dofile('…/lsp/termlint.lua')) in an autocommand of FileType.
return {
  name = 'termlint',
  cmd = { 'termlint', 'lsp' },
  -- yaml: termbases and configurations, while they are typed
  filetypes = {
    'text', 'markdown', 'html', 'rst', 'asciidoc', 'tex', 'po', 'xml', 'mail', 'gitcommit', 'yaml',
  },
  root_markers = { '.termlint.yaml', '.git' },
}
