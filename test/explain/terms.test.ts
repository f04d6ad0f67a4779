import pc from "picocolors";
import { describe, expect, test } from "vitest";
import { explain, explanationText, UnknownSubject } from "../../src/explain/index.js";
import { advices, signalTexts, termNames, terms } from "../../src/explain/texts/index.js";
import { widthOf } from "../../src/layout.js";
import { catalog, profileNamed } from "../../src/model/catalog.js";
import { Oracle } from "../../src/oracle/oracle.js";
import {
  defaultActionOf,
  isFixed,
  namedSignals,
  parse,
  printAnswer,
  printEffect,
  signals,
  stepsOf,
} from "../../src/trace/index.js";
import { casesIn } from "../suite.js";

const scenarios = casesIn("test/scenarios", "test/museum", "test/found", "examples");
const subjects = [...terms.map(({ name }) => name), ...namedSignals];

function text(what: string, width = 100): string {
  return explanationText(explain(what, scenarios), { paint: pc.createColors(false), width });
}

function twice(names: readonly string[]): string[] {
  return names.filter((name, i) => names.indexOf(name) !== i);
}

describe("what is said of terms, signals and refusals", () => {
  const ids = (kind: "rules" | "questions") => catalog()[kind].map(({ id }) => id);
  const spoken = [...terms, ...signalTexts.values()];

  test("names rules and questions that exist, each once", () => {
    const rules = [...terms, ...advices].map((each) => each.rules);
    for (const named of rules) expect(ids("rules")).toEqual(expect.arrayContaining([...named]));
    for (const { questions = [] } of spoken) {
      expect(ids("questions")).toEqual(expect.arrayContaining([...questions]));
      expect(twice(questions)).toEqual([]);
    }
    expect(twice(advices.flatMap((each) => each.rules))).toEqual([]);
  });

  test("names terms and signals that can be explained", () => {
    for (const { see = [] } of spoken)
      for (const other of see)
        expect(explain(other, scenarios).kind).toBe(other.startsWith("SIG") ? "signal" : "term");
  });

  test("covers every signal, and no term has two meanings", () => {
    expect([...signalTexts.keys()].sort()).toEqual([...namedSignals].sort());
    expect(twice(termNames.map((name) => name.toLowerCase().replace(/[-_]/g, " ")))).toEqual([]);
  });

  test("is about every rule by which a terminal or a group refuses a process", () => {
    const calls = /^(tcsetpgrp|setpgid|setsid|read|write|tcsetattr)\./;
    const plain =
      /bad-descriptor|pgid-(negative|zero|too-large)|pid-(negative|too-large)|thread-id/;
    const advised = advices.flatMap(({ rules }) => rules);
    const telling = ids("rules").filter((id) => calls.test(id) && !plain.test(id));
    expect(telling.filter((id) => !advised.includes(id))).toEqual([]);
  });
});

test.each(subjects)(
  "%s fits on a page, and its trace is shown without its keeper's notes",
  (what) => {
    const lines = text(what).split("\n");
    expect(lines.length).toBeLessThanOrEqual(64);
    expect(lines.filter((line) => widthOf(line) > 100)).toEqual([]);
    const explanation = explain(what, scenarios);
    if (explanation.kind !== "signal" && explanation.kind !== "term") throw new Error(what);
    expect(explanation.sample !== null).toBe(!["SIGIO", "SIGPWR"].includes(what));
    expect(explanation.sample?.lines.join("\n") ?? "").not.toMatch(
      /# (control|[A-Z]+(-[A-Z]+)*-\d)/,
    );
  },
);

/** What the last step of a trace gives in the model, and what happens to processes in it. */
function outcome(...lines: readonly string[]): string[] {
  const trace = parse(lines.join("\n"), "signal");
  const profile = profileNamed("linux");
  if (!profile) throw new Error("there is no such profile");
  const oracle = new Oracle(trace, profile);
  const branches = stepsOf(trace).map((step) => {
    const [branch] = oracle.branches(step);
    if (!branch) throw new Error("the model has no answer");
    oracle.keep([branch]);
    return branch;
  });
  const last = branches.at(-1);
  return last ? [printAnswer(last.answer), ...last.effects.map(printEffect)] : [];
}

