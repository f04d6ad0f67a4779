/*
 * There is no subreaper: an orphan, and a zombie whose parent dies, go to process 1.
 * exit.new-parent, exit.zombie-children; XSH _Exit DESCRIPTION
 */
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    if (fork() == 0) {
        pid_t reaper = getpid();
        int parent_lives[2], orphan_lives[2];
        char none;

        prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
        pipe(parent_lives);
        pipe(orphan_lives);
        if (fork() == 0) {
            if (fork() != 0)
                return 0;
            close(parent_lives[1]);
            read(parent_lives[0], &none, 1);
            printf("the orphan's parent is %s\n",
                   getppid() == reaper ? "the subreaper" : "process 1");
            return 0;
        }
        wait(NULL);
        close(parent_lives[1]);
        close(orphan_lives[1]);
        read(orphan_lives[0], &none, 1);
        return 0;
    }
    wait(NULL);
}
