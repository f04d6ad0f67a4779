/* The helper thread of a process: it is there, and does nothing. */
#ifndef RETINUE_HELPER_THREAD_H
#define RETINUE_HELPER_THREAD_H

/*
 * Starts a thread that takes no signals. Returns its ID as the kernel numbers it, or -1 with errno.
 */
int helper_thread_start(void);

#endif
