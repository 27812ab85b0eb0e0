" SPDX-License-Identifier: MPL-2.0
" A linter for ALE: put it on the runtime path as plugin/termlint.vim, or source it. It works on what
" is being typed, before it is saved. ALE takes columns for bytes, so the program is asked for bytes.
call ale#Set('termlint_executable', 'termlint')
call ale#Set('termlint_options', '')

function! TermlintHandle(buffer, lines) abort
  let l:found = []
  for l:finding in get(ale#util#FuzzyJSONDecode(a:lines, {}), 'findings', [])
    call add(l:found, {
    \   'lnum': l:finding.line,
    \   'col': l:finding.column,
    \   'end_lnum': l:finding.endLine,
    \   'end_col': l:finding.endColumn - 1,
    \   'type': l:finding.severity is# 'error' ? 'E' : l:finding.severity is# 'warning' ? 'W' : 'I',
    \   'code': l:finding.rule,
    \   'text': l:finding.message,
    \ })
  endfor
  return l:found
endfunction

function! TermlintCommand(buffer) abort
  return '%e check --format json --columns bytes --stdin-path %s '
  \   . ale#Var(a:buffer, 'termlint_options') . ' -'
endfunction

function! TermlintFix(buffer) abort
  return {'command': ale#Escape(ale#Var(a:buffer, 'termlint_executable'))
  \   . ' fix --quiet --stdin-path %s ' . ale#Var(a:buffer, 'termlint_options') . ' -'}
endfunction

for s:filetype in ['text', 'markdown', 'html', 'rst', 'asciidoc', 'tex', 'po', 'xml', 'mail']
  call ale#linter#Define(s:filetype, {
  \   'name': 'termlint',
  \   'executable': {buffer -> ale#Var(buffer, 'termlint_executable')},
  \   'command': function('TermlintCommand'),
  \   'callback': 'TermlintHandle',
  \ })
endfor
call ale#fix#registry#Add('termlint', 'TermlintFix', [], 'Put the canonical terms in place.')
