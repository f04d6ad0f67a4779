import { fieldKeys } from "./fields.js";
import * as term from "./grammar/parser.terms.js";
import { hint } from "./nearest.js";
/** The fields of the front matter, with their checks. */
export function readFields(reading, node) {
    const seen = new Set();
    return node.getChildren(term.Field).map((child) => {
        const field = readField(reading, child);
        if (seen.has(field.key))
            reading.problem(child, `\`${field.key}\` is given twice`);
        seen.add(field.key);
        return field;
    });
}
function readField(reading, node) {
    const keyNode = node.getChild(term.Key);
    const key = keyNode ? reading.text(keyNode) : "";
    const known = fieldKeys.get(key);
    const list = node.getChild(term.List);
    const text = node.getChild(term.Text);
    const items = list?.getChildren(term.ListItem) ?? [];
    if (!known)
        reading.problem(node, `there is no key \`${key}\`${hint(key, fieldKeys.keys())}`);
    else if (!list && !text)
        reading.problem(node, `\`${key}\` says nothing`, known.says);
    else if (known.list !== (list !== null))
        reading.problem(list ?? text ?? node, shape(key, known));
    else
        for (const item of items)
            checkItem(reading, item, key, known);
    const value = list ? items.map((item) => reading.text(item)) : text ? reading.text(text) : "";
    return { key, value, at: reading.at(node) };
}
function shape(key, known) {
    return known.list ? `\`${key}\` is a list: \`[a, b]\`` : `\`${key}\` is a text, not a list`;
}
function checkItem(reading, node, key, known) {
    const text = reading.text(node);
    if (known.item && !known.item.form.test(text)) {
        reading.problem(node, `\`${text}\` is not what \`${key}\` lists`, `such as \`${known.item.example}\``);
    }
    if (known.words && !known.words.includes(text)) {
        reading.problem(node, `\`${key}\` does not know \`${text}\``, known.words.map((word) => `\`${word}\``).join(", "));
    }
}
