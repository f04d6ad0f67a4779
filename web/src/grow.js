/** How long the page may be kept from drawing, in milliseconds. */
const PATIENCE = 8;
/**
 * Runs a generator to its end, a piece at a time, so that the page never freezes.
 *
 * @returns ends it early
 */
export function grow(growing, done) {
    let ended = false;
    const channel = new MessageChannel();
    const piece = () => {
        const until = performance.now() + PATIENCE;
        while (!ended) {
            const { done: isOver, value } = growing.next();
            if (isOver === true) {
                channel.port1.close();
                return done(value);
            }
            if (performance.now() > until)
                return channel.port2.postMessage(undefined);
        }
    };
    channel.port1.onmessage = piece;
    piece();
    return () => {
        ended = true;
        channel.port1.close();
    };
}
