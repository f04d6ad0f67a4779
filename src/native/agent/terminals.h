/* New terminals, for whoever needs one. */
#ifndef RETINUE_TERMINALS_H
#define RETINUE_TERMINALS_H

/* Where the slave of a new master can be opened; NULL with errno if that cannot be had. */
const char *terminal_path(int master);

/* Makes a terminal that controls nobody. Returns its slave, or -1 with errno. */
int terminal_open(int *master);

#endif
