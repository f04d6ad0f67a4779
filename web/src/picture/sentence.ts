import type { Scene } from "retinue";

/** What a scene holds, in one sentence. */
export function sentenceOf({ processes, terminals }: Scene): string {
  const count = (values: readonly string[]) => new Set(values).size;
  const parts = [
    amount(processes.length, "process", "processes"),
    amount(count(processes.map(({ group }) => group)), "group"),
    amount(count(processes.map(({ session }) => session)), "session"),
    ...(terminals.length > 0 ? [amount(terminals.length, "terminal")] : []),
  ];
  return parts.join(", ");
}

function amount(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
