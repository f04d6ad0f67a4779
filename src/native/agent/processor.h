/* The processor that a trace runs on. */
#ifndef RETINUE_PROCESSOR_H
#define RETINUE_PROCESSOR_H

/*
 * Stays on the processor it is on now, together with every process forked from here on. The steps
 * of a trace come one after the other, and handing over is much faster where nobody else has to be
 * woken up.
 */
void processor_stay(void);

/* Goes wherever there is room again. */
void processor_roam(void);

#endif
