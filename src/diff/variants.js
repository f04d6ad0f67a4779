/** The profile with the order of one call replaced. */
function withOrder(profile, call, change) {
    return {
        ...profile,
        orders: profile.orders.map((order) => (order.call === call ? change(order) : order)),
    };
}
/** The kernel that checks these rules of one call, in this order. */
export function ordering(profile, call, entries) {
    return withOrder(profile, call, (order) => ({ ...order, entries: [...entries] }));
}
const inNoOrder = new WeakMap();
/**
 * The kernel that checks the same rules in no order: any of those that are broken may speak. There
 * is one for a profile, so that it has one machine.
 */
export function unordered(profile) {
    const variant = inNoOrder.get(profile) ?? withoutOrder(profile);
    inNoOrder.set(profile, variant);
    return variant;
}
function withoutOrder(profile) {
    return { ...profile, orders: profile.orders.map((order) => ({ ...order, ordered: false })) };
}
/** The kernel that lacks one rule. */
export function without(profile, rule) {
    const keep = (entry) => entry.rule !== rule;
    return {
        ...profile,
        orders: profile.orders.map((order) => ({ ...order, entries: order.entries.filter(keep) })),
    };
}
/** The kernel that has one rule of a call besides, or with another breach. */
export function including(profile, call, entry) {
    const others = (entries) => entries.filter(({ rule }) => rule !== entry.rule);
    return withOrder(profile, call, (order) => ({
        ...order,
        entries: [...others(order.entries), entry],
    }));
}
/** The kernel that answers one question differently. */
export function answering(profile, question, alternative) {
    const change = (answer) => answer.question === question ? { ...answer, alternative } : answer;
    return { ...profile, answers: profile.answers.map(change) };
}
/** The kernel that checks two neighbouring rules of one call the other way round. */
export function swapping(profile, call, first) {
    return withOrder(profile, call, (order) => {
        const entries = [...order.entries];
        const [a, b] = [entries[first], entries[first + 1]];
        if (a && b)
            entries.splice(first, 2, b, a);
        return { ...order, entries };
    });
}