describe("what a signal is said to do is what it does in the model", () => {
  const fork = ["init: fork() = job", "job: setpgid(0, 0) = 0"];

  test.each(signals)("%s", (signal) => {
    const sent = outcome(...fork, `init: kill(job, ${signal}) = 0`);
    const stopped = [...fork, "init: kill(job, SIGSTOP) = 0", `init: kill(job, ${signal}) = 0`];
    const ends = ["0", `job: +++ killed by ${signal} +++`];
    const stops = ["0", "job: --- stopped ---"];
    const told = { ends, stops, continues: ["0"], nothing: ["0"], differs: [] };
    expect(sent).toEqual(told[defaultActionOf(signal) ?? "differs"]);
    expect(outcome(...stopped).includes("job: --- continued ---")).toBe(
      defaultActionOf(signal) === "continues",
    );
    const [caught] = outcome(...fork, `job: sigaction(${signal}, catch)`);
    expect(caught).toBe(isFixed(signal) ? "-1 EINVAL" : "0");
  });

  test("where systems differ, no trace may use the signal", () => {
    const differing = namedSignals.filter((name) => defaultActionOf(name) === "differs");
    expect(differing).toEqual(namedSignals.filter((name) => !signals.includes(name)));
    expect(text("SIGIO")).toContain("It ends the process on some systems");
  });
});

test("a signal: what it means, who sends it, what it does, and what to do about it", () => {
  const signal = text("SIGTTOU");
  expect(signal).toMatch(/^SIGTTOU\n {2}A process in the background wanted to change/);
  expect(signal).toMatch(/sent by +The terminal, to the whole group/);
  expect(signal).toMatch(/by default +It stops the process, until SIGCONT\. It can be caught/);
  expect(signal).toMatch(/what to do +A shell ignores or blocks it before it calls tcsetpgrp/);
  expect(signal).toMatch(/instead +Where the caller blocks or ignores it, no signal is sent/);
  expect(signal).toMatch(/tcsetpgrp\.background +SIGTTOU +test\/scenarios\/tcsetpgrp\/background/);
  expect(signal).toMatch(/\[freebsd\] It sleeps until its group is in the\s+foreground/);
  expect(signal).toContain("job: tcsetpgrp(tty, job) <unfinished ...>\n    job: --- stopped ---");
  expect(text("SIGKILL")).toContain("It cannot be caught, ignored or blocked.");
  expect(text("ttou")).toBe(signal);
});

test("a term: what it is, why it matters, its rules, and how kernels differ", () => {
  const term = text("orphaned");
  expect(term).toMatch(/^orphaned process group\n {2}A process group is orphaned when/);
  expect(term).toMatch(/why it matters +Whatever outlives its shell/);
  expect(term).toMatch(/clause +XBD 3 Orphaned Process Group/);
  expect(term).toMatch(/tcsetpgrp\.orphaned +EIO, ENOTTY on linux and gvisor +test\/scenarios/);
  expect(term).toMatch(/\[netbsd; not POSIX\] Only the members/);
  expect(term).toContain("job: tcsetpgrp(tty, job) = -1 EIO\n");
});

test.each(["orphan", "ORPHANED", "orphaned-group", "Orphaned Process Groups", "orphaned_group"])(
  "%s is the same term",
  (name) => {
    expect(text(name)).toBe(text("orphaned process group"));
  },
);

test("a line without arguments begins with what is the matter, and what to do", () => {
  const line = text("tcsetpgrp = -1 EIO").replace(/\s+/g, " ");
  expect(line).toMatch(
    /^tcsetpgrp = -1 EIO Most likely tcsetpgrp\.orphaned: the caller is in the background and its group is orphaned/,
  );
  expect(line).toContain("instead of SIGTTOU. Instead of EIO: ENOTTY on linux and gvisor.");
  expect(line).toContain("What to do: do not try again, for it does not pass.");
  expect(line).toContain("Or tcsetpgrp.hung-up: the terminal has hung up");
  expect(text("setpgid(0, 0) = -1 EPERM")).toContain("\n\nThe process leads a session");
});

test("what is nearly a term or a signal is suggested", () => {
  expect(() => explain("orphand", scenarios)).toThrow(UnknownSubject);
  expect(() => explain("orphand", scenarios)).toThrow("did you mean `orphaned`?");
  expect(() => explain("controling terminal", scenarios)).toThrow("`controlling terminal`?");
  expect(() => explain("sigtou", scenarios)).toThrow("did you mean `SIGTTOU`?");
});
