import { describe, expect, test } from "vitest";
import {
  type Branch,
  blocksOf,
  catalog,
  choicesFor,
  expectationFor,
  forecast,
  type Moment,
  type Profile,
  parse,
  printCall,
  profileNamed,
  Timeline,
  textOf,
} from "../../src/index.js";
import { textsOf } from "../../src/oracle/expect.js";
import { casesIn } from "../suite.js";

const cases = casesIn("test/scenarios", "test/museum", "test/found", "examples");
const linux = profileNamed("linux") as Profile;

// The playground shows a timeline where the command line prints a forecast: both must say the same.
describe.each(catalog().profiles)("under $name", (profile) => {
  test("a timeline takes ways that are forecast, and those that are stated", () => {
    for (const { file, trace } of cases.filter((each) => blocksOf(each.trace).length === 0)) {
      const { moments } = Timeline.of(trace, profile);
      const forecasts = forecast(trace, profile);
      expect(moments, file).toHaveLength(forecasts.length + 1);
      for (const [i, { step, branches }] of forecasts.entries()) {
        const moment = moments[i + 1];
        expect(moment?.step).toBe(step);
        expect(textsIn(moment?.ways), `${file}:${step.at.line}`).toEqual(textsIn(branches));
        const stated = textsOf(expectationFor(step, profile.name));
        if (stated.length > 0) expect(stated).toContain(shown(moment));
      }
    }
  });
});

/** The order of the ways says nothing. */
function textsIn(branches: readonly Branch[] = []): string[] {
  return branches.map(textOf).sort();
}

function shown(moment: Moment | undefined): string {
  return moment?.taken ? textOf(moment.taken) : "";
}

test("an early step is taken so that a later one can come true", () => {
  const trace = parse(`init: fork() = shell
shell: setpgid(0, 0) = 0
shell: fork() = job
shell: waitpid(job, 0) <unfinished ...>
init: kill(-shell, SIGTERM) = 0
  job: +++ killed by SIGTERM +++
  shell: +++ killed by SIGTERM +++
init: waitpid(job, WNOHANG) = -1 ECHILD
`);
  const { moments } = Timeline.of(trace, linux);
  expect(shown(moments.at(-1))).toBe("-1 ECHILD");
});

test("a scene has what processes keep to themselves", () => {
  const trace = parse(`init: openpty() = tty
init: fork() = shell
shell: setsid() = shell
shell: ioctl(tty, TIOCSCTTY, 0) = 0
shell: sigprocmask(SIG_BLOCK, {SIGUSR1}) = 0
shell: sigaction(SIGINT, ignore) = 0
shell: sigaction(SIGHUP, catch) = 0
shell: execve() = 0
init: kill(shell, SIGUSR1) = 0
shell: pthread_create() = helper
shell: pause() <unfinished ...>
init: kill(shell, SIGSTOP) = 0
  shell: --- stopped ---
`);
  const timeline = Timeline.of(trace, linux);
  const last = timeline.moments.at(-1);
  const { processes, terminals } = timeline.scene(last?.at as Moment["at"]);
  expect(processes.find(({ name }) => name === "shell")).toEqual({
    name: "shell",
    pid: 3,
    parent: "init",
    group: "shell",
    session: "shell",
    state: "stopped",
    terminal: "tty",
    foreground: "shell",
    execed: true,
    subreaper: false,
    orphaned: true,
    sleepsIn: "pause",
    stoppedBy: "SIGSTOP",
    thread: "helper",
    blocked: ["SIGUSR1"],
    pending: ["SIGUSR1"],
    ignored: ["SIGINT"],
    caught: [],
  });
  expect(terminals).toEqual([
    {
      name: "tty",
      session: "shell",
      foreground: "shell",
      owner: "init",
      tostop: false,
      lines: 0,
    },
  ]);
});

test("what could be done next is worked out and changes nothing", () => {
  const trace = parse(`init: fork() = a
a: fork() = b
`);
  const timeline = Timeline.of(trace, linux);
  const { at } = timeline.moments.at(-1) as Moment;
  const scene = timeline.scene(at);
  const [init] = scene.processes;
  if (!init) throw new Error("nobody is there");
  const outcomes = choicesFor(at.names, scene, init, "setpgid").map((step) => [
    printCall(step.call),
    timeline.whatIf(at, step).map(textOf).join(),
  ]);
  expect(Object.fromEntries(outcomes)).toMatchObject({
    "setpgid(a, a)": "0",
    "setpgid(b, 0)": "-1 ESRCH",
    "setpgid(a, -1)": "-1 EINVAL",
  });
  expect(choicesFor(at.names, scene, init, "fork")[0]?.expectation?.answers).toEqual([
    { kind: "value", value: "c" },
  ]);
  expect(timeline.scene(at)).toBe(scene);
  expect(Timeline.of(trace, linux).moments.at(-1)?.at.state).toEqual(at.state);
});

test("a step is worked out a kernel at a time", () => {
  const trace = parse(`init: fork() = a
a: fork() = b
a: _exit(0)
b: getppid() = init | outside
`);
  const pieces = (profile: Profile) => [...Timeline.growing(trace, profile)].length;
  expect(pieces(linux)).toBe(4);
  expect(pieces(profileNamed("posix") as Profile)).toBeGreaterThan(4);
});
