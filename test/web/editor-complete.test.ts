import { CompletionContext } from "@codemirror/autocomplete";
import { EditorState } from "@codemirror/state";
import {
  catalog,
  directives,
  errnos,
  fieldKeys,
  type Profile,
  profileNamed,
  signatures,
} from "retinue";
import { describe, expect, test } from "vitest";
import type { Around } from "../../web/src/editor/complete.js";
import { complete } from "../../web/src/editor/completing.js";

const around: Around = {
  ...catalog(),
  kernel: profileNamed("linux") as Profile,
  answersIn: () => [],
};

const above = "init: fork() = shell\ninit: openpty() = tty\nshell: pthread_create() = helper\n";

/** What is offered at the end of a text, the likeliest first as far as that is known. */
function offered(text: string, { explicit = true, known = around } = {}): string[] {
  const state = EditorState.create({ doc: text });
  const result = complete(new CompletionContext(state, text.length, explicit), known);
  const options = [...(result?.options ?? [])];
  return options.sort((a, b) => (b.boost ?? 0) - (a.boost ?? 0)).map(({ label }) => label);
}

describe("what can be typed", () => {
  test("at the start of a line: who was made, but no terminal and no thread", () => {
    expect(offered(above)).toEqual(["init", "shell", "parallel", "@"]);
    expect(offered(`${above}parallel {\n  `)).toEqual(["init", "shell"]);
    expect(offered(`${above}  `)).toEqual(["init", "shell", "["]);
  });

  test("behind a process: the calls with their parameters", () => {
    expect(offered("init: ")).toEqual([...signatures.keys()]);
    const state = EditorState.create({ doc: "init: set" });
    const options = complete(new CompletionContext(state, 9, false), around)?.options ?? [];
    expect(options.find(({ label }) => label === "setpgid")?.detail).toBe("(pid, pgid)");
  });

  test("as an argument: the names and words that its kind takes", () => {
    expect(offered(`${above}init: setpgid(`)).toEqual([
      ...["init", "shell", "helper"],
      ...["unused", "outside", "INT_MIN", "INT_MAX"],
    ]);
    expect(offered(`${above}init: kill(-`)).toContain("-shell");
    expect(offered(`${above}init: close(`)).toEqual(["tty", "tty.master", "/dev/tty"]);
    expect(offered(`${above}init: waitpid(shell, WNOHANG|`)).toContain("WUNTRACED");
    expect(offered(`${above}init: sigprocmask(SIG_BLOCK, {SIGCHLD, `)).toContain("SIGTSTP");
    expect(offered(`${above}init: type(tty, `)).toEqual(['"^C"', '"^\\\\"', '"^Z"']);
    expect(offered(`${above}init: fork(`)).toEqual([]);
  });

  test("as an answer: first what the kernel gives", () => {
    const known = { ...around, answersIn: () => ["-1 ESRCH"] };
    expect(offered(`${above}init: setpgid(shell, 0) = `, { known })[0]).toBe("-1 ESRCH");
    expect(offered(`${above}init: setpgid(shell, 0) = `)).toEqual(["0", "-1", "?"]);
    expect(offered(`${above}init: wait() = `).slice(0, 2)).toEqual(["init", "shell"]);
    expect(offered(`${above}init: wait() = shell [`)).toContain("exited 0");
    expect(offered(`${above}init: wait() = shell [stopped `)).toEqual([
      "SIGSTOP",
      "SIGTSTP",
      "SIGTTIN",
      "SIGTTOU",
    ]);
  });

  test("behind -1: every error, first those by which the kernel refuses the call", () => {
    const all = offered(`${above}init: setpgid(shell, 0) = -1 `);
    expect(all.slice(0, 4).sort()).toEqual(["EACCES", "EINVAL", "EPERM", "ESRCH"]);
    expect([...all].sort()).toEqual([...errnos].sort());
    const below = offered(`${above}init: setpgid(shell, 0) = 0\n  [darwin] = -1 `);
    expect(below.slice(0, 4)).toEqual(all.slice(0, 4));
  });

  test("in brackets below a step: the kernels that are not named yet", () => {
    const names = catalog().profiles.map(({ name }) => name);
    expect(offered("init: fork() = a\n  [")).toEqual(names);
    expect(offered("init: fork() = a\n  [linux, ")).toEqual(
      names.filter((name) => name !== "linux"),
    );
  });

  test("below a step: what can happen to a process", () => {
    const events = offered("init: fork() = a\n  a: ");
    expect(events).toContain("--- stopped ---");
    expect(events).toContain("<... waitpid resumed> =");
    expect(offered("init: fork() = a\n  a: +++ killed by ")).not.toContain("SIGSTOP");
  });

  test("in front matter and behind @", () => {
    expect(offered("---\ntitle: a\n")).toEqual([...fieldKeys.keys()].filter((k) => k !== "title"));
    expect(offered("---\nneeds: [users, ")).toEqual(fieldKeys.get("needs")?.words);
    expect(offered("---\nquestions: [")).toContain("setpgid.reach=child");
    expect(offered("init: fork() = a\n@ ")).toEqual([...directives.keys()]);
    expect(offered("init: fork() = a\n@ next-pid ")).toEqual(["init", "a"]);
    expect(offered("---\ntitle: a\n---\ninit: fo")).toContain("fork");
  });

  test("nothing in a comment, and nothing unasked where no word has begun", () => {
    expect(offered("init: fork() = a  # init: ")).toEqual([]);
    expect(offered("init: fork() = a\n", { explicit: false })).toEqual([]);
    expect(offered("init: fork() = a\ni", { explicit: false })).toContain("init");
  });
});

test("a word that is whole is not offered any more: Enter begins a new line", () => {
  const word = `${above}init: getpgid(shell) = shel`;
  expect(offered(word, { explicit: false })).toContain("shell");
  expect(offered(`${word}l`, { explicit: false })).toEqual([]);
  expect(offered(`${word}l`)).toContain("shell");
  expect(offered("init: fork", { explicit: false })).toContain("fork");
});
