" SPDX-License-Identifier: MPL-2.0
" :compiler termlint, then :make: the findings of the file at hand in the quickfix list.
" Vim counts columns in bytes, so that is what it is given.
if exists('current_compiler')
  finish
endif
let current_compiler = 'termlint'

CompilerSet makeprg=termlint\ check\ --format\ gnu\ --columns\ bytes\ %:S
CompilerSet errorformat=%f:%l:%c:\ %trror:\ %m,
      \%f:%l:%c:\ %tarning:\ %m,
      \%f:%l:%c:\ %*[s]ugges%tion:\ %m,
      \%f:%l:%c:\ %tuggestion:\ %m,
      \%-G%.%#
