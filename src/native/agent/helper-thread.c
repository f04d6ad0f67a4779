#include "platform.h"

#include "helper-thread.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <unistd.h>
#if defined(__linux__)
#include <sys/syscall.h>
#elif defined(__FreeBSD__)
#include <pthread_np.h>
#endif

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t started = PTHREAD_COND_INITIALIZER;
static bool running;
static int thread_id;

static int own_thread_id(void)
{
#if defined(__linux__)
    return (int)syscall(SYS_gettid);
#elif defined(__FreeBSD__)
    return pthread_getthreadid_np();
#elif defined(__APPLE__)
    uint64_t id = 0;

    pthread_threadid_np(NULL, &id);
    return (int)id;
#else
    return 0;
#endif
}

static void *stand_by(void *nothing)
{
    pthread_mutex_lock(&lock);
    thread_id = own_thread_id();
    running = true;
    pthread_cond_signal(&started);
    pthread_mutex_unlock(&lock);
    for (;;)
        pause();
    return nothing;
}

int helper_thread_start(void)
{
    sigset_t all, before;
    pthread_t thread;
    int error;

    sigfillset(&all);
    pthread_mutex_lock(&lock);
    running = false;
    pthread_sigmask(SIG_SETMASK, &all, &before);
    error = pthread_create(&thread, NULL, stand_by, NULL);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    while (error == 0 && !running)
        pthread_cond_wait(&started, &lock);
    pthread_mutex_unlock(&lock);
    errno = error;
    return error == 0 ? thread_id : -1;
}
