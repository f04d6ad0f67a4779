import type { Command } from "commander";
import {
  type Explanation,
  explain,
  explanationText,
  LineError,
  UnknownSubject,
} from "../explain/index.js";
import { badInput } from "./failure.js";
import { paintOf, styleOf } from "./terminal.js";
import { readTraces, suiteFolders } from "./traces.js";

interface Options {
  readonly json?: boolean;
}

/** `retinue explain`: the catalogue, by rule, question, error, signal, call, invariant, line or term. */
export function addExplain(program: Command): void {
  program
    .command("explain")
    .summary("say what a rule, a question, an error, a signal, a call, a term or a line means")
    .description(
      "Explains a rule (setpgid.child-execed), a question (setpgid.reach), an error (EACCES), a signal (SIGTTOU), a call (setpgid), an invariant that `explore` tests (descent), a term (orphaned, 'controlling terminal'), or a line such as 'setpgid(0,0) = -1 EPERM', also as strace writes it; 'tcsetpgrp = -1 EIO' is a call with any arguments.",
    )
    .argument("<what...>", "what is to be explained; put quotes around a line")
    .option("--json", "for programs")
    .action(explainAll);
}

async function explainAll(subjects: readonly string[], { json }: Options): Promise<void> {
  const scenarios = await readTraces(suiteFolders());
  const explanations = subjects.map((subject) => explained(subject, scenarios));
  const { width } = styleOf(process.stdout);
  const look = { paint: paintOf(process.stdout), width };
  const text = json
    ? JSON.stringify(explanations.length === 1 ? explanations[0] : explanations, null, 2)
    : explanations.map((explanation) => explanationText(explanation, look)).join("\n\n");
  process.stdout.write(`${text}\n`);
}

function explained(subject: string, scenarios: Parameters<typeof explain>[1]): Explanation {
  try {
    return explain(subject, scenarios);
  } catch (error) {
    if (error instanceof UnknownSubject) throw badInput(error.message);
    if (error instanceof LineError) throw badInput(`\`${subject}\`: ${error.message}`);
    throw error;
  }
}
