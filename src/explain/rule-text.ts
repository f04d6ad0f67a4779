import { columns, listed, wrap } from "../layout.js";
import { type Place, standard } from "./catalogue.js";
import { evidenceMarks } from "./evidence.js";
import type { RuleExplanation } from "./explanation.js";
import { fields, indented, type Look } from "./look.js";

/** How many scenarios of one subject are named. */
const most = 5;

/** The first few files, and how many more there are. */
export function few(files: readonly string[]): string[] {
  if (files.length === 0) return ["none"];
  const rest = files.length - most;
  return [...files.slice(0, most), ...(rest > 0 ? [`and ${rest} more`] : [])];
}

/** Everything about a rule. */
export function ruleLines(rule: RuleExplanation, look: Look): string[] {
  const { paint, width } = look;
  const posix = rule.standard
    ? `has this rule: when it is broken, ${rule.breach} is permitted, whatever else is broken`
    : "does not have this rule; only the kernels below do";
  const { meaning = "", remedy = "" } = rule.advice ?? {};
  const advice = [
    ["when broken", wrap(meaning, width - 15)],
    ["what to do", wrap(remedy, width - 15)],
  ] as const;
  return [
    paint.bold(rule.id),
    ...indented(wrap(rule.text, width - 2)),
    "",
    ...indented(
      fields(
        [
          [rule.gate ? "signal" : "error", [rule.breach]],
          ...(rule.advice ? advice : []),
          ["clause", [rule.clause]],
          [standard, wrap(posix, width - 15)],
          ["source", [rule.source]],
          ["scenarios", few(rule.scenarios)],
        ],
        look,
      ),
    ),
    "",
    ...indented(places(rule, look)),
  ];
}

function places({ places, absent, call }: RuleExplanation, { paint }: Look): string[] {
  const head = ["kernel", `place in ${call}`, "error", "known by", "checked after"];
  const rows = places.map((place) => [
    place.profile,
    placeText(place),
    place.breach,
    evidenceMarks[place.evidence].mark,
    place.after ?? "",
  ]);
  const table = columns([head.map((cell) => paint.dim(cell)), ...rows]);
  const lacking = absent.length > 0 ? [`not checked by ${listed(absent)}`] : [];
  return [...table, ...lacking];
}

function placeText({ place, of }: Place): string {
  return place === null ? "in any order" : `${place} of ${of}`;
}
