#ifndef CVECTORS_H
#define CVECTORS_H

#include <stddef.h>

/// One file of the folder `vectors`, as it was when the package was built.
typedef struct {
    /// Path below `vectors`, with `/` between its parts.
    const char *path;
    const unsigned char *bytes;
    /// Length of `bytes`.
    size_t count;
} cvectors_file;

/// The number of embedded files.
size_t cvectors_count(void);

/// The embedded file at `index`, or a null pointer when there is none.
const cvectors_file *cvectors_at(size_t index);

#endif
