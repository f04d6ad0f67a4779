#include "platform.h"

#include "processor.h"

#ifdef __linux__

#include <sched.h>
#include <stdbool.h>

static cpu_set_t all;
static bool known;

void processor_stay(void)
{
    cpu_set_t one;
    int here = sched_getcpu();

    if (!known)
        known = sched_getaffinity(0, sizeof all, &all) == 0;
    if (!known || here < 0 || here >= CPU_SETSIZE)
        return;
    CPU_ZERO(&one);
    CPU_SET(here, &one);
    sched_setaffinity(0, sizeof one, &one);
}

void processor_roam(void)
{
    if (known)
        sched_setaffinity(0, sizeof all, &all);
}

#else

void processor_stay(void)
{
}

void processor_roam(void)
{
}

#endif
