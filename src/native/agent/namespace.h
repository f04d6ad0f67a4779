/* A PID namespace of our own, with its own /proc. Only Linux has them. */
#ifndef RETINUE_NAMESPACE_H
#define RETINUE_NAMESPACE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Tries in a process of its own whether a namespace can be had. If not, `problem` says what failed
 * and why.
 */
bool namespace_is_possible(char *problem, size_t size);

/* Makes the children of this process live in a new namespace. Returns 0, or -1 with errno. */
int namespace_create(void);

/*
 * In the first child: makes it die with its parent and gives it a /proc that shows the namespace.
 * Returns 0, or -1 with errno.
 */
int namespace_enter(void);

#endif
