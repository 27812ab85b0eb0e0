-- SPDX-License-Identifier: MPL-2.0
-- For nvim-lint: require('lint').linters.termlint = dofile('…/lint/termlint.lua'). Neovim's
-- diagnostics count bytes from 0.
local severities = {
  error = vim.diagnostic.severity.ERROR,
  warning = vim.diagnostic.severity.WARN,
  suggestion = vim.diagnostic.severity.INFO,
}

return {
  name = 'termlint',
  cmd = 'termlint',
  stdin = true,
  ignore_exitcode = true,
  args = {
    'check', '--format', 'json', '--columns', 'bytes', '--stdin-path',
    function() return vim.api.nvim_buf_get_name(0) end, '-',
  },
  parser = function(output)
    local ok, report = pcall(vim.json.decode, output)
    local diagnostics = {}
    for _, finding in ipairs(ok and report.findings or {}) do
      table.insert(diagnostics, {
        lnum = finding.line - 1,
        col = finding.column - 1,
        end_lnum = finding.endLine - 1,
        end_col = finding.endColumn - 1,
        severity = severities[finding.severity],
        code = finding.rule,
        source = 'termlint',
        message = finding.message,
      })
    end
    return diagnostics
  end,
}
