#ifndef CSOCKETS_SHIM_H
#define CSOCKETS_SHIM_H

// What Swift's own C library modules leave out on Linux: epoll, and calls that glibc declares only under _GNU_SOURCE.
#if defined(__linux__)
#include <pthread.h>
#include <sys/epoll.h>
#include <sys/socket.h>

// The names differ from those of the library so that they never clash with its declarations.
int wire_accept4(int descriptor, struct sockaddr *address, socklen_t *length, int flags) __asm__("accept4");
int wire_pthread_setname(pthread_t thread, const char *name) __asm__("pthread_setname_np");
#endif

#endif
