import { callOf } from "./catalogue.js";

/** What several calls share is not in the file of any one of them. */
const shared: readonly { readonly file: string; readonly ids: RegExp }[] = [
  {
    file: "assembly/calls/lookup.ts",
    ids: /^get(pgid|sid)\.(pid-negative|no-such-process|other-session|zombie|across-sessions)$/,
  },
  {
    file: "assembly/calls/descriptor.ts",
    ids: /^((close|tc\w+|tioc\w+|type)\.bad-descriptor|(tc\w+|tioc\w+|write)\.hung-up|tcgetpgrp\.master)$/,
  },
  {
    file: "assembly/calls/background.ts",
    ids: /^((read|tcset\w+|write)\.(orphaned|background)|tcsetpgrp\.interrupted)$/,
  },
  { file: "assembly/calls/mask.ts", ids: /^(sigprocmask|sigpending|sigsuspend)\./ },
  { file: "assembly/calls/waiting.ts", ids: /^waitpid\.(order|pending-sigchld)$/ },
  {
    file: "assembly/deliver.ts",
    ids: /^(kill\.(blocked-and-ignored|stop-cancels-continue|fatal-to-stopped|continue-of-running)|sigaction\.(sigchld-on-continue|ignored-sigchld))$/,
  },
  {
    file: "assembly/run.ts",
    ids: /^(kill\.(pending-order|fatal-decided|handlers-run)|waitpid\.news-with-signal)$/,
  },
  { file: "assembly/wake.ts", ids: /^waitpid\.(looks-again|wakes-on-continue)$/ },
  { file: "assembly/orphan.ts", ids: /^exit\.orphaned-known$/ },
  {
    file: "assembly/orphaning.ts",
    ids: /^(exit\.orphan-signals|setpgid\.(orphaned-by-move|movers-children))$/,
  },
  { file: "assembly/hangup.ts", ids: /^(exit\.(terminal|own-master)|close\.(last-slave|hangup))$/ },
  { file: "assembly/terminal.ts", ids: /^type\.reaches$/ },
  { file: "assembly/numbers.ts", ids: /^fork\.session-id$/ },
  { file: "assembly/kernel.ts", ids: /^(fork\.|exit\.|sigaction\.unwanted-child)/ },
];

/** The file of the project's own sources in which a rule or a question is written. */
export function sourceFileOf(id: string): string {
  const found = shared.find(({ ids }) => ids.test(id));
  return found?.file ?? `assembly/calls/${callOf(id)}.ts`;
}
