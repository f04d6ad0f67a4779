import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";

interface Lock {
  readonly packages: Readonly<Record<string, Entry>>;
}

interface Entry {
  readonly resolved?: string;
  readonly integrity?: string;
  /** Set where the package is for some platforms only. */
  readonly os?: readonly string[];
}

const lock: Lock = JSON.parse(
  await readFile(new URL("../../package-lock.json", import.meta.url), "utf8"),
);
const entries = Object.entries(lock.packages).filter(([place]) => place !== "");

describe("the lock file", () => {
  test("holds no download address, so that everyone's own registry serves", () => {
    expect(entries.filter(([, entry]) => entry.resolved).map(([place]) => place)).toEqual([]);
  });

  test("pins every package by its content, but for those of other platforms", () => {
    const unpinned = entries.filter(([, entry]) => !entry.integrity);
    expect(entries.length).toBeGreaterThan(0);
    expect(unpinned.filter(([, entry]) => !entry.os).map(([place]) => place)).toEqual([]);
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
