import { catalog, type Moment, type Profile, parse, profileNamed, Timeline } from "retinue";
import { describe, expect, test } from "vitest";
import { notesOf } from "../../web/src/editor/histories.js";
import { type Note, partsOf, sentenceOf } from "../../web/src/editor/note.js";

const { rules } = catalog();

/** The notes of a trace under a kernel, by the numbers of its lines. */
function notesIn(text: string, kernel: string, besideName = ""): Map<number, Note> {
  const trace = parse(text);
  const own = Timeline.of(trace, profileNamed(kernel) as Profile);
  const other = profileNamed(besideName);
  const beside = other && Timeline.of(trace, other);
  const differing = new Set(besideName === "" ? [] : own.moments.keys());
  const noteOf = notesOf({ kernel, own, trace, besideName, beside, differing, rules });
  return new Map(
    own.moments.flatMap((moment: Moment, index): [number, Note][] => {
      const note = noteOf(index);
      return moment.step && note ? [[moment.step.at.line, note]] : [];
    }),
  );
}

function textOf(note: Note | undefined): string {
  return note ? `${note.stated}: ${partsOf(note.own).join(" · ")}` : "";
}

describe("the note of a step", () => {
  test("has its answer, and the rule by which it is refused", () => {
    const notes = notesIn("init: fork() = a\na: setsid()\na: setpgid(0, 0)\n", "linux");
    expect([...notes.values()].map(textOf)).toEqual([
      "this: a",
      "nothing: a",
      "nothing: -1 EPERM · setpgid.session-leader",
    ]);
  });

  test("has the first of many effects in short", () => {
    const forks = ["a", "b", "c", "d", "e"].map((name) => `init: fork() = ${name}`);
    const kill = "init: kill(-init, SIGUSR1)";
    const few = notesIn([...forks.slice(0, 1), "init: kill(a, SIGSTOP)", ""].join("\n"), "linux");
    expect(textOf(few.get(2))).toBe("nothing: 0 · a is stopped");
    const many = notesIn([...forks, kill, ""].join("\n"), "linux").get(6) as Note;
    expect(many.own.effects.length).toBeGreaterThan(4);
    expect(partsOf(many.own).at(-1)).toMatch(/^(\w+ [\w ]+, ){3}\d more$/);
    expect(sentenceOf(many)).toContain("e dies of SIGUSR1");
  });

  test("says if the trace states otherwise for this kernel, and only for this one", () => {
    const text = "init: fork() = a\na: setsid() = 0\n".replace("= 0", "= init");
    const overridden = `${text}  [darwin] = a\n`;
    expect(notesIn(overridden, "linux").get(2)?.stated).toBe("otherwise");
    expect(notesIn(overridden, "darwin").get(2)?.stated).toBe("this");
    expect(sentenceOf(notesIn(overridden, "linux").get(2) as Note)).toBe(
      "linux gives a; the trace states otherwise",
    );
  });

  test("is about effects too", () => {
    const text = "init: fork() = a\ninit: kill(a, SIGTERM) = 0\n";
    expect(notesIn(text, "linux").get(2)?.stated).toBe("otherwise");
    const told = `${text}  a: +++ killed by SIGTERM +++\n`;
    expect(notesIn(told, "linux").get(2)?.stated).toBe("this");
  });

  test("in a block holds each part to what may happen in some order", () => {
    const text = `init: fork() = a
parallel {
  init: kill(a, SIGTERM) = 0
    a: +++ killed by SIGTERM +++
  a: getpid() = a | <not run>
  init: getpid() = a
}
`;
    const stated = [...notesIn(text, "linux")].map(([line, note]) => [line, note.stated]);
    expect(stated).toEqual([
      [1, "this"],
      [3, "this"],
      [5, "this"],
      [6, "otherwise"],
    ]);
  });

  test("counts the other ways, and says what the kernel beside does", () => {
    const text = "init: fork() = a\na: execve() = 0\ninit: setpgid(a, -1)\n";
    const note = notesIn(text, "linux", "posix").get(3);
    expect(note?.own.answer).toBe("-1 EINVAL");
    expect(note?.beside?.kernel).toBe("posix");
    const own = notesIn(text, "posix").get(3);
    expect(own?.others).toBeGreaterThan(0);
    expect(sentenceOf(own as Note)).toMatch(
      /^posix gives -1 E\w+ by [\w.-]+.*; or goes \d other way/,
    );
  });
});
