import type { Command } from "commander";
import { follow, type Verdict } from "../oracle/follow.js";
import { type Reporter, reporters, sideBySide } from "../report/index.js";
import type { Obstacle } from "../world.js";
import { type ComparisonOptions, withComparisonOptions } from "./options.js";
import { compareAndReport } from "./session.js";

/** One trace in both worlds. */
interface Pair {
  readonly file: string;
  /** The order in which its blocks went, if it has some. */
  readonly schedule: string | undefined;
  readonly verdict: Verdict;
  readonly obstacle: Obstacle | undefined;
}

/** `retinue diff`: traces in both worlds, side by side. */
export function addDiff(program: Command): void {
  const command = program
    .command("diff")
    .summary("show traces step by step: this machine's kernel beside the model")
    .description(
      "Runs traces on a real kernel and in the model and shows every step side by side; then explains what differs.",
    )
    .argument("<file or folder...>", "traces, and folders that hold them");
  withComparisonOptions(command).action(diff);
}

function diff(paths: readonly string[], options: ComparisonOptions): Promise<void> {
  const pairs: Pair[] = [];
  return compareAndReport({
    command: "diff",
    paths,
    options,
    forms: withTables(pairs),
    watch:
      (profile) =>
      ({ file }, { trace, schedule }, { observations, obstacle }) => {
        const verdict = follow(trace, observations, profile);
        pairs.push({ file, schedule, obstacle, verdict });
      },
  });
}

/** The text for people begins with the steps side by side. */
function withTables(pairs: readonly Pair[]): ReadonlyMap<string, Reporter> {
  const forms = new Map(reporters);
  const { text } = Object.fromEntries(reporters);
  if (!text) return forms;
  return forms.set("text", {
    ...text,
    render(report, style) {
      const tables = pairs.map(({ file, schedule, verdict, obstacle }) => {
        const title = schedule === undefined ? file : `${file} under the schedule ${schedule}`;
        return sideBySide(title, verdict, obstacle, style);
      });
      return [...(style.quiet ? [] : tables), text.render(report, style)].join("\n");
    },
  });
}
