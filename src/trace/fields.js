const table = {
    title: { says: "what the trace shows, in one sentence", list: false },
    rules: {
        says: "the rules it is about",
        list: true,
        item: { form: /^[a-z_]+\.[a-z0-9]+(-[a-z0-9]+)*$/, example: "setpgid.child-execed" },
    },
    questions: {
        says: "the answers it can tell from the other answers to the same question",
        list: true,
        item: {
            form: /^[a-z_]+\.[a-z0-9]+(-[a-z0-9]+)*=[a-z0-9]+(-[a-z0-9]+)*$/,
            example: "setpgid.reach=child",
        },
    },
    clause: { says: "the place in the standard", list: false },
    evidence: {
        says: "the rows of evidence its expectations rest on",
        list: true,
        item: { form: /^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$/, example: "SETPGID-EACCES-1" },
    },
    reference: { says: "where the bug was reported", list: false },
    needs: {
        says: "what a real kernel must offer before it can be run there",
        list: true,
        words: ["namespace", "subreaper", "threads", "users", "terminals"],
    },
};
/** Every key that front matter can have. */
export const fieldKeys = new Map(Object.entries(table));
