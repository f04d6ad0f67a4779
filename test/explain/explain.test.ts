import { readFileSync } from "node:fs";
import pc from "picocolors";
import { expect, test } from "vitest";
import { explain, explanationText, LineError, UnknownSubject } from "../../src/explain/index.js";
import { sourceFileOf } from "../../src/explain/source-files.js";
import { catalog } from "../../src/model/catalog.js";
import { invariants } from "../../src/model/search.js";
import { casesIn } from "../suite.js";

const scenarios = casesIn("test/scenarios", "test/museum", "test/found");

function text(what: string): string {
  const look = { paint: pc.createColors(false), width: 100 };
  return explanationText(explain(what, scenarios), look);
}

/** The rules that a line fits, and those it does not. */
function rulesFor(line: string): { fits: string[]; others: string[] } {
  const explanation = explain(line, scenarios);
  if (explanation.kind !== "line") throw new Error(`${line} is a ${explanation.kind}`);
  const ids = (fits: boolean) =>
    explanation.candidates
      .filter(({ example }) => (example !== null) === fits)
      .map(({ rule }) => rule.id);
  return { fits: ids(true), others: ids(false) };
}

test("a rule: sentence, error, clause, source, scenario, and its place in every kernel", () => {
  const rule = text("setpgid.child-execed");
  for (const part of [
    "Once a child has called exec, only the child may change its own group.",
    "EACCES",
    "XSH setpgid ERRORS EACCES",
    "assembly/calls/setpgid.ts",
    "test/scenarios/setpgid/child-execed.trace",
    "not checked by asterinas",
  ])
    expect(rule).toContain(part);
  expect(rule).toMatch(/linux +5 of 9 +EACCES +M +setpgid\.other-session/);
  expect(rule).toMatch(/posix +in any order +EACCES +G/);
});

test("an error: every rule that can give it, also where only one kernel does", () => {
  expect(text("EACCES")).toContain("EACCES is given by 1 rule");
  const eperm = explain("eperm", scenarios);
  const ids = eperm.kind === "errno" ? eperm.rules.map(({ id }) => id) : [];
  expect(ids).toContain("setsid.group-leader");
  expect(ids, "freebsd gives EPERM for it").toContain("tcsetpgrp.pgid-negative");
  expect(text("ETXTBSY")).toBe("No call that is modelled gives ETXTBSY.");
});

test("a question: what each kernel answers, and whether the standard permits it", () => {
  const question = text("setpgid.reach");
  expect(question).toMatch(
    /descendant +Its children, their children, and so on\.\n +posix +does not permit it/,
  );
  expect(question).toMatch(/kernels +darwin S, freebsd S/);
  expect(text("setpgid.reach=child")).toBe(question);
});

test("an invariant: its sentence and its clause, each of those that `explore` tests", () => {
  expect(invariants().length).toBeGreaterThan(10);
  for (const { id, clause, text: sentence } of invariants()) {
    const plain = text(id).replace(/\s+/g, " ");
    expect(plain).toContain(sentence);
    expect(plain).toContain(clause);
  }
  expect(() => text("leader-leads-its-gruop")).toThrow("did you mean `leader-leads-its-group`?");
});

test("a call: its rules, the order of each kernel, and its questions", () => {
  const call = text("setpgid");
  expect(call).toMatch(/linux +pgid-negative M → no-such-process M/);
  expect(call).toMatch(/pid-int-min|reach/);
  expect(text("getpid")).toContain("Nothing refuses it.");
  expect(text("waitpid"), "a kernel's own error is shown").toMatch(/linux +.*pid-int-min ESRCH M/);
});

test("a line: the rules that fit its arguments come with a state in which they refuse it", () => {
  const { fits, others } = rulesFor("setpgid(0,0) = -1 EPERM");
  expect(fits).toEqual(["setpgid.session-leader"]);
  expect(others).toEqual([
    "setpgid.group-absent",
    "setpgid.other-session",
    "setpgid.group-elsewhere",
  ]);
  expect(text("setpgid(0,0) = -1 EPERM")).toMatch(
    /for instance after test\/scenarios\/setpgid\/session-leader\.trace:\d+: init: setpgid\(0, 0\) = -1 EPERM/,
  );
});

test.each([
  ["shell: setpgid(job, job) = -1 EACCES", ["setpgid.child-execed"]],
  ["setsid() = -1 EPERM", ["setsid.group-leader", "setsid.group-remains"]],
  ["waitpid(-1, 0) = -1 ECHILD", ["waitpid.no-child"]],
  ["kill(-group, 0) = -1 ESRCH", ["kill.no-such-group", "kill.group-not-permitted"]],
  ["setpgid(-5, 0) = -1 ESRCH", ["setpgid.no-such-process"]],
  ["execve(missing) = -1 ENOENT", ["execve.no-such-file"]],
  ["setpgid(0, 0) = -1 EACCES", []],
])("%s", (line, fits) => {
  expect(rulesFor(line).fits).toEqual(fits);
});

