import { signatureOf, signatures } from "./calls.js";
import * as term from "./grammar/parser.terms.js";
import { oneOf } from "./kind.js";
import { hint } from "./nearest.js";
import { isMarker } from "./queries.js";
import { isAnswer, readAnswer, readAnswers } from "./read-answer.js";
import { readCall } from "./read-call.js";
import { readEnding, readEvent } from "./read-status.js";
import { children } from "./reading.js";
import { trimmed } from "./text.js";
/**
 * A step with the lines below it, and their checks.
 *
 * @param below by default its own children, not indented
 */
export function readStep(reading, node, below = { nodes: children(node), depth: 0 }) {
    const actor = readActor(reading, node);
    const callNode = node.getChild(term.Call) ?? node;
    const call = readCall(reading, callNode);
    const start = firstWord(node);
    const answered = { signature: signatureOf(call), step: start.from };
    const own = node.getChild(term.Expectation);
    const stated = own
        ? { answers: readAnswers(reading, own, answered), effects: [] }
        : undefined;
    const overrides = readBelow(reading, below, answered, stated);
    checkProfiles(reading, below);
    return {
        kind: "step",
        actor,
        call,
        ...(stated && { expectation: stated }),
        overrides: overrides.map((draft) => finishOverride(reading, draft)),
        ...readComment(reading, node),
        at: reading.at(start),
    };
}
/** The comment at the end of a line. */
export function readComment(reading, node) {
    const comment = node.getChild(term.Comment);
    return comment ? { comment: trimmed(reading.text(comment).slice(1)) } : {};
}
function readActor(reading, node) {
    const actor = node.getChild(term.Actor) ?? node;
    const name = reading.text(actor);
    reading.names.process(name, actor.from);
    return name;
}
/**
 * Effects belong to the expectation above them. All answers are read first: they bind the names the
 * effects may use.
 */
function readBelow(reading, { nodes, depth }, answered, stated) {
    const overrides = overridesIn(nodes).map((child) => {
        checkDepth(reading, child, depth + 2, depth + 2);
        return readOverride(reading, child, answered);
    });
    let index = 0;
    let above = stated;
    for (const child of nodes) {
        if (child.type.id === term.Override)
            above = overrides[index++];
        if (child.type.id !== term.Effect)
            continue;
        checkDepth(reading, child, depth + (index === 0 ? 2 : 4), depth + 2);
        if (above)
            above.effects.push(readEffect(reading, child));
        else
            reading.problem(firstWord(child), "effects are stated below a result, and this step states none");
    }
    return overrides;
}
function overridesIn(nodes) {
    return nodes.filter((node) => node.type.id === term.Override);
}
function readOverride(reading, node, answered) {
    const names = node.getChild(term.Profiles)?.getChildren(term.Name) ?? [];
    const expectation = node.getChild(term.Expectation);
    const answers = expectation ? readAnswers(reading, expectation, answered) : [];
    return { node, profiles: names.map((name) => reading.text(name)), answers, effects: [] };
}
function finishOverride(reading, { node, profiles, answers, effects }) {
    return {
        profiles,
        answers,
        effects,
        ...readComment(reading, node),
        at: reading.at(firstWord(node)),
    };
}
/** Every profile is known, and none is named twice below one step. */
function checkProfiles(reading, { nodes }) {
    const seen = new Set();
    const lists = overridesIn(nodes).map((child) => child.getChild(term.Profiles)?.getChildren(term.Name) ?? []);
    for (const word of lists.flat()) {
        const profile = reading.text(word);
        if (seen.has(profile))
            reading.problem(word, `\`${profile}\` is named twice below one step`);
        seen.add(profile);
        if (reading.profiles && !reading.profiles.includes(profile)) {
            reading.problem(word, `there is no profile \`${profile}\`${hint(profile, reading.profiles)}`);
        }
    }
}
/** @param least the indentation of what stands directly below the step */
function checkDepth(reading, node, wanted, least) {
    const complaint = depthComplaint(node, wanted, least);
    checkIndentation(reading, node, wanted, complaint);
}
/** Notes that the first word of a line is not indented by so many spaces. */
export function checkIndentation(reading, node, wanted, complaint) {
    const word = firstWord(node);
    const { column } = reading.at(word);
    const start = word.from - column + 1;
    const indentation = reading.source.text.slice(start, word.from);
    if (indentation.includes("\t"))
        reading.problem(start, "indent with spaces, not with tabs");
    else if (indentation.length !== wanted)
        reading.problem(word, complaint);
}
const numerals = ["no", "one", "two", "three", "four", "five", "six"];
function depthComplaint(node, wanted, least) {
    const spaces = `${numerals[wanted]} spaces${least > 2 ? " in a block" : ""}`;
    if (node.type.id === term.Override)
        return `an override is indented by ${spaces}`;
    if (wanted === least)
        return `an effect is indented by ${spaces}`;
    return `an effect below an override belongs to it: indent by ${spaces}, or put it above`;
}
/** The first node after the indentation. */
function firstWord(node) {
    return node.firstChild ?? node;
}
function readEffect(reading, node) {
    const process = readActor(reading, node);
    const event = node.getChild(term.Event);
    if (event)
        return { process, ...readEvent(reading, event) };
    const died = node.getChild(term.Died);
    if (died)
        return { kind: "died", process, status: readEnding(reading, died) };
    const resumed = node.getChild(term.Resumed) ?? node;
    const name = resumed.getChild(term.Function) ?? resumed;
    const answer = children(resumed).find(isAnswer) ?? resumed;
    const signature = sleeper(reading, name);
    return {
        kind: "resumed",
        process,
        function: reading.text(name),
        answer: readResult(reading, answer, signature),
    };
}
function readResult(reading, node, signature) {
    const answer = readAnswer(reading, node, { signature, step: undefined });
    if (isMarker(answer) || answer.kind === "gone")
        reading.problem(node, "a call that resumes gives a result");
    return answer;
}
/** The call that resumes: one that can sleep. */
function sleeper(reading, node) {
    const name = reading.text(node);
    const signature = signatures.get(name);
    if (signature?.sleeps)
        return signature;
    const sleepers = [...signatures.values()].filter(({ sleeps }) => sleeps);
    reading.problem(node, `\`${name}\` is not a call that sleeps`, oneOf(...sleepers.map((each) => each.function)).wants);
    return undefined;
}
