/*
 * waitid tells a stop or a continue as a death by signal 127.
 * none; XSH waitid DESCRIPTION WSTOPPED
 */
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    siginfo_t info;
    pid_t child = fork();

    if (child == 0)
        raise(SIGSTOP);
    waitid(P_PID, child, &info, WSTOPPED);
    printf("waitid of a stopped child: si_code %s, si_status %d\n",
           info.si_code == CLD_STOPPED ? "CLD_STOPPED" : "CLD_KILLED", info.si_status);
    kill(child, SIGKILL);
}
