import { errnos } from "../trace/errnos.js";
import { hint } from "../trace/nearest.js";
import { namedSignals } from "../trace/signals.js";
/** What is wrong with a profile, and where. */
export class ProfileError extends Error {
    pointer;
    problem;
    name = "ProfileError";
    /** @param pointer a JSON pointer into the file, empty for the whole */
    constructor(pointer, problem) {
        super(pointer === "" ? problem : `${pointer}: ${problem}`);
        this.pointer = pointer;
        this.problem = problem;
    }
}
/** The profile as it is written into a file. */
export function profileJson(profile, { rules, questions }) {
    const orders = profile.orders.map(({ call, ordered, entries }) => [
        call,
        {
            ordered,
            rules: entries.map(({ rule, breach, evidence }) => ({
                rule: rules[rule]?.id ?? "",
                gives: breach.val.toUpperCase(),
                evidence,
            })),
        },
    ]);
    const answers = profile.answers.map(({ question, alternative, evidence }) => {
        const { id = "", alternatives = [] } = questions[question] ?? {};
        const answer = alternative === undefined ? null : (alternatives[alternative]?.name ?? null);
        return [id, { answer, evidence }];
    });
    return {
        schema: 1,
        name: profile.name,
        text: profile.text,
        orders: Object.fromEntries(orders),
        answers: Object.fromEntries(answers),
    };
}
/**
 * The profile that a file holds. What else the file holds is left alone.
 *
 * @throws {ProfileError} with the first thing that is wrong with it
 */
export function profileFrom(value, catalog) {
    const file = objectAt(value, "");
    if (file.schema !== 1)
        throw wrong("/schema", `must be 1, not ${JSON.stringify(file.schema)}`);
    const name = textAt(file.name, "/name");
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
        throw wrong("/name", `a profile's name is in kebab-case, unlike ${JSON.stringify(name)}`);
    }
    return {
        name,
        text: textAt(file.text, "/text"),
        orders: ordersIn(file.orders, catalog),
        answers: answersIn(file.answers, catalog),
    };
}
/** Every profile has the same calls. */
function ordersIn(value, catalog) {
    const orders = objectAt(value, "/orders");
    const calls = (catalog.profiles[0]?.orders ?? []).map(({ call }) => call);
    checkKeys(orders, calls, "/orders", "call");
    return calls.map((call) => {
        const pointer = `/orders/${call}`;
        const order = objectAt(orders[call], pointer);
        if (typeof order.ordered !== "boolean")
            throw wrong(`${pointer}/ordered`, "must be true or false");
        const rules = listAt(order.rules, `${pointer}/rules`);
        const entries = rules.map((rule, i) => entryIn(rule, call, `${pointer}/rules/${i}`, catalog));
        checkOnce(entries, order.ordered, pointer);
        return { call, ordered: order.ordered, entries };
    });
}
/** In an order a rule speaks once; without one it may give several things. */
function checkOnce(entries, ordered, pointer) {
    const keys = entries.map(({ rule, breach }) => (ordered ? rule : `${rule} ${breach.val}`));
    const twice = keys.findIndex((key, i) => keys.indexOf(key) < i);
    if (twice >= 0)
        throw wrong(`${pointer}/rules/${twice}/rule`, "this rule has a place already");
}
function entryIn(value, call, pointer, { rules }) {
    const entry = objectAt(value, pointer);
    const id = textAt(entry.rule, `${pointer}/rule`);
    const rule = rules.findIndex((known) => known.id === id);
    const ids = rules.map((known) => known.id);
    if (rule < 0)
        throw wrong(`${pointer}/rule`, `there is no rule \`${id}\`${hint(id, ids)}`);
    if (!id.startsWith(`${call}.`)) {
        throw wrong(`${pointer}/rule`, `\`${id}\` is no rule of ${call}`);
    }
    return {
        rule,
        breach: breachIn(entry.gives, `${pointer}/gives`),
        evidence: evidenceIn(entry.evidence, `${pointer}/evidence`),
    };
}
function breachIn(value, pointer) {
    const name = textAt(value, pointer);
    const val = name.toLowerCase();
    if (errnos.includes(name))
        return { tag: "errno", val };
    if (namedSignals.includes(name))
        return { tag: "signal", val };
    const known = hint(name, [...errnos, ...namedSignals]);
    throw wrong(pointer, `there is no error or signal \`${name}\`${known}`);
}
function answersIn(value, { questions }) {
    const answers = objectAt(value, "/answers");
    checkKeys(answers, questions.map(({ id }) => id), "/answers", "question");
    return questions.map((question, index) => {
        const pointer = `/answers/${question.id}`;
        const { answer, evidence } = objectAt(answers[question.id], pointer);
        const alternative = alternativeIn(answer, question, `${pointer}/answer`);
        return {
            question: index,
            ...(alternative !== undefined && { alternative }),
            evidence: evidenceIn(evidence, `${pointer}/evidence`),
        };
    });
}
/** Undefined where the question is open. */
function alternativeIn(value, { alternatives }, pointer) {
    if (value === null)
        return undefined;
    const name = textAt(value, pointer);
    const names = alternatives.map((alternative) => alternative.name);
    if (names.includes(name))
        return names.indexOf(name);
    throw wrong(pointer, `\`${name}\` is none of the answers: ${names.join(", ")}, or null`);
}
const evidences = ["measured", "source", "reported", "general", "unverified"];
function evidenceIn(value, pointer) {
    const evidence = evidences.find((known) => known === value);
    if (evidence)
        return evidence;
    throw wrong(pointer, `must be one of ${evidences.join(", ")}, not ${JSON.stringify(value)}`);
}
/** The object has these keys, and no others. */
function checkKeys(object, wanted, pointer, noun) {
    const missing = wanted.find((key) => !(key in object));
    const foreign = Object.keys(object).find((key) => !wanted.includes(key));
    if (foreign !== undefined) {
        throw wrong(`${pointer}/${escaped(foreign)}`, `there is no such ${noun}${hint(foreign, wanted)}`);
    }
    if (missing !== undefined)
        throw wrong(pointer, `the ${noun} \`${missing}\` is missing`);
}
function escaped(key) {
    return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
function objectAt(value, pointer) {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
        return value;
    }
    throw wrong(pointer, `must be an object, not ${kindOf(value)}`);
}
function listAt(value, pointer) {
    if (Array.isArray(value))
        return value;
    throw wrong(pointer, `must be a list, not ${kindOf(value)}`);
}
function textAt(value, pointer) {
    if (typeof value === "string")
        return value;
    throw wrong(pointer, `must be a text, not ${kindOf(value)}`);
}
function kindOf(value) {
    if (value === undefined)
        return "nothing";
    if (value === null)
        return "null";
    return Array.isArray(value) ? "a list" : `a ${typeof value}`;
}
function wrong(pointer, problem) {
    return new ProfileError(pointer, problem);
}
