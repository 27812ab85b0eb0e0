/* SPDX-License-Identifier: MPL-2.0 */
/* Reading and replacing files in a temporary folder: what is kept, what is refused, and that a
 * failed replacement leaves nothing behind. */
#include "base/file.h"
#include "base/walk.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <cmocka.h>

typedef struct fixture {
    char folder[64];
    char path[4][128]; /* names of files in the folder */
    tl_buf bytes;
    tl_file_stamp stamp;
    tl_error error;
} fixture;

static void
write_file(const char *path, const char *text)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, strlen(text)), strlen(text));
    assert_int_equal(close(fd), 0);
}

static int
set_up(void **state)
{
    fixture *f = calloc(1, sizeof *f);
    snprintf(f->folder, sizeof f->folder, "termlint-test-XXXXXX");
    if (mkdtemp(f->folder) == NULL) {
        return -1;
    }
    for (int i = 0; i < 4; i++) {
        snprintf(f->path[i], sizeof f->path[i], "%s/%d.txt", f->folder, i);
    }
    *state = f;
    return 0;
}

static bool
collect(void *context, tl_str path)
{
    tl_buf *paths = context;
    tl_buf_add(paths, path);
    tl_buf_add_byte(paths, '\0');
    return true;
}

/* The files of the folder, each path with a NUL. */
static tl_buf
list_files(const char *folder)
{
    tl_buf paths = {0};
    tl_problem_list problems = {0};
    tl_walk_options options = {.hidden = true, .file = collect, .context = &paths};
    tl_walk(folder, &options, &problems);
    assert_int_equal(problems.count, 0);
    tl_problem_list_clear(&problems);
    return paths;
}

static size_t
count_files(const char *folder)
{
    tl_buf paths = list_files(folder);
    size_t count = 0;
    for (size_t i = 0; i < paths.len; i++) {
        count += paths.ptr[i] == '\0';
    }
    tl_buf_clear(&paths);
    return count;
}

static int
tear_down(void **state)
{
    fixture *f = *state;
    for (int i = 0; i < 4; i++) {
        unlink(f->path[i]);
    }
    tl_buf_clear(&f->bytes);
    tl_error_clear(&f->error);
    int left = rmdir(f->folder);
    free(f);
    return left;
}

static void
assert_contents(const char *path, const char *expected)
{
    tl_buf bytes = {0};
    assert_true(tl_file_read(path, &bytes, NULL, NULL));
    assert_int_equal(bytes.len, strlen(expected));
    assert_memory_equal(bytes.ptr, expected, bytes.len);
    tl_buf_clear(&bytes);
}

static void
assert_error_ends(const tl_error *error, const char *end)
{
    assert_non_null(error->message);
    if (!tl_str_ends_with(tl_str_from(error->message), tl_str_from(end))) {
        fail_msg("\"%s\" does not end with \"%s\"", error->message, end);
    }
}

static bool
take_some(void *context, tl_str piece)
{
    tl_buf *taken = context;
    tl_buf_add(taken, piece);
    return taken->len < 100000;
}

static void
a_file_is_read_in_pieces_while_they_are_wanted(void **state)
{
    fixture *f = *state;
    tl_buf all = {0};
    const tl_sink sink = {take_some, &f->bytes};
    for (int i = 0; i < 50000; i++) {
        tl_buf_add_format(&all, "%d ", i);
    }
    tl_str whole = tl_buf_str(&all);
    assert_true(tl_file_write_atomic(f->path[0], whole, NULL, &f->error));
    assert_true(tl_file_read_pieces(f->path[0], &sink, &f->error));
    assert_true(f->bytes.len >= 100000 && f->bytes.len < whole.len);
    assert_memory_equal(f->bytes.ptr, whole.ptr, f->bytes.len);
    assert_false(tl_file_read_pieces(f->folder, &sink, &f->error));
    assert_error_ends(&f->error, "it is a directory, want a regular file");
    tl_buf_clear(&all);
}

