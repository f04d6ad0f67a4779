import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { headOf, isOfMachine, pageWith, sectionOf } from "../../bench/page.mjs";
import { root, run } from "../package/pack.js";

// `npm run bench -- model --write` once left nothing of the other parts on the page.

const titles = ["The model", "The oracle", "Exploration"];
const rows = (value: string) => [["a step", value, ""]];
const section = (title: string, value: string) => sectionOf(title, "npm run bench", rows(value));
const head = headOf("Linux 1.0 x64");
const whole = pageWith("", head, titles, new Map(titles.map((name) => [name, section(name, "1")])));

test("a part that is measured anew replaces its own section and no other", () => {
  const anew = new Map([["The oracle", section("The oracle", "2")]]);
  const page = pageWith(whole, head, titles, anew);
  expect(page).toBe(whole.replace(section("The oracle", "1"), section("The oracle", "2")));
  expect(page).not.toBe(whole);
});

test("figures of two machines are not put on one page", () => {
  const other = headOf("Linux 1.1 x64");
  const anew = new Map([["The oracle", section("The oracle", "2")]]);
  expect(isOfMachine(whole, head)).toBe(true);
  expect(isOfMachine(whole, other)).toBe(false);
  expect(() => pageWith(whole, other, titles, anew)).toThrow("two machines");
});

test("the page that is there is one of these, so that a part of it can be replaced", () => {
  const page = readFileSync(`${root}/docs/performance.md`, "utf8");
  const [, machine = ""] = /on (.*)\.\n/.exec(page) ?? [];
  const found = [...page.matchAll(/^## (.*)$/gm)].map(([, title]) => title as string);
  expect(isOfMachine(page, headOf(machine))).toBe(true);
  expect(pageWith(page, headOf(machine), found, new Map())).toBe(page);
});

test("a part that there is none of is refused before anything is measured", async () => {
  const { status, stderr } = await run(process.execPath, ["bench/main.mjs", "modle"], {
    cwd: root,
  });
  expect(stderr).toBe("there is no part modle; there are: model, oracle, explore, native, fuzz\n");
  expect(status).toBe(2);
});
