// Runs a trace in a real kernel again and again, until it is killed. Arguments: the agent, the
// isolation.
import { NativeWorld } from "../../dist/native/index.js";
import { parse } from "../../dist/trace/index.js";

const [, , agent, isolation] =
  /** @type {[string, string, string?, ("namespace" | "subreaper")?]} */ (process.argv);
const trace = parse(
  [
    "init: fork() = a",
    "a: fork() = b",
    "a: fork() = c",
    "b: setsid()",
    "b: fork() = d",
    "c: execve()",
    "c: pthread_create() = t",
    "a: waitpid(c, 0)",
    "init: kill(b, SIGKILL)",
    "d: fork() = e",
    "d: waitpid(e, 0)",
    "init: wait()",
    "init: getpid()",
    "",
  ].join("\n"),
);

const world = await NativeWorld.open({ agent, isolation });
process.stdout.write("ready\n");
for (;;) await world.run(trace);