static void
what_is_no_regular_file_is_refused(void **state)
{
    fixture *f = *state;
    assert_false(tl_file_read(f->path[0], &f->bytes, NULL, &f->error));
    assert_error_ends(&f->error, "0.txt: No such file or directory");
    tl_error_clear(&f->error);
    assert_false(tl_file_read(f->folder, &f->bytes, NULL, &f->error));
    assert_error_ends(&f->error, ": it is a directory, want a regular file");
    tl_error_clear(&f->error);
    assert_int_equal(mkfifo(f->path[1], 0644), 0);
    assert_false(tl_file_read(f->path[1], &f->bytes, NULL, &f->error));
    assert_error_ends(&f->error, ": it is a FIFO, want a regular file");
    tl_error_clear(&f->error);
    assert_false(tl_file_read("/dev/null", &f->bytes, NULL, &f->error));
    assert_string_equal(f->error.message,
                        "cannot read /dev/null: it is a device, want a regular file");
}

static void
files_of_4_gib_are_refused(void **state)
{
    fixture *f = *state;
    int fd = open(f->path[0], O_RDWR | O_CREAT, 0644);
    assert_int_equal(ftruncate(fd, (off_t)UINT32_MAX + 1), 0);
    close(fd);
    assert_false(tl_file_read(f->path[0], &f->bytes, NULL, &f->error));
    assert_error_ends(&f->error, ": it has 4 GiB or more, want less");
}

static void
streams_are_read_to_their_end(void **state)
{
    fixture *f = *state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_true(tl_file_write_all(ends[1], "pipe", TL_STR("one"), NULL));
    close(ends[1]);
    tl_buf_add_cstr(&f->bytes, "before ");
    assert_true(tl_file_read_stream(ends[0], "pipe", &f->bytes, &f->error));
    assert_true(tl_str_equal(tl_buf_str(&f->bytes), TL_STR("before one")));
    close(ends[0]);
    /* The kernel makes these up and says that they are empty. */
    assert_true(tl_file_read("/proc/self/status", &f->bytes, NULL, &f->error));
    assert_true(f->bytes.len > 100);
}

static void
a_replacement_keeps_mode_and_attributes(void **state)
{
    fixture *f = *state;
    struct stat before, after;
    write_file(f->path[0], "old");
    assert_int_equal(chmod(f->path[0], 0751), 0);
    bool attributes = setxattr(f->path[0], "user.note", "x", 1, 0) == 0;
    assert_int_equal(stat(f->path[0], &before), 0);
    assert_true(tl_file_read(f->path[0], &f->bytes, &f->stamp, NULL));
    assert_true(tl_file_write_atomic(f->path[0], TL_STR("new text"), &f->stamp, &f->error));
    assert_contents(f->path[0], "new text");
    assert_int_equal(stat(f->path[0], &after), 0);
    assert_int_equal(after.st_mode, before.st_mode);
    assert_int_not_equal(after.st_ino, before.st_ino);
    char value;
    assert_true(!attributes || getxattr(f->path[0], "user.note", &value, 1) == 1);
    assert_int_equal(count_files(f->folder), 1);
}

static void
a_new_file_has_the_mode_of_the_umask(void **state)
{
    fixture *f = *state;
    struct stat status;
    mode_t mask = umask(027);
    assert_true(tl_file_write_atomic(f->path[0], TL_STR(""), NULL, &f->error));
    umask(mask);
    assert_int_equal(stat(f->path[0], &status), 0);
    assert_int_equal(status.st_mode & 0777, 0640);
}

