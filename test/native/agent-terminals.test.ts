import { expect } from "vitest";
import { onLinux } from "./direct.js";
import { holds } from "./direct-agent.js";

/** A shell that leads a session with a terminal, and has a job in a group of its own. */
const shellWithJob = [
  "init fork shell = value shell",
  "shell setsid = value shell",
  "shell openpty tty = value 0",
  "shell ioctl tty TIOCSCTTY 0 = value 0",
  "shell fork job = value job",
  "shell setpgid job 0 = value 0",
];

onLinux("terminals", (real) => {
  real("keys reach the foreground group, and lines whoever reads", async (agent) => {
    const { rows } = await holds(
      agent,
      ...shellWithJob,
      "shell tcsetpgrp tty job = value 0",
      "job fork quick = value quick",
      "quick sigaction SIGINT catch = value 0",
      "quick sigaction SIGTSTP catch|SA_RESTART = value 0",
      "quick read tty 20 = blocked",
      'shell type tty "^C" = value 1',
      "  died job killed SIGINT",
      "  caught quick SIGINT",
      "  resumed quick read error EINTR",
      "quick setpgid 0 0 = value 0",
      "shell waitpid job 0 = report job killed SIGINT",
      "shell tcgetpgrp tty = value job",
      "shell sigaction SIGTTOU ignore = value 0",
      "shell tcsetpgrp tty quick = value 0",
      "quick read tty 20 = blocked",
      'shell type tty "^Z" = value 1',
      "  caught quick SIGTSTP",
      'shell type tty "a\\x20line\\n" = value 7',
      "  resumed quick read value 7",
      'shell type tty "part" = value 4',
      'shell type tty "ed\\n" = value 3',
      "quick read tty 3 = value 3",
      "quick read tty 20 = value 4",
      'shell type tty "^\\\\" = value 1',
      "  died quick killed SIGQUIT",
    );
    expect(rows).toEqual([
      "init running outside init init - -",
      "shell running init shell shell 0 quick",
      "quick zombie init quick shell - -",
    ]);
  });

  real("who types can be stopped by the key, and answers when it goes on", (agent) =>
    holds(
      agent,
      "init fork shell = value shell",
      "shell setsid = value shell",
      "shell fork typist = value typist",
      "typist openpty tty = value 0",
      "typist setpgid 0 0 = value 0",
      "shell open tty O_RDWR = value 0",
      "shell tcsetpgrp tty typist = value 0",
      "typist fork peer = value peer",
      'typist type tty "^Z" = blocked',
      "  stopped typist",
      "  stopped peer",
      "shell kill typist SIGCONT = value 0",
      "  resumed typist type value 1",
      "  continued typist",
      'typist type tty "^C" = gone',
      "  died shell killed SIGHUP",
      "  died typist killed SIGINT",
      // Orphaned while stopped, it gets SIGHUP and SIGCONT; the lower of its signals goes first.
      "  died peer killed SIGHUP",
    ),
  );

  real("a background process that reads is stopped, and again when it goes on", (agent) =>
    holds(
      agent,
      ...shellWithJob,
      "shell sigaction SIGCHLD catch = value 0",
      "job fork peer = value peer",
      "peer sigaction SIGTTIN catch|SA_RESTART = value 0",
      "job read tty 3 = blocked",
      "  caught shell SIGCHLD",
      "  stopped job",
      "  caught peer SIGTTIN",
      "shell kill job SIGCONT = value 0",
      "  caught shell SIGCHLD",
      "  caught peer SIGTTIN",
      "shell tcsetpgrp tty job = value 0",
      "shell kill job SIGCONT = value 0",
      "  caught shell SIGCHLD",
      "  continued job",
      'shell type tty "ok\\n" = value 3',
      "  resumed job read value 3",
    ),
  );

  real("a background process may write until TOSTOP is set", (agent) =>
    holds(
      agent,
      ...shellWithJob,
      'job write tty "out\\n" = value 4',
      "shell tcsetattr tty TOSTOP = value 0",
      'job write tty "out\\n" = blocked',
      "  stopped job",
      "shell waitpid job WUNTRACED = report job stopped SIGTTOU",
      "shell tcsetattr tty 0 = value 0",
      "shell kill job SIGCONT = value 0",
      "  resumed job write value 4",
      "  continued job",
      "job tcsetattr tty TOSTOP = blocked",
      "  stopped job",
    ),
  );

  real("a master closed is a hangup", async (agent) => {
    const { rows } = await holds(
      agent,
      "init openpty tty = value 0",
      "init fork shell = value shell",
      "shell close tty.master = error EBADF",
      'shell type tty "x" = error EBADF',
      "shell setsid = value shell",
      "shell ioctl tty TIOCSCTTY 0 = value 0",
      "shell fork job = value job",
      "job open /dev/tty O_RDWR = value 0",
      "job read /dev/tty 1 = blocked",
      "shell sigaction SIGHUP catch = value 0",
      "shell sigaction SIGCONT catch = value 0",
      "init close tty.master = value 0",
      "  caught shell SIGHUP",
      "  caught shell SIGCONT",
      "  resumed job read error EIO",
      "job tcgetpgrp tty = error EIO",
      'job write tty "x" = error EIO',
      "job read /dev/tty 1 = value 0",
      "shell open /dev/tty O_RDWR = error ENXIO",
      "init close tty.master = error EBADF",
    );
    expect(rows).toEqual([
      "init running outside init init - -",
      "shell running init shell shell - -",
      "job running shell shell shell - -",
    ]);
  });

  real("so is the death of the process that has it", (agent) =>
    holds(
      agent,
      "init fork owner = value owner",
      "owner openpty tty = value 0",
      "owner fork shell = value shell",
      "shell setsid = value shell",
      "shell open tty O_RDWR = value 0",
      "shell tcgetpgrp tty = value shell",
      "shell fork job = value job",
      "init kill owner SIGKILL = value 0",
      "  died owner killed SIGKILL",
      "  died shell killed SIGHUP",
      "  died job killed SIGHUP",
    ),
  );

  real("descriptors are closed, opened again and inherited, and a master is not", (agent) =>
    holds(
      agent,
      "init tcgetpgrp /dev/tty = error EBADF",
      "init openpty tty = value 0",
      "init openpty other = value 1",
      "init fork shell = value shell",
      "shell setsid = value shell",
      "init close tty = value 0",
      "init close tty = error EBADF",
      'init write tty "x" = error EBADF',
      "shell open tty O_WRONLY = value 0",
      "shell tcgetpgrp tty = error ENOTTY",
      "shell read tty 1 = error EBADF",
      "shell open tty O_RDONLY|O_NOCTTY = value 0",
      "shell tcgetpgrp tty = error ENOTTY",
      "shell open /dev/tty O_RDWR = error ENXIO",
      "shell open tty O_RDWR = value 0",
      "shell tcgetpgrp tty = value shell",
      "init tcgetpgrp tty.master = value shell",
      "shell open /dev/tty O_RDWR = value 0",
      "shell tcgetsid /dev/tty = value shell",
      "shell ioctl other TIOCSCTTY 0 = error EPERM",
      "shell ioctl other TIOCNOTTY = error ENOTTY",
      "shell tcsetpgrp other shell = error ENOTTY",
      "shell tcsetpgrp tty -1 = error EINVAL",
      "shell execve = value 0",
      "shell tcgetpgrp /dev/tty = value shell",
      "init execve = value 0",
      "init open tty O_RDWR|O_NOCTTY = value 0",
      'init type tty "kept\\n" = value 5',
      "init read tty 20 = value 5",
      "shell ioctl /dev/tty TIOCNOTTY = gone",
      "  died shell killed SIGHUP",
    ),
  );

  real("typing needs no open slave", (agent) =>
    holds(
      agent,
      "init openpty tty = value 0",
      "init close tty = value 0",
      'init type tty "^C" = value 1',
      'init type tty "x\\n" = value 2',
      "init open tty O_RDWR|O_NOCTTY = value 0",
      "init read tty 9 = value 2",
      'init write tty "out" = value 3',
    ),
  );

  real("an end that a call does not take is refused before anything runs", async (agent) => {
    for (const [call, end] of [
      ["read tty.master 3", "tty.master"],
      ["open tty.master O_RDWR", "tty.master"],
      ["type tty.master x", "tty.master"],
    ]) {
      const transcript = await agent.run(["init openpty tty", `init ${call}`]);
      expect(transcript.end).toBe(`skipped - ${end} is not a terminal for this call`);
    }
  });

  real("five terminals are one too many", async (agent) => {
    const { end } = await agent.run(Array.from({ length: 5 }, (_, i) => `init openpty tty${i}`));
    expect(end).toBe("skipped - the agent has room for 4 terminals in a trace");
  });
});
