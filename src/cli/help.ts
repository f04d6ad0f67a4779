import type { Command } from "commander";
import { hint } from "../trace/nearest.js";
import { badInput } from "./failure.js";

/** `retinue help`: what a command does; the library's own says nothing of a wrong name. */
export function addHelp(program: Command): void {
  program
    .helpCommand(false)
    .command("help")
    .description("display help for command")
    .argument("[command]")
    .action((name?: string) => helpOn(name, program));
}

function helpOn(name: string | undefined, program: Command): void {
  const names = program.commands.map((command) => command.name());
  const command = name === undefined ? program : program.commands[names.indexOf(name)];
  if (!command) throw badInput(`there is no command \`${name}\`${hint(name ?? "", names) || "."}`);
  command.outputHelp();
}
