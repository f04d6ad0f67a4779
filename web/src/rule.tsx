import { rules } from "./state.js";

/** A rule that refused a call: its name, what it demands, and where that is written. */
export function RuleText({ index }: { readonly index: number }) {
  const rule = rules[index];
  if (!rule) return null;
  return (
    <p class="rule">
      <strong>{rule.id}</strong> {rule.text} <cite>{rule.clause}</cite>
    </p>
  );
}
