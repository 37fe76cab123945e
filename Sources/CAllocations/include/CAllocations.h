#ifndef CALLOCATIONS_H
#define CALLOCATIONS_H

/// Whether the requests of the process for memory can be counted: only where the C library is glibc.
int callocations_can_count(void);

/// Starts to count, from 0.
void callocations_start(void);

/// Stops, and returns how often any thread has asked for memory since the start, resizing included.
unsigned long callocations_stop(void);

#endif
