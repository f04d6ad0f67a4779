import type { Target } from "../diff/result.js";
import type { Fingerprint } from "../fingerprint/fingerprint.js";
import { placeText } from "../fingerprint/recording.js";
import type { Standing } from "../fingerprint/standing.js";
import { catalog } from "../model/catalog.js";
import { type ProfileJson, profileJson } from "../model/profile-json.js";

/** How a line of a measured table is known. */
interface KnownJson {
  readonly standing: Standing["kind"];
  /** Steps that tell, as `case:line`. */
  readonly by: readonly string[];
  readonly against?: readonly string[];
}

/**
 * The fingerprint as a file: a profile that `--profile` takes, with what was observed beside its
 * lines.
 */
export function fingerprintJson(fingerprint: Fingerprint, target: Target): ProfileJson {
  const { profile, nearest, unmade, cases, steps } = fingerprint;
  const all = catalog();
  const table = profileJson(profile, all);
  const measurement = { target, cases, steps, nearest, unmade };
  return {
    ...table,
    ...{ measurement },
    orders: Object.fromEntries(
      fingerprint.calls.map(({ call, present, absent, precedence }) => {
        const order = table.orders[call] ?? { ordered: true, rules: [] };
        const before = (rule: number) =>
          Object.fromEntries(
            precedence
              .filter(({ first }) => first === rule)
              .map(({ second, by }) => [all.rules[second]?.id ?? "", placeText(by)]),
          );
        const rules = order.rules.map((entry, i) => {
          const line = present[i];
          return line
            ? { ...entry, ...knownJson(line.standing), before: before(line.rule) }
            : entry;
        });
        const lacks = absent.map(({ rule, standing }) => ({
          rule: all.rules[rule]?.id ?? "",
          ...knownJson(standing),
        }));
        return [call, { ...order, rules, lacks }];
      }),
    ),
    answers: Object.fromEntries(
      fingerprint.answers.map(({ question, standing, left }) => {
        const { id = "", alternatives = [] } = all.questions[question] ?? {};
        const answer = table.answers[id] ?? { answer: null, evidence: "unverified" };
        const others = left.map((i) => alternatives[i]?.name ?? "");
        return [id, { ...answer, ...knownJson(standing), left: others }];
      }),
    ),
  };
}

function knownJson(standing: Standing): KnownJson {
  const { kind } = standing;
  switch (kind) {
    case "contradicted":
      return {
        standing: kind,
        by: standing.by.map(placeText),
        against: standing.against.map(placeText),
      };
    case "unreached":
      return { standing: kind, by: standing.tellers.map(({ name }) => name) };
    case "untold":
      return { standing: kind, by: [] };
    default:
      return { standing: kind, by: standing.by.map(placeText) };
  }
}
