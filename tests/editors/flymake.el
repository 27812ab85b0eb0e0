;;; flymake.el --- what flymake shows -*- lexical-binding: t; -*-
;; SPDX-License-Identifier: MPL-2.0
(setq enable-local-variables nil)
(load (concat (getenv "EDITORS") "/emacs/termlint.el"))
(find-file "a.txt")
(termlint-flymake-setup)
(flymake-start)
(with-timeout (20 nil)
  (while (null (flymake-diagnostics)) (accept-process-output nil 0.1)))
(dolist (d (sort (flymake-diagnostics)
                 (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b)))))
  (princ (format "%s %s\n"
                 (buffer-substring (flymake-diagnostic-beg d) (flymake-diagnostic-end d))
                 (replace-regexp-in-string ".*\\[\\(.*\\)\\]$" "\\1" (flymake-diagnostic-text d)))))
