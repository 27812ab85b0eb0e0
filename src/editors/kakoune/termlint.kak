# SPDX-License-Identifier: MPL-2.0
# :lint in text buffers shows termlint's findings; Kakoune counts columns in bytes.
hook global WinSetOption filetype=(plain|markdown|html|restructuredtext|asciidoc|latex|mail) %{
    termlint-enable
}

define-command termlint-enable -docstring 'let :lint and :format use termlint in this window' %{
    set-option window lintcmd %{ run() {
        termlint check --format gnu --columns bytes --quiet --fail-on never \
            --stdin-path "$kak_buffile" - < "$1" 2>/dev/null |
            sed 's/: suggestion: /: warning: /'
    }; run }
    set-option window formatcmd "termlint fix --quiet --stdin-path '%val{buffile}' -"
}
