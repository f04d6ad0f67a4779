/*
 * The coordinator: the process above every trace. It runs them, one after the other, and reaps what
 * ends up with it.
 */
#ifndef RETINUE_COORDINATOR_H
#define RETINUE_COORDINATOR_H

/* Says hello and serves requests until the input ends. Never returns. */
void coordinate(void);

#endif
