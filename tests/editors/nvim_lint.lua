-- SPDX-License-Identifier: MPL-2.0
-- The linter's parser as nvim-lint calls it.
vim.cmd('edit a.txt')
local linter = dofile(vim.env.EDITORS .. '/neovim/lint/termlint.lua')
local command = { linter.cmd }
for _, argument in ipairs(linter.args) do
  table.insert(command, type(argument) == 'function' and argument() or argument)
end
local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. '\n'
local found = linter.parser(vim.fn.system(command, text))
for _, d in ipairs(found) do
  io.stdout:write(string.format('%d:%d-%d %s\n', d.lnum + 1, d.col + 1, d.end_col + 1, d.code))
end
vim.cmd('qall!')
