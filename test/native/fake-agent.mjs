// An agent that goes wrong in the way its first argument says.
import { createInterface } from "node:readline";

const [, , fault = ""] = process.argv;
const hello =
  "hello version=2 isolation=subreaper observer=proc subreaper=yes next-pid=no threads=yes users=no terminals=no kernel=Fake 1 none";
/** @param {string} line */
const say = (line) => process.stdout.write(`retinue< ${line}\n`);

/** @type {Record<string, () => void>} */
const answers = {
  "dies-at-once"() {
    process.stderr.write("no room in the ark\n");
    process.exit(7);
  },
  "other-words"() {
    process.stdout.write("Welcome to Fake 1\n");
    process.exit(0);
  },
  "rubbish-hello": () => say("hello sailor"),
  "never-ends-a-line"() {
    const more = () => void process.stdout.write("-".repeat(65_536), more);
    more();
  },
  refuses: () => say("refused isolation=namespace: not today"),
};

/** @type {Record<string, (serial: string) => void>} */
const replies = {
  dies: () => process.kill(process.pid, "SIGKILL"),
  rubbish: () => say("begin one"),
  "another-trace": () => say("begin 77 init=2 outside=1 unused=0"),
  "no-such-step"() {
    say("begin 1 init=2 outside=1 unused=0");
    say("step 5 value 0");
  },
  "unknown-errno"() {
    say("begin 1 init=2 outside=1 unused=0");
    say("step 0 error what");
  },
  hangs: () => {},
  "locks-up"(serial) {
    say(`begin ${serial} init=2 outside=1 unused=0`);
    say("step 0 value 2");
    say("row 2 running 1 2 2 - -");
  },
};

createInterface({ input: process.stdin }).on("line", (line) => {
  if (!line.startsWith("retinue> ")) return;
  const [word, second = ""] = line.slice("retinue> ".length).split(" ");
  if (word === "start") (answers[fault] ?? (() => say(hello)))();
  if (word === "trace") replies[fault]?.(second);
});
