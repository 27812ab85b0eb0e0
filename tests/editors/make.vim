" SPDX-License-Identifier: MPL-2.0
" :compiler and :make: what is in the quickfix list.
set nocompatible shellpipe=>%s\ 2>/dev/null
execute 'set runtimepath+=' . $EDITORS . '/vim'
edit a.txt
compiler termlint
silent make!
call writefile(map(filter(getqflist(), 'v:val.valid'), {_, i -> printf('%d:%d %s %s', i.lnum, i.col, i.type, matchstr(i.text, '\[\zs.*\ze\]'))}), $OUT)
qall!
