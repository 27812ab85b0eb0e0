" SPDX-License-Identifier: MPL-2.0
" ALE with our linter and our fixer: what is in the location list, and the fixed line.
set nocompatible
filetype plugin on
let g:ale_linters_explicit = 1
let g:ale_linters = {'text': ['termlint']}
let g:ale_fixers = {'text': ['termlint']}
execute 'set runtimepath+=' . $ALE
runtime plugin/ale.vim
execute 'source' $EDITORS . '/vim/ale_linters/termlint.vim'
edit a.txt
setfiletype text
ALELint
let s:tries = 0
while empty(ale#engine#GetLoclist(bufnr(''))) && s:tries < 100
  sleep 100m
  let s:tries += 1
endwhile
let s:out = []
for s:item in ale#engine#GetLoclist(bufnr(''))
  call add(s:out, printf('%d:%d-%d %s', s:item.lnum, s:item.col, s:item.end_col + 1, s:item.code))
endfor
ALEFix
let s:tries = 0
while !&modified && s:tries < 100
  sleep 100m
  let s:tries += 1
endwhile
call writefile(s:out + [getline(1)], $OUT)
qall!
