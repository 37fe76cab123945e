#include "CAllocations.h"

// The program's own malloc takes the place of the library's in all of the process, and passes on to it. glibc allows
// that for the whole family of functions (the GNU C Library manual, "Replacing malloc"); memory that these functions
// hand out is the library's, so its free takes it back.

#include <stdlib.h>

#if defined(__GLIBC__)
#include <errno.h>
#include <stdatomic.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

static atomic_int is_counting;
static atomic_ulong count;

/// Timed runs do not count, so all they pay for is a test that always comes out the same.
static inline void note(void) {
    if (__builtin_expect(atomic_load_explicit(&is_counting, memory_order_relaxed), 0)) {
        atomic_fetch_add_explicit(&count, 1, memory_order_relaxed);
    }
}

void *malloc(size_t size) {
    note();
    return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
    note();
    return __libc_calloc(number, size);
}

void *realloc(void *memory, size_t size) {
    note();
    return __libc_realloc(memory, size);
}

void *memalign(size_t alignment, size_t size) {
    note();
    return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
    note();
    return __libc_memalign(alignment, size);
}

int posix_memalign(void **memory, size_t alignment, size_t size) {
    note();
    if (alignment % sizeof(void *) != 0 || (alignment & (alignment - 1)) != 0 || alignment == 0) return EINVAL;
    void *made = __libc_memalign(alignment, size);
    if (made == NULL) return ENOMEM;
    *memory = made;
    return 0;
}

int callocations_can_count(void) { return 1; }

void callocations_start(void) {
    atomic_store(&count, 0);
    atomic_store(&is_counting, 1);
}

unsigned long callocations_stop(void) {
    atomic_store(&is_counting, 0);
    return atomic_load(&count);
}

#else

int callocations_can_count(void) { return 0; }

void callocations_start(void) {}

unsigned long callocations_stop(void) { return 0; }

#endif
