import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { catalog, profileNames } from "../../src/model/catalog.js";

// The rules of the house that a reader relies on, held by a test instead of by memory.

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Source {
  readonly file: string;
  readonly text: string;
}

function sources(folder: string): Source[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => /\.(ts|mjs|c|h)$/.test(name) && !/(^|\/)(grammar|bin)\//.test(name))
    .map((name) => ({
      file: `${folder}/${name}`,
      text: readFileSync(join(root, folder, name), "utf8"),
    }));
}

/** The folders of `src`, lowest first. A part imports only from parts before it, and from itself. */
const layers = [
  ["trace", "layout.ts"],
  ["world.ts", "names.ts"],
  ["model", "native"],
  ["oracle"],
  ["diff"],
  ["generate", "fingerprint"],
  ["explore", "fuzz"],
  ["timeline"],
  ["explain"],
  ["report"],
  ["index.ts", "vitest"],
  ["cli"],
];
const level = new Map(layers.flatMap((parts, i) => parts.map((part) => [part, i] as const)));

/** The part of `src` that a file belongs to: a folder, or a file of its own. */
function partOf(file: string): string {
  return file.split("/")[1] ?? file;
}

/** The files that a module imports by a relative path; with types, if asked for. */
function imports({ file, text }: Source, withTypes = true): string[] {
  const found = [...text.matchAll(/^(import|export)( type)?\b[^;]*?from "(\.[^"]+)"/gm)];
  return found
    .filter((match) => withTypes || !match[2])
    .map((match) => relative(root, resolve(root, dirname(file), match[3] ?? "")));
}

describe("imports run one way", () => {
  test.each(sources("src").filter(({ file }) => file.endsWith(".ts")))("$file", (source) => {
    const own = partOf(source.file);
    const wrong = imports(source)
      .filter((path) => path.startsWith("src/"))
      .map(partOf)
      .filter((part) => part !== own && (level.get(part) ?? -1) >= (level.get(own) ?? -1));
    expect(level.has(own), `${own} has no place among the layers`).toBe(true);
    expect(wrong).toEqual([]);
  });
});

test("koffi is reached through src/native only, the component's code through src/model only", () => {
  const reach = (part: string, pattern: RegExp, withTypes: boolean) =>
    sources("src")
      .filter(({ file }) => partOf(file) !== part)
      .filter((source) =>
        withTypes
          ? pattern.test(source.text)
          : imports(source, false).some((path) => pattern.test(path)),
      )
      .map(({ file }) => file);
  expect(reach("native", /from "koffi"/, true)).toEqual([]);
  expect(reach("model", /^wasm\//, false)).toEqual([]);
});

test("bench uses the package as its users do", () => {
  const wrong = sources("bench").filter(({ text }) => /from "\.\.?\/.*(src|dist)\//.test(text));
  expect(wrong.map(({ file }) => file)).toEqual([]);
});

test("no code compares a profile's name", () => {
  const names = profileNames()
    .filter((name) => name !== "posix")
    .join("|");
  const comparison = new RegExp(`[=!]==? ?"(${names})"`);
  const code = [...sources("assembly"), ...sources("src")].filter(({ file }) =>
    file.endsWith(".ts"),
  );
  const wrong = code.filter(({ text }) => comparison.test(text));
  expect(wrong.map(({ file }) => file)).toEqual([]);
});

test("every question is asked in one place", () => {
  const asked = sources("assembly").flatMap(({ text }) =>
    [...text.matchAll(/\bask\(([A-Z_]+)\)/g)].map((match) => match[1]),
  );
  expect(asked.filter((name, i) => asked.indexOf(name) !== i)).toEqual([]);
  expect(asked).toHaveLength(catalog().questions.length);
});

test("the model imports nothing but its own", () => {
  const wrong = sources("assembly").flatMap((source) => {
    const paths = [...source.text.matchAll(/from "([^"]+)"/g)].map((match) => match[1] ?? "");
    return paths.filter((path) => !path.startsWith(".")).map((path) => `${source.file}: ${path}`);
  });
  expect(wrong).toEqual([]);
});

const written = ["assembly", "src", "scripts", "bench", "test"].flatMap(sources);

test("a file holds one idea: fewer than 300 lines", () => {
  const long = written.filter(({ text }) => text.split("\n").length > 300);
  expect(long.map(({ file }) => file)).toEqual([]);
});

test("lines have at most 100 columns, but for a text that cannot be broken", () => {
  const long = written.flatMap(({ file, text }) =>
    text
      .split("\n")
      .map((line, i) => ({ line, place: `${file}:${i + 1}` }))
      .filter(
        ({ line, place }) =>
          line.length > (place.includes(".c:") || place.includes(".h:") ? 120 : 100),
      )
      .filter(({ line }) => !/["'`].{40,}["'`]|\/.{30,}\/|^ +again {2}/.test(line))
      .map(({ place }) => place),
  );
  expect(long).toEqual([]);
});