test("lines of strace: its process numbers are names, and its words are left out", () => {
  const { fits } = rulesFor("[pid 4711] setpgid(4712, 4712) = -1 EPERM (Operation not permitted)");
  expect(fits).toContain("setpgid.other-session");
  expect(rulesFor("4711 setpgid(4712, 4713) = -1 EPERM (Operation not permitted)").fits).toContain(
    "setpgid.group-absent",
  );
});

test("a line without its result: everything that could refuse it", () => {
  const { fits } = rulesFor("setsid()");
  expect(fits).toEqual(["setsid.group-leader", "setsid.group-remains"]);
});

test("a signal: the rules that hold a call up by it, and what else names it", () => {
  const signal = explain("sigttou", scenarios);
  const ids = signal.kind === "signal" ? signal.rules.map(({ id }) => id) : [];
  expect(ids).toEqual(["tcsetattr.background", "tcsetpgrp.background", "write.background"]);
  const others = signal.kind === "signal" ? signal.named.map(({ id }) => id) : [];
  expect(others).toContain("tcsetpgrp.orphaned");
});

test("a line with a call and no arguments: the rules of any such call", () => {
  const { fits, others } = rulesFor("tcsetpgrp = -1 EIO");
  expect([...fits, ...others]).toEqual(["tcsetpgrp.orphaned", "tcsetpgrp.hung-up"]);
  expect(text("kill = -1 ESRCH")).toContain("Called with the right arguments, kill gives ESRCH");
  expect(rulesFor("setsid = -1 EPERM").fits).toEqual([
    "setsid.group-leader",
    "setsid.group-remains",
  ]);
  expect(() => explain("tcsetgrp = -1 EIO", scenarios)).toThrow(
    /no call `tcsetgrp`; did you mean `tcsetpgrp`/,
  );
  expect(() => explain("tcsetpgrp = -1 EOI", scenarios)).toThrow(/`EOI` is not an error/);
});

test("a line about a terminal: its name stands for any, and so does a descriptor", () => {
  const lines = [
    "tcsetpgrp(tty, job) = -1 EPERM",
    "tcsetpgrp(3, 4711) = -1 EPERM",
    "4712 ioctl(3, TIOCSPGRP, [4711]) = -1 EPERM (Operation not permitted)",
  ];
  for (const line of lines)
    expect(rulesFor(line).fits).toEqual(["tcsetpgrp.group-absent", "tcsetpgrp.group-elsewhere"]);
  expect(rulesFor("ioctl(0, TIOCGPGRP, [7]) = -1 ENOTTY").fits).toEqual(["tcgetpgrp.not-terminal"]);
  const reading = rulesFor("read(0, 0x7ffe, 1024) = -1 EIO (Input/output error)");
  expect(new Set(reading.fits)).toEqual(new Set(["read.orphaned", "read.signal-held"]));
});

test("what is not known is an error that helps", () => {
  expect(() => explain("child-execed", scenarios)).toThrow(UnknownSubject);
  expect(() => explain("child-execed", scenarios)).toThrow("there is `setpgid.child-execed`");
  expect(() => explain("setpgid(0, 0) = -1 EPREM", scenarios)).toThrow(LineError);
});

test("every rule and every question is in the file it is said to be in", () => {
  const { rules, questions } = catalog();
  for (const { id } of [...rules, ...questions]) {
    const source = readFileSync(new URL(`../../${sourceFileOf(id)}`, import.meta.url), "utf8");
    const shared = `\`\${call}${id.slice(id.indexOf("."))}\``;
    expect(
      source.includes(`"${id}"`) || source.includes(shared),
      `${id} in ${sourceFileOf(id)}`,
    ).toBe(true);
  }
});

test("every rule and every alternative has a scenario to show", () => {
  const { rules, questions } = catalog();
  const lacking = [
    ...rules.map(({ id }) => explain(id, scenarios)),
    ...questions.map(({ id }) => explain(id, scenarios)),
  ].flatMap((explanation) => {
    if (explanation.kind === "rule")
      return explanation.scenarios.length > 0 ? [] : [explanation.id];
    if (explanation.kind !== "question") return [];
    const { id, alternatives } = explanation;
    return alternatives
      .filter((each) => each.scenarios.length === 0)
      .map(({ name }) => `${id}=${name}`);
  });
  expect(lacking).toEqual([]);
});

test("a line as strace writes it, with the time", () => {
  expect(
    rulesFor("[pid 7] 12:34:56.7 setpgid(0, 0) = -1 EPERM (Operation not permitted)").fits,
  ).toEqual(["setpgid.session-leader"]);
  expect(() => explain("wait4(-1, NULL, 0, NULL) = -1 ECHILD", scenarios)).toThrow(
    /no call `wait4`; did you mean `wait`/,
  );
});

test("a refusal that no rule gives is not said to be impossible", () => {
  expect(text("kill(5, 0) = -1 ENOMEM")).toMatch(/No rule that is modelled refuses kill like this/);
});
