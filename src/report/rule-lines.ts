import { ruleNamed } from "../explain/catalogue.js";
import { type Paint, tied, wrap } from "../layout.js";

/** A rule that refuses a call, with its sentence and its clause, indented by four spaces. */
export function ruleLines(id: string, paint: Paint, width: number): string[] {
  const rule = ruleNamed(id);
  const clause = rule ? paint.dim(tied(`[${rule.clause}]`)) : "";
  const text = `${paint.cyan(id)}: ${rule?.text ?? ""} ${clause}`;
  return wrap(text, Math.max(40, width - 4)).map((line) => `    ${line}`);
}
