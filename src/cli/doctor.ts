import type { Command } from "commander";
import pc from "picocolors";
import { hang, wrap } from "../layout.js";
import { catalog } from "../model/catalog.js";
import { status } from "./failure.js";
import { examine, type Finding } from "./findings.js";
import type { KernelOptions } from "./kernel.js";
import { withKernelOptions } from "./options.js";
import { styleOf } from "./terminal.js";

interface Options extends KernelOptions {
  readonly json?: boolean;
}

/** `retinue doctor`: what this machine offers, and what is missed without it. */
export function addDoctor(program: Command): void {
  const command = program
    .command("doctor")
    .summary("say what this machine offers, and what is skipped without it")
    .description(
      "Tries step by step what the comparison with a real kernel needs. Exits 3 if no trace can run here.",
    );
  withKernelOptions(command).option("--json", "for programs").action(doctor);
}

async function doctor(options: Options): Promise<void> {
  const findings = await examine(options);
  process.exitCode = findings.some(({ fatal }) => fatal) ? status.unable : status.agreed;
  if (options.json) {
    process.stdout.write(
      `${JSON.stringify({ schema: 1, command: "doctor", findings }, null, 2)}\n`,
    );
    return;
  }
  const { color, width } = styleOf(process.stdout);
  const paint = pc.createColors(color);
  const margin = Math.max(...findings.map(({ subject }) => subject.length));
  const lines = findings.flatMap((finding) => {
    const mark = { yes: paint.green("✓"), no: paint.red("✗"), plain: " " }[markOf(finding)];
    const head = `${mark} ${finding.subject.padEnd(margin)}  `;
    const text = [finding.says, ...(finding.advice ? [finding.advice] : [])];
    return hang(
      head,
      text.flatMap((part) => wrap(part, Math.max(40, width - margin - 4))),
    );
  });
  const model = `${catalog().rules.length} rules, ${catalog().questions.length} questions, ${catalog().profiles.length} profiles`;
  process.stdout.write(
    `${[...lines, ...hang(`  ${"model".padEnd(margin)}  `, [model])].join("\n")}\n`,
  );
}

function markOf({ present }: Finding): "yes" | "no" | "plain" {
  if (present === null) return "plain";
  return present ? "yes" : "no";
}
