import { describe, expect, test } from "vitest";
import { alphabetOf, plainCalls, plainSignals } from "../../src/explore/alphabet.js";
import { explore } from "../../src/explore/exploration.js";
import { type Profile, profileNamed } from "../../src/model/catalog.js";
import { ModelWorld } from "../../src/model/world.js";
import { print, printAnswer, printCall } from "../../src/trace/index.js";
import { plan, profileWith } from "./plans.js";

const linux = profileNamed("linux") as Profile;

describe("every state of three processes", () => {
  test.each(["linux", "darwin", "freebsd", "openbsd", "netbsd", "illumos"])(
    "keeps every invariant under %s",
    async (name) => {
      const { end, states, transitions } = await explore(plan(profileNamed(name) as Profile));
      expect(end).toBe("complete");
      expect(states).toBeGreaterThan(10_000);
      expect(transitions).toBeGreaterThan(states);
    },
  );

  test("says that there are more where it was limited", async () => {
    const { end, states } = await explore(plan(linux, { limit: 1000 }));
    expect(end).toBe("limit");
    expect(states).toBeGreaterThanOrEqual(1000);
  });

  test("is counted the same when it is explored again", async () => {
    const [first, second] = [await explore(plan(linux)), await explore(plan(linux))];
    expect({ ...second, seconds: 0 }).toEqual({ ...first, seconds: 0 });
  });
});

describe("an invariant that does not hold comes with the shortest trace", () => {
  test("gVisor lets a session leader leave its group", async () => {
    const gvisor = profileNamed("gvisor") as Profile;
    const { violation, end } = await explore(plan(gvisor));
    expect(end).toBe("violated");
    expect(violation?.invariant).toBe("leader-leads-its-group");
    expect(stepsOf(violation?.trace)).toEqual([
      "init: fork() = p1",
      "init: setpgid(p1, p1)",
      "init: setpgid(init, p1)",
    ]);
  });

  test("a kernel that lets leaders join a group breaks it with its last call", async () => {
    const kernel = profileWith("linux", { "setpgid.leader-may-join": "allowed" });
    const { violation } = await explore(plan(kernel));
    if (!violation) throw new Error("nothing was found");
    const { observations } = new ModelWorld(kernel).runNow(violation.trace);
    expect(observations.map(({ answer }) => printAnswer(answer)).at(-1)).toBe("0");
    const [leader] = observations.at(-1)?.processes?.filter(({ name }) => name === "init") ?? [];
    expect(leader?.session).toBe("init");
    expect(leader?.group).not.toBe("init");
  });

  test("Linux can have a foreground group in another session", async () => {
    const terminals = ["fork", "openpty", "setsid", "ioctl", "tcsetpgrp", "_exit"];
    const { violation } = await explore(plan(linux, { processes: 2, calls: terminals }));
    expect(violation?.invariant).toBe("foreground-in-its-session");
    expect(stepsOf(violation?.trace).slice(-2)).toEqual([
      "init: tcsetpgrp(tty, p1)",
      "p1: setsid()",
    ]);
  });

  test("the standard lets the number of a session be given out again", async () => {
    const open = profileWith("linux", { "fork.session-id": "reused" });
    const { violation } = await explore(plan(open));
    expect(stepsOf(violation?.trace).at(-1)).toBe("p1: fork() = p2");
  });
});

function stepsOf(trace: Parameters<typeof print>[0] | undefined): string[] {
  return trace
    ? print({ ...trace, fields: [] })
        .trimEnd()
        .split("\n")
    : [];
}

describe("the calls that are tried", () => {
  test("are every call with every process and signal, once", () => {
    const letters = { calls: ["setsid", "setpgid", "kill"], signals: ["SIGCONT"], processes: 2 };
    const texts = alphabetOf({ ...letters, odd: false }).map(printCall);
    expect(texts).toEqual([
      "setsid()",
      "setpgid(2, 2)",
      "setpgid(2, 3)",
      "setpgid(3, 2)",
      "setpgid(3, 3)",
      "kill(-2, SIGCONT)",
      "kill(-3, SIGCONT)",
    ]);
  });

  test("that have odd arguments are tried beside the others", () => {
    const letters = { calls: plainCalls, signals: plainSignals, processes: 3 };
    const plain = alphabetOf({ ...letters, odd: false }).map(printCall);
    const odd = alphabetOf({ ...letters, odd: true }).map(printCall);
    expect(odd).toEqual(expect.arrayContaining(plain));
    expect(odd).toContain("setpgid(2, -1)");
    expect(new Set(odd).size).toBe(odd.length);
  });

  test("that are written with `*` are every call like them, each once", () => {
    const calls = ["setpgid(0, *)", "setpgid(*, 0)", "kill(-*, SIGCONT)", "kill(p1, 0)", "pause"];
    const letters = { calls, signals: [], processes: 2, odd: false };
    expect(alphabetOf(letters).map(printCall)).toEqual([
      "setpgid(0, 2)",
      "setpgid(0, 3)",
      "setpgid(2, 0)",
      "setpgid(3, 0)",
      "kill(-2, SIGCONT)",
      "kill(-3, SIGCONT)",
      "kill(3, 0)",
      "pause()",
    ]);
  });

  test.each([
    [["frok"], "there is no call `frok`"],
    [["frok(1)"], "there is no call `frok`"],
    [["kill(p7, 0)"], "`kill(p7, 0)`: nothing in this trace binds `p7`"],
    [["sigaction(*, ignore)"], "`*` stands for nothing there"],
  ])("%s: says what is wrong", (calls, message) => {
    const letters = { calls, signals: [], processes: 3, odd: false };
    expect(() => alphabetOf(letters)).toThrow(message);
  });
});
