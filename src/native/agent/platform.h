/* Which features of its system the agent asks for. Included before any system header. */
#ifndef RETINUE_PLATFORM_H
#define RETINUE_PLATFORM_H

#if defined(__linux__)
#define _GNU_SOURCE
#elif defined(__APPLE__)
#define _DARWIN_C_SOURCE
#elif !defined(__FreeBSD__)
#define _XOPEN_SOURCE 700
#endif

#endif
