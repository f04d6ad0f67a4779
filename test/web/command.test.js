import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { printSchedule, profileNamed, schedulesOf } from "retinue";
import { describe, expect, test } from "vitest";
import { fileNameFor, replayCommand } from "../../web/src/share/command.js";
import { casesIn } from "../suite.js";
const root = fileURLToPath(new URL("../..", import.meta.url));
function named(name) {
    const profile = profileNamed(name);
    if (!profile)
        throw new Error(name);
    return profile;
}
/** What a shell prints for a command, with this package in the place of that of the registry. */
function printed(command) {
    const local = command.replace("npx retinue", `'${process.execPath}' dist/cli/main.js`);
    return execFileSync("sh", { cwd: root, input: local, encoding: "utf8" });
}
const races = casesIn("examples/races");
describe("the replay line", () => {
    test.each(races)("runs $file in a shell, in every order", ({ text, trace }) => {
        const profile = named("linux");
        for (const schedule of schedulesOf(trace, profile).list.slice(0, 2)) {
            const command = replayCommand({ text, profile, schedule });
            expect(command).toContain(` --schedule ${printSchedule(schedule)} <<`);
            expect(printed(command)).toContain("/dev/stdin under linux: as stated");
        }
    });
    test("is in the order in which it is written if there is no other", () => {
        const text = "---\ntitle: t\n---\ninit: fork() = a\n";
        const command = replayCommand({ text, profile: named("darwin") });
        expect(command).toBe(`npx retinue run /dev/stdin --profile darwin <<'END'\n${text}END\n`);
        expect(printed(command)).toContain("darwin");
    });
    test("leaves out an order that the trace cannot go in", () => {
        const [race] = races;
        const orders = [[["nobody"]], [[], []], [["shell", "shell", "shell", "shell"]], [[]]];
        for (const schedule of orders) {
            const command = replayCommand({ text: race?.text ?? "", profile: named("linux"), schedule });
            expect(command).not.toContain("--schedule");
        }
        const broken = replayCommand({ text: "nothing", profile: named("linux"), schedule: [["a"]] });
        expect(broken).not.toContain("--schedule");
    });
    test("gives the shell the text as it is, whatever is in it", () => {
        const text = '# END\nEND\n$(exit 7) `exit 7` \\ "\\n" \'\n';
        const command = replayCommand({ text, profile: named("posix") });
        const cat = command.replace("npx retinue run /dev/stdin --profile posix", "cat");
        expect(execFileSync("sh", { input: cat, encoding: "utf8" })).toBe(text);
    });
});
describe("the name of a file", () => {
    test.each(casesIn("examples", "test/museum"))("of $file is of its title", ({ text }) => {
        expect(fileNameFor(text)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    });
    test("does not need a title, nor a trace", () => {
        expect(fileNameFor("nothing")).toBe("trace");
        expect(fileNameFor("---\ntitle: ‽\n---\ninit: fork() = a\n")).toBe("trace");
        expect(fileNameFor(`---\ntitle: Who Leads?\n---\ninit: fork() = a\n`)).toBe("who-leads");
    });
});
