import { describe, expect, test } from "vitest";
import { toBase64url } from "../../web/src/share/bytes.js";
import { fromFragment, toFragment } from "../../web/src/share/fragment.js";
import { casesIn } from "../suite.js";
const page = {
    text: "---\ntitle: Größe, 𝄞 and ‘quotes’\n---\ninit: fork() = a\n",
    kernel: "gvisor",
    beside: "linux",
    step: 1,
    schedule: [["shell", "job"], []],
};
describe("a link", () => {
    test("carries all that the page shows", async () => {
        expect(await fromFragment(await toFragment(page))).toEqual(page);
        const { schedule: _, ...asWritten } = page;
        expect(await fromFragment(await toFragment(asWritten))).toEqual(asWritten);
    });
    test.each(casesIn("examples/races"))("carries $file in few characters", async ({ text }) => {
        const fragment = await toFragment({ ...page, text });
        expect(fragment).toMatch(/^v1\.[\w-]+$/);
        expect(fragment.length).toBeLessThan(text.length + 100);
        expect((await fromFragment(fragment))?.text).toBe(text);
    });
    test("carries a text that is no trace, and none at all", async () => {
        for (const text of ["", "not a trace\0", "x".repeat(100000)]) {
            expect((await fromFragment(await toFragment({ ...page, text })))?.text).toBe(text);
        }
    });
    test("is not a place in the page", async () => {
        expect(await fromFragment("")).toBeUndefined();
        expect(await fromFragment("stage")).toBeUndefined();
    });
});
describe("a link that cannot be read", () => {
    test("says so if it was cut off, changed or empty", async () => {
        const fragment = await toFragment(page);
        const changed = `${fragment.slice(0, 10)}!${fragment.slice(11)}`;
        for (const damaged of [fragment.slice(0, -7), fragment.slice(0, 12), changed, "v1.", "v1.A"])
            await expect(fromFragment(damaged), damaged).rejects.toThrow("The link is damaged");
    });
    test("says so if something else was put into it", async () => {
        const others = [null, 7, [], {}, { ...page, step: -1 }, { ...page, step: 0.5 }];
        const more = [
            { ...page, schedule: ["shell"] },
            { ...page, text: undefined },
        ];
        for (const other of [...others, ...more])
            await expect(fromFragment(await toFragment(other))).rejects.toThrow("The link is damaged");
        const plain = `v1.${toBase64url(new TextEncoder().encode(JSON.stringify(page)))}`;
        await expect(fromFragment(plain)).rejects.toThrow("The link is damaged");
    });
    test("does not unpack without end", async () => {
        const bomb = await toFragment({ ...page, text: "x".repeat(20000000) });
        expect(bomb.length).toBeLessThan(40000);
        await expect(fromFragment(bomb)).rejects.toThrow("The link is damaged");
    });
    test("says so if another version of the page has written it", async () => {
        const fragment = (await toFragment(page)).replace("v1.", "v2.");
        await expect(fromFragment(fragment)).rejects.toThrow("another version");
    });
});
