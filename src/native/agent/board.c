#include "platform.h"

#include "board.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

struct board *board;

/* Memory without a name, as a file, so that an exec can keep it. */
static int open_memory(void)
{
#if defined(__linux__)
    return memfd_create("retinue", MFD_CLOEXEC);
#elif defined(__FreeBSD__)
    return shm_open(SHM_ANON, O_RDWR, 0600);
#else
    char name[32];
    int fd;

    snprintf(name, sizeof name, "/retinue-%ld", (long)getpid());
    fd = shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0600);
    if (fd >= 0)
        shm_unlink(name);
    return fd;
#endif
}

int board_find(void)
{
    void *memory = mmap(NULL, sizeof *board, PROT_READ | PROT_WRITE, MAP_SHARED, FD_BOARD, 0);

    if (memory == MAP_FAILED)
        return -1;
    board = memory;
    return 0;
}

int board_create(void)
{
    int fd = open_memory();

    if (fd < 0 || ftruncate(fd, sizeof *board) != 0 || descriptor_place(fd, FD_BOARD, 0) != 0)
        return -1;
    return board_find();
}

void board_wipe(void)
{
    memset(board, 0, sizeof *board);
}
