-- SPDX-License-Identifier: MPL-2.0
-- Neovim's own client over the language server: what it shows, and what the first replacement makes
-- of the line. Prints to standard output.
local config = dofile(vim.env.EDITORS .. '/neovim/lsp/termlint.lua')
config.root_dir = vim.fn.getcwd()
vim.cmd('edit a.txt')
local client = vim.lsp.start_client(config)
vim.lsp.buf_attach_client(0, client)
vim.wait(10000, function() return #vim.diagnostic.get(0) > 0 end)
local found = vim.diagnostic.get(0)
table.sort(found, function(a, b) return a.col < b.col end)
local out = {}
for _, d in ipairs(found) do
  table.insert(out, string.format('%d:%d-%d %s', d.lnum + 1, d.col + 1, d.end_col + 1, d.code))
end
vim.ui.select = function(items, _, choose) choose(items[1], 1) end
vim.api.nvim_win_set_cursor(0, { 1, found[1].col })
vim.lsp.buf.code_action()
vim.wait(10000, function() return vim.bo.modified end)
table.insert(out, vim.api.nvim_buf_get_lines(0, 0, 1, false)[1])
io.stdout:write(table.concat(out, '\n') .. '\n')
vim.cmd('qall!')
