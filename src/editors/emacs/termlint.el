;;; termlint.el --- terminology checking with termlint -*- lexical-binding: t; -*-

;; SPDX-License-Identifier: MPL-2.0
;; Version: 0.1.0
;; Package-Requires: ((emacs "27.1"))
;; Keywords: text, tools

;;; Commentary:

;; Two ways, one is enough.  With eglot: (termlint-eglot-setup), then M-x eglot in a text buffer.
;; With flymake alone: (add-hook 'text-mode-hook #'termlint-flymake-setup); findings are those of
;; the buffer as it is typed.

;;; Code:

(require 'flymake)
(require 'json)

(defgroup termlint nil "Terminology checking." :group 'text)

(defcustom termlint-program "termlint"
  "The program."
  :type 'string)

(defcustom termlint-modes '(text-mode markdown-mode html-mode rst-mode adoc-mode latex-mode po-mode)
  "Major modes in which eglot starts the language server."
  :type '(repeat symbol))

(defvar eglot-server-programs)

(defun termlint-eglot-setup ()
  "Tell eglot of the language server."
  (with-eval-after-load 'eglot
    (add-to-list 'eglot-server-programs (cons termlint-modes (list termlint-program "lsp")))))

(defvar-local termlint--process nil "The check that runs, or nil.")

(defun termlint--diagnostic (buffer finding)
  "The flymake diagnostic of FINDING, an alist, in BUFFER."
  (let-alist finding
    (with-current-buffer buffer
      (save-excursion
        (save-restriction
          (widen)
          (flymake-make-diagnostic
           buffer
           (termlint--position .line .column) (termlint--position .endLine .endColumn)
           (pcase .severity ("error" :error) ("warning" :warning) (_ :note))
           (format "%s [%s]" .message .rule)))))))

(defun termlint--position (line column)
  "The position of COLUMN, in characters from 1, of LINE."
  (goto-char (point-min))
  (forward-line (1- line))
  (min (+ (point) (1- column)) (line-end-position)))

(defun termlint--report (process buffer report)
  "Tell flymake through REPORT what PROCESS found in BUFFER."
  (when (and (eq (process-status process) 'exit) (buffer-live-p buffer)
             (eq process (buffer-local-value 'termlint--process buffer)))
    (let ((found (with-current-buffer (process-buffer process)
                   (goto-char (point-min))
                   (ignore-errors
                     (alist-get 'findings (json-parse-buffer :object-type 'alist
                                                             :array-type 'list))))))
      (funcall report (mapcar (lambda (finding) (termlint--diagnostic buffer finding)) found)))
    (kill-buffer (process-buffer process))))

(defun termlint-flymake (report &rest _)
  "A flymake backend; findings go to REPORT."
  (when (process-live-p termlint--process)
    (kill-process termlint--process))
  (let ((buffer (current-buffer)) (coding-system-for-read 'utf-8)
        (coding-system-for-write 'utf-8))
    (setq termlint--process
          (make-process
           :name "termlint" :noquery t :connection-type 'pipe :stderr nil
           :buffer (generate-new-buffer " *termlint*")
           :command (list termlint-program "check" "--format" "json" "--quiet" "--stdin-path"
                          (or (buffer-file-name) "buffer.txt") "-")
           :sentinel (lambda (process _) (termlint--report process buffer report))))
    (process-send-region termlint--process (point-min) (point-max))
    (process-send-eof termlint--process)))

;;;###autoload
(defun termlint-flymake-setup ()
  "Check this buffer with flymake."
  (add-hook 'flymake-diagnostic-functions #'termlint-flymake nil t)
  (flymake-mode 1))

(provide 'termlint)
;;; termlint.el ends here
