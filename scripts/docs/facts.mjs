import { evidenceMarks } from "../../dist/explain/evidence.js";
import { catalog, profileNamed } from "../../dist/model/catalog.js";
import { code } from "./markdown.mjs";

/** @typedef {import("../../dist/model/catalog.js").Evidence} Evidence */

/** The names of all profiles, the standard first. */
export const profiles = catalog().profiles.map(({ name }) => name);

/** All questions, by their ids. */
export const questions = [...catalog().questions].sort((a, b) => (a.id < b.id ? -1 : 1));

/** @param {string} name */
export function profile(name) {
  const found = profileNamed(name);
  if (!found) throw new Error(`there is no profile ${name}`);
  return found;
}

/** What the marks behind facts mean, as a sentence. */
export const legend = `Marks: ${Object.values(evidenceMarks)
  .map(({ mark, means }) => `**${mark}** ${means}`)
  .join("; ")}.`;

/** @param {Evidence} evidence */
export function mark(evidence) {
  return evidenceMarks[evidence].mark;
}

/**
 * The part of an id after its dot.
 *
 * @param {string} id
 */
export function short(id) {
  return id.slice(id.indexOf(".") + 1);
}

/**
 * Things by the call in their id, in the order of the catalogue.
 *
 * @template {{ readonly id: string }} T
 * @param {readonly T[]} things
 * @returns {Map<string, T[]>}
 */
export function byCall(things) {
  const groups = new Map();
  for (const thing of things) {
    const call = thing.id.slice(0, thing.id.indexOf("."));
    groups.set(call, [...(groups.get(call) ?? []), thing]);
  }
  return groups;
}

/**
 * Who answers a question how.
 *
 * @param {readonly import("../../dist/explain/catalogue.js").Stance[]} stances
 * @param {string | null} alternative
 */
export function answering(stances, alternative) {
  const who = stances.filter((stance) => stance.alternative === alternative);
  return who.map(({ profile, evidence }) => `${profile} ${mark(evidence)}`).join(", ");
}

/**
 * A rule of an order: its error or signal stands behind it where it is not the usual one.
 *
 * @param {{ rule: string, breach: string, evidence: Evidence }} entry
 */
export function entryText({ rule, breach, evidence }) {
  const usual = catalog()
    .rules.find(({ id }) => id === rule)
    ?.breach.val.toUpperCase();
  return `${code(short(rule))}${usual === breach ? "" : ` ${breach}`} ${mark(evidence)}`;
}
