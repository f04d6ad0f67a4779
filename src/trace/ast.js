/**
 * The parsed form of a trace. A value of these types holds what the text says and nothing that was
 * computed from it, so that `print(parse(text))` is the text again, up to white space.
 */
export {};