static void
the_target_of_a_symbolic_link_is_replaced(void **state)
{
    fixture *f = *state;
    struct stat status;
    write_file(f->path[0], "old");
    assert_int_equal(symlink("0.txt", f->path[1]), 0);
    assert_int_equal(symlink("1.txt", f->path[2]), 0);
    assert_true(tl_file_read(f->path[2], &f->bytes, &f->stamp, NULL));
    assert_true(tl_file_write_atomic(f->path[2], TL_STR("new"), &f->stamp, &f->error));
    assert_contents(f->path[0], "new");
    assert_int_equal(lstat(f->path[2], &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    assert_int_equal(symlink("nowhere.txt", f->path[3]), 0);
    assert_false(tl_file_write_atomic(f->path[3], TL_STR("new"), NULL, &f->error));
    assert_error_ends(&f->error, "3.txt: No such file or directory");
}

static void
hard_links_stay_together(void **state)
{
    fixture *f = *state;
    struct stat status;
    write_file(f->path[0], "old and longer");
    assert_int_equal(link(f->path[0], f->path[1]), 0);
    assert_true(tl_file_read(f->path[0], &f->bytes, &f->stamp, NULL));
    assert_true(tl_file_write_atomic(f->path[0], TL_STR("new"), &f->stamp, &f->error));
    assert_contents(f->path[0], "new");
    assert_contents(f->path[1], "new");
    assert_int_equal(stat(f->path[0], &status), 0);
    assert_int_equal(status.st_nlink, 2);
    assert_int_equal(count_files(f->folder), 2);
}

static void
a_file_that_changed_since_is_not_replaced(void **state)
{
    fixture *f = *state;
    write_file(f->path[0], "old");
    assert_true(tl_file_read(f->path[0], &f->bytes, &f->stamp, NULL));
    write_file(f->path[0], "someone's");
    assert_false(tl_file_write_atomic(f->path[0], TL_STR("ours"), &f->stamp, &f->error));
    assert_error_ends(&f->error, ": it was changed by someone else after it was read");
    assert_contents(f->path[0], "someone's");
    assert_int_equal(count_files(f->folder), 1);
    /* The same size, other contents: another inode. */
    tl_buf_clear(&f->bytes);
    assert_true(tl_file_read(f->path[0], &f->bytes, &f->stamp, NULL));
    write_file(f->path[1], "something");
    assert_int_equal(rename(f->path[1], f->path[0]), 0);
    assert_false(tl_file_write_atomic(f->path[0], TL_STR("ours"), &f->stamp, NULL));
    assert_int_equal(unlink(f->path[0]), 0);
    assert_false(tl_file_write_atomic(f->path[0], TL_STR("ours"), &f->stamp, NULL));
    assert_int_equal(count_files(f->folder), 0);
}

static void
missing_rights_are_respected(void **state)
{
    fixture *f = *state;
    if (geteuid() == 0) {
        skip(); /* root may do anything */
    }
    write_file(f->path[0], "old");
    assert_int_equal(chmod(f->path[0], 0444), 0);
    assert_false(tl_file_write_atomic(f->path[0], TL_STR("new"), NULL, &f->error));
    assert_error_ends(&f->error, "0.txt: Permission denied");
    assert_contents(f->path[0], "old");
    assert_int_equal(count_files(f->folder), 1);
    tl_problem_list problems = {0};
    tl_buf paths = {0};
    tl_walk_options options = {.file = collect, .context = &paths};
    assert_int_equal(mkdir(f->path[1], 0), 0);
    tl_walk(f->folder, &options, &problems);
    assert_int_equal(rmdir(f->path[1]), 0);
    assert_int_equal(problems.count, 1);
    assert_string_equal(problems.items[0].path, f->path[1]);
    assert_string_equal(problems.items[0].message, "cannot read the folder: Permission denied");
    assert_string_equal(paths.ptr, f->path[0]);
    tl_problem_list_clear(&problems);
    tl_buf_clear(&paths);
}

/* Writing beyond the limit on file sizes fails halfway, like a full device. */
static void
a_failed_write_changes_nothing(void **state)
{
    fixture *f = *state;
    struct rlimit before, small = {.rlim_cur = 1000};
    char *large = calloc(1, 5000);
    write_file(f->path[0], "alone");
    write_file(f->path[1], "linked");
    assert_int_equal(link(f->path[1], f->path[2]), 0);
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    small.rlim_max = before.rlim_max;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    bool alone = tl_file_write_atomic(f->path[0], (tl_str){large, 5000}, NULL, &f->error);
    bool linked = tl_file_write_atomic(f->path[1], (tl_str){large, 5000}, NULL, NULL);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    free(large);
    assert_false(alone);
    assert_false(linked);
    assert_error_ends(&f->error, "0.txt: File too large");
    assert_contents(f->path[0], "alone");
    assert_contents(f->path[1], "linked");
    assert_int_equal(count_files(f->folder), 3);
}

static void
devices_are_written_to_and_their_errors_reported(void **state)
{
    fixture *f = *state;
    assert_true(tl_file_write_atomic("/dev/null", TL_STR("x"), NULL, &f->error));
    assert_false(tl_file_write_atomic("/dev/full", TL_STR("x"), NULL, &f->error));
    assert_string_equal(f->error.message, "cannot write /dev/full: No space left on device");
    tl_error_clear(&f->error);
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    signal(SIGPIPE, SIG_IGN);
    close(ends[0]);
    assert_false(tl_file_write_all(ends[1], "standard output", TL_STR("x"), &f->error));
    assert_string_equal(f->error.message, "cannot write standard output: Broken pipe");
    close(ends[1]);
}

static void
a_walk_is_in_order_and_reports_what_it_cannot_read(void **state)
{
    fixture *f = *state;
    tl_problem_list problems = {0};
    tl_buf paths = {0};
    tl_walk_options options = {.file = collect, .context = &paths};
    tl_walk(f->path[3], &options, &problems);
    assert_int_equal(problems.count, 1);
    assert_string_equal(problems.items[0].path, f->path[3]);
    assert_string_equal(problems.items[0].message,
                        "cannot read the folder: No such file or directory");
    tl_problem_list_clear(&problems);
    /* "3-.txt" comes before what is in the folder "3.txt", and that before "3.txt2". */
    char inner[160], dash[160], longer[160];
    snprintf(inner, sizeof inner, "%s/x", f->path[3]);
    snprintf(dash, sizeof dash, "%s/3-.txt", f->folder);
    snprintf(longer, sizeof longer, "%s2", f->path[3]);
    assert_int_equal(mkdir(f->path[3], 0755), 0);
    write_file(inner, "");
    write_file(dash, "");
    write_file(longer, "");
    tl_walk(f->folder, &options, &problems);
    tl_buf expected = {0};
    collect(&expected, tl_str_from(dash));
    collect(&expected, tl_str_from(inner));
    collect(&expected, tl_str_from(longer));
    assert_true(tl_str_equal(tl_buf_str(&paths), tl_buf_str(&expected)));
    tl_buf_clear(&paths);
    tl_buf_clear(&expected);
    unlink(inner);
    unlink(dash);
    unlink(longer);
    rmdir(f->path[3]);
}

#define WITH_FOLDER(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FOLDER(a_file_is_read_in_pieces_while_they_are_wanted),
        WITH_FOLDER(what_is_no_regular_file_is_refused),
        WITH_FOLDER(files_of_4_gib_are_refused),
        WITH_FOLDER(streams_are_read_to_their_end),
        WITH_FOLDER(a_replacement_keeps_mode_and_attributes),
        WITH_FOLDER(a_new_file_has_the_mode_of_the_umask),
        WITH_FOLDER(the_target_of_a_symbolic_link_is_replaced),
        WITH_FOLDER(hard_links_stay_together),
        WITH_FOLDER(a_file_that_changed_since_is_not_replaced),
        WITH_FOLDER(missing_rights_are_respected),
        WITH_FOLDER(a_failed_write_changes_nothing),
        WITH_FOLDER(devices_are_written_to_and_their_errors_reported),
        WITH_FOLDER(a_walk_is_in_order_and_reports_what_it_cannot_read),
    };
    return cmocka_run_group_tests_name("file", tests, NULL, NULL);
}
