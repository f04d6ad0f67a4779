import { expect, test } from "vitest";
import { plainStyle, reporters } from "../../src/report/index.js";
import { compared, everyVerdict, leaderJoins, plainCase, reportOn } from "./reports.js";

function text(report: Parameters<typeof reportOn>[0], held = "linux", style = plainStyle): string {
  return reporters.get("text")?.render(reportOn(report, held), style) ?? "";
}

test("a divergence tells a stranger what happened, what was allowed and by which rule", () => {
  const result = compared(leaderJoins, "test/scenarios/setpgid/leader.trace", "gvisor", "linux");
  expect(text([result])).toMatchInlineSnapshot(`
    "✗ scenarios/setpgid/leader
      a session leader stays where it is

      test/scenarios/setpgid/leader.trace:9:1

          1  init: fork() = leader
          2  leader: setsid() = leader
          3  leader: fork() = job
          4  job: setpgid(0, 0) = 0
        > 5  leader: setpgid(0, job)

        this kernel    0
        linux          -1 EPERM
                         setpgid.session-leader: A session leader stays in the group it leads.
                         [XSH setpgid ERRORS EPERM]
        posix permits  the same

        A kernel like linux but with another answer to this question would do this:
          setpgid.leader-may-join: May a session leader join another group of its session? linux: It
          may not. [XSH setpgid ERRORS EPERM]

        What was observed breaks the standard.
        Answers like gvisor.

      again  npx retinue check test/scenarios/setpgid/leader.trace --profile linux --isolation subreaper --via 'runsc do'

       cases  0 agreed, 1 diverged, of 1
    standard  1 case breaks POSIX as specified: scenarios/setpgid/leader
      kernel  Linux 4.4.0 x86_64, via runsc do
     profile  linux, isolation by subreaper
    duration  1.2 s
    "
  `);
});

test("a divergence that only the standard sees says so", () => {
  const result = compared(leaderJoins, "leader.trace", "linux", "gvisor");
  const report = text([result], "gvisor");
  expect(report).toContain(
    "The standard permits what was observed; it only is not what gvisor does.",
  );
  expect(report).toContain("Answers like linux");
});

test("held to the standard, what breaks it is told apart, and posix is not named twice", () => {
  const report = text([compared(leaderJoins, "leader.trace", "gvisor", "posix")], "posix");
  expect(report).toContain("What was observed breaks the standard.");
  expect(report).not.toContain("posix permits");
});

test("what breaks the standard without a divergence is told by what it is, and where to see it", () => {
  const held = (kernel: string) => compared(leaderJoins, `${kernel}-joins.trace`, kernel, kernel);
  const both = [held("gvisor"), held("linux")];
  expect(both.map(({ verdict, conformance }) => [verdict, conformance])).toEqual([
    ["agreed", "violates"],
    ["agreed", "conforms"],
  ]);
  expect(text(both, "gvisor", { ...plainStyle, width: 80 })).toMatchInlineSnapshot(`
    "Cases that do what gvisor does, and break POSIX as specified, by what speaks:
        1  setpgid.leader-may-join  May a session leader join another group of its
                                    session? gvisor: It may, so that its group and
                                    its session then differ.
      The profile says what gvisor is known to do, the standard what every kernel
      must do. \`--profile posix\` with the same traces shows each step.

       cases  2 agreed, 0 diverged, of 2
    standard  1 case breaks POSIX as specified, as gvisor is known to
      kernel  Linux 4.4.0 x86_64, via runsc do
     profile  gvisor, isolation by subreaper
    duration  1.2 s
    "
  `);
  const quiet = text(both, "gvisor", { ...plainStyle, quiet: true });
  expect(quiet).toMatch(
    /^ +cases .*\nstandard {2}1 case breaks POSIX as specified, as gvisor is known to\n/,
  );
});

test("what only several rules and questions together explain is named by all of them", () => {
  const nobody = "init: kill(-1, 0)\n";
  expect(compared(nobody, "nobody.trace", "linux", "linux")).toMatchObject({
    conformance: "violates",
    breaks: ["kill.all-caller", "kill.nobody-else"],
  });
});

test("a case of which the standard does not know the end is named", () => {
  const agreed = plainCase("scenarios/wait/odd", "agreed", null);
  const report = text([{ ...agreed, conformance: "unknown" }]);
  expect(report).toContain(
    "nothing observed breaks POSIX as specified; of 1 case it is not known to the end:\n",
  );
  expect(report).toContain("scenarios/wait/odd");
});

test("a divergence after which not everything was compared says why", () => {
  const result = compared(leaderJoins, "leader.trace", "gvisor", "linux");
  const report = text([{ ...result, reason: "the agent was killed" }]);
  expect(report).toContain("    Not all of it was compared: the agent was killed.\n");
});

