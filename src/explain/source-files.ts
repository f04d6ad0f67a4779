import { callOf } from "./catalogue.js";

/** What several calls share is not in the file of any one of them. */
const shared: readonly { readonly file: string; readonly ids: RegExp }[] = [
  {
    file: "assembly/calls/lookup.ts",
    ids: /^get(pgid|sid)\.(pid-negative|no-such-process|other-session|zombie|across-sessions)$/,
  },
  { file: "assembly/kernel.ts", ids: /^(fork\.|exit\.|waitpid\.looks-again$)/ },
];

/** The file of the project's own sources in which a rule or a question is written. */
export function sourceFileOf(id: string): string {
  const found = shared.find(({ ids }) => ids.test(id));
  return found?.file ?? `assembly/calls/${callOf(id)}.ts`;
}
