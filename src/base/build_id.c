/* SPDX-License-Identifier: MPL-2.0 */
/* The linker leaves a hash of all that it has put together in a note of the program: the build id.
 * It is looked for in the object, program or shared library, that this very function is in. */
#include "base/cache.h"

#include <elf.h>
#include <link.h>
#include <string.h>

/* The head of that object, which the linker names so. */
extern const ElfW(Ehdr) __ehdr_start __attribute__((visibility("hidden")));

static size_t
padded(size_t length)
{
    return (length + 3) / 4 * 4;
}

/* The build id among the notes of one part. */
static tl_str
find_note(tl_str notes)
{
    while (notes.len >= sizeof(ElfW(Nhdr))) {
        ElfW(Nhdr) note;
        memcpy(&note, notes.ptr, sizeof note);
        size_t name = sizeof note, value = name + padded(note.n_namesz);
        if (note.n_type == NT_GNU_BUILD_ID && note.n_namesz == sizeof ELF_NOTE_GNU &&
            value + note.n_descsz <= notes.len &&
            memcmp(notes.ptr + name, ELF_NOTE_GNU, sizeof ELF_NOTE_GNU) == 0) {
            return tl_str_slice(notes, value, value + note.n_descsz);
        }
        notes = tl_str_slice(notes, value + padded(note.n_descsz), notes.len);
    }
    return (tl_str){NULL, 0};
}

/* What is to be added to the addresses in the head: it may lie anywhere. */
static uintptr_t
displacement(const ElfW(Phdr) * parts, size_t count)
{
    uintptr_t head = (uintptr_t)&__ehdr_start;
    for (size_t i = 0; i < count; i++) {
        if (parts[i].p_type == PT_LOAD && parts[i].p_offset == 0) {
            return head - parts[i].p_vaddr;
        }
    }
    return head;
}

tl_str
tl_build_id(void)
{
    const char *head = (const char *)&__ehdr_start;
    const ElfW(Phdr) *parts = (const void *)(head + __ehdr_start.e_phoff);
    tl_str found = {NULL, 0};
    for (size_t i = 0; i < __ehdr_start.e_phnum && found.len == 0; i++) {
        if (parts[i].p_type == PT_NOTE) {
            uintptr_t at = displacement(parts, __ehdr_start.e_phnum) + parts[i].p_vaddr;
            found = find_note((tl_str){(const char *)at, parts[i].p_memsz});
        }
    }
    return found;
}
