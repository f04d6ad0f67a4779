import { ChangeSet, EditorState } from "@codemirror/state";
import { catalog, type Profile, parse, profileNamed, Timeline } from "retinue";
import { describe, expect, test } from "vitest";
import { notesOf } from "../../web/src/editor/histories.js";
import { hoveredAt } from "../../web/src/editor/hovered.js";
import { traceLanguage } from "../../web/src/editor/language.js";
import { known, setNotes } from "../../web/src/editor/notes.js";
import { Places, placesIn } from "../../web/src/editor/places.js";
import type { Told } from "../../web/src/editor/told.js";

const text = `init: fork() = shell
init: openpty() = tty
shell: fork() = job
job: execve() = 0
shell: setpgid(job, job) = -1 EACCES
  [darwin] = -1 EBUSY
init: kill(job, SIGSTOP) = 0
  job: --- stopped ---
`;
const { rules } = catalog();
const kernel = profileNamed("linux") as Profile;

/** What there is to know of a word: where it is written the first time, or the second… */
function told(word: string, nth = 0, side: -1 | 1 = 1): Told | undefined {
  const trace = parse(text);
  const own = Timeline.of(trace, kernel);
  const noteOf = notesOf({
    ...{ kernel: kernel.name, own, trace, rules },
    ...{ besideName: "", beside: undefined, differing: new Set<number>() },
  });
  const empty = EditorState.create({ doc: text, extensions: [traceLanguage, known] });
  const since = ChangeSet.empty(text.length).desc;
  const places = new Places(placesIn(empty.doc, own.moments), since);
  const { state } = empty.update({ effects: setNotes.of({ places, noteOf }) });
  let position = text.indexOf(word);
  for (let i = 0; i < nth; i++) position = text.indexOf(word, position + 1);
  const at = own.moments.at(-1)?.at;
  const scene = at ? own.scene(at) : { processes: [], terminals: [] };
  return hoveredAt(state, side === 1 ? position : position + word.length, side, {
    kernel,
    rules,
    scene,
  })?.told;
}

describe("what is known of what is pointed at", () => {
  test("of a call: how it is written, and its checks in the order of the kernel", () => {
    const { title, says, points } = told("setpgid") as Told;
    expect(title).toBe("setpgid(pid, pgid)");
    expect(says).toBe("linux checks in this order:");
    const order = kernel.orders.find(({ call }) => call === "setpgid");
    expect(points.map(({ about }) => about.split(" ")[1])).toEqual(
      order?.entries.map(({ rule }) => rules[rule]?.id),
    );
    expect(told("fork")?.says).toBe("linux never refuses it.");
  });

  test("of an error: the rule that was broken here, and else who gives it", () => {
    const [point] = told("EACCES")?.points ?? [];
    const rule = rules.find(({ id }) => id === "setpgid.child-execed");
    expect(point).toEqual({
      about: "here: setpgid.child-execed",
      text: rule?.text,
      clause: rule?.clause,
    });
    expect(told("EBUSY")?.title).toBe("EBUSY of setpgid");
    expect(told("EBUSY")?.says).toBe("linux never gives it.");
  });

  test("of a name: what it is at the moment", () => {
    expect(told("job", 1)?.says).toMatch(
      /^Now: job, process \d+, stopped by SIGSTOP, .*group init/,
    );
    expect(told("tty")?.says).toMatch(/^Now: terminal, session none/);
    expect(told("SIGSTOP")?.says).toBe("By default it stops a process.");
  });

  test("of a note: all of it, and the rule with its clause", () => {
    const { title, points } = told("\n", 4) as Told;
    expect(title).toBe("linux gives -1 EACCES by setpgid.child-execed; the trace states this.");
    expect(points.map(({ about, clause }) => [about, clause])).toEqual([
      ["setpgid.child-execed", "XSH setpgid ERRORS EACCES"],
    ]);
    expect(told("\n", 5)).toBeUndefined();
  });
});