test("processes that are elsewhere after a step are listed field by field", () => {
  const orphan = `init: fork() = parent
parent: fork() = child
parent: _exit(0) = ?
`;
  expect(text([compared(orphan, "orphan.trace", "darwin", "linux")])).toMatchInlineSnapshot(`
    "✗ orphan

      orphan.trace:3:1

          1  init: fork() = parent
          2  parent: fork() = child
        > 3  parent: _exit(0)

        this kernel    ?  (the process died in the call)
        linux          ?  (the process died in the call)
        posix permits  the same

        After the step the processes differ:
          process          this kernel  linux
          child    parent  outside      init

        A kernel like linux but with another answer to this question would do this:
          exit.new-parent: To whom do the children of a process that dies go? linux: To the nearest
          living ancestor that asked for orphans, else to the system's first process.
          [XSH _Exit DESCRIPTION]

        The standard permits what was observed; it only is not what linux does.
        Answers like darwin, openbsd, netbsd and illumos.

      again  npx retinue check orphan.trace --profile linux --isolation subreaper --via 'runsc do'

       cases  0 agreed, 1 diverged, of 1
    standard  nothing observed breaks POSIX as specified
      kernel  Linux 4.4.0 x86_64, via runsc do
     profile  linux, isolation by subreaper
    duration  1.2 s
    "
  `);
});

test("where only the order of the checks differs, both rules speak", () => {
  const both = `init: fork() = shell
shell: fork() = job
job: execve() = 0
job: setsid() = job
shell: setpgid(job, job) = -1 EPERM | -1 EACCES
`;
  const report = text([compared(both, "both.trace", "gvisor", "linux")]);
  expect(report).toContain("the order of the checks differs");
  expect(report).toContain("setpgid.child-execed");
  expect(report).toContain("setpgid.other-session");
});

test("several divergences are counted by what speaks, the order among it", () => {
  const both = `init: fork() = job
job: execve() = 0
init: setpgid(job, unused) = -1 EPERM | -1 EACCES
`;
  const report = text([
    compared(leaderJoins, "joins.trace", "gvisor", "linux"),
    compared(both, "both.trace", "asterinas", "linux"),
  ]);
  const start = report.indexOf("Cases that diverge");
  expect(report.slice(start, report.indexOf("\n\n", start))).toMatchInlineSnapshot(`
    "Cases that diverge, by the rule or question that speaks:
        1  setpgid.session-leader   A session leader stays in the group it leads.
        1  setpgid.leader-may-join  May a session leader join another group of its session?
        1  setpgid.child-execed     Once a child has called exec, only the child may change its own
                                    group.
        1  setpgid.group-absent     The group that is to be joined must exist, unless it is the one
                                    named by the process's own number.
        1  order of the checks      Both sides refuse, each by another rule that is broken."
  `);
});

test("a later divergence of one case does not repeat the steps before", () => {
  const twice = leaderJoins.replace(
    "leader: getpgrp() = leader\n",
    "leader: setpgid(0, job) = -1 EPERM\n",
  );
  const report = text([compared(twice, "twice.trace", "gvisor", "linux")]);
  expect(report.match(/init: fork\(\) = leader/g)).toHaveLength(1);
  expect(report).toContain("as above");
});

test("what was not compared is never dropped in silence", () => {
  const report = reporters.get("text")?.render(everyVerdict(), plainStyle) ?? "";
  expect(report.slice(report.indexOf("! "))).toMatchInlineSnapshot(`
    "! scenarios/wait/odd
        Could not be finished: it did not settle: <#1> & "more"

    Diverged as the baseline says:
      museum/leader setpgid.session-leader setpgid.leader-may-join

    Skipped 2 cases: needs a PID namespace, and there is none here
      scenarios/kill/all scenarios/kill/other

       cases  1 agreed, 1 diverged, 1 known, 2 skipped, 1 broken, of 6
    standard  2 cases break POSIX as specified: scenarios/setpgid/leader and museum/leader
      kernel  Linux 4.4.0 x86_64, via runsc do
     profile  linux, isolation by subreaper
    duration  1.2 s
    "
  `);
});

test("quiet leaves what diverged or broke, and the counts", () => {
  const report =
    reporters.get("text")?.render(everyVerdict(), { ...plainStyle, quiet: true }) ?? "";
  expect(report).toContain("✗ scenarios/setpgid/leader");
  expect(report).toContain("! scenarios/wait/odd");
  expect(report).not.toContain("Skipped 2 cases");
  expect(report).toContain("1 diverged");
});

test("colours change nothing but colours", () => {
  const render = (color: boolean) =>
    reporters.get("text")?.render(everyVerdict(), { ...plainStyle, color }) ?? "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colours are made of
  expect(render(true).replace(/\u001B\[\d+m/g, "")).toBe(render(false));
  expect(render(true)).toContain("\u001B[31m");
});

test("no line is wider than the terminal, but for what cannot be broken", () => {
  const narrow = reporters.get("text")?.render(everyVerdict(), { ...plainStyle, width: 72 }) ?? "";
  const lines = narrow.split("\n").filter((line) => !line.startsWith("  again  "));
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});
