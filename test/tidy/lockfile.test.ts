import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";

interface Lock {
  readonly packages: Readonly<Record<string, Entry>>;
}

interface Entry {
  readonly link?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
}

const lock: Lock = JSON.parse(
  await readFile(new URL("../../package-lock.json", import.meta.url), "utf8"),
);
const entries = Object.entries(lock.packages).filter(([place]) => place !== "");

describe("the lock file", () => {
  test("holds no download address, so that everyone's own registry serves", () => {
    expect(entries.filter(([, entry]) => entry.resolved).map(([place]) => place)).toEqual([]);
  });

  test("pins every package by its content", () => {
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.filter(([, entry]) => !entry.integrity).map(([place]) => place)).toEqual([]);
  });
});

describe("the manifest", () => {
  test("asks for exact versions", async () => {
    const text = await readFile(new URL("../../package.json", import.meta.url), "utf8");
    const { dependencies, devDependencies } = JSON.parse(text);
    const loose = Object.entries<string>({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });
});
