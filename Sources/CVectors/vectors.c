#include "CVectors.h"

size_t cvectors_count(void) { return 0; }

const cvectors_file *cvectors_at(size_t index) { return NULL; }
