/*
 * The board: a page of memory that the coordinator and all processes of a trace share. Here they
 * leave what cannot go through a pipe: a signal's handler may run at any moment, whether or not its
 * process has anything to reply to.
 */
#ifndef RETINUE_BOARD_H
#define RETINUE_BOARD_H

#include "calls.h"
#include "descriptors.h"

enum { MAX_PATH = 64 };

struct board {
    /*
     * By slot and signal: the handler has run. One byte each, because writing a byte takes one
     * instruction, which no other handler can come between. The byte of signal 0 says that any
     * handler has.
     */
    volatile unsigned char caught[MAX_PROCESSES][SIGNAL_END];
    /* By number of the terminal: where its slave can be opened. */
    char paths[MAX_TERMINALS][MAX_PATH];
};

extern struct board *board;

/* Makes the board, in the coordinator. Returns 0, or -1 with errno. */
int board_create(void);

/* Finds the board again after an exec. Returns 0, or -1 with errno. */
int board_find(void);

/* Wipes it for the next trace. */
void board_wipe(void);

#endif
