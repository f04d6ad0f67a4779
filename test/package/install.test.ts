import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pack, root, run } from "./pack.js";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "retinue-install-"));
  await writeFile(join(folder, "package.json"), '{ "name": "user", "type": "module" }');
  await using packed = await pack();
  await install(packed.tarball);
}, 120_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/**
 * Installs the package with npm into the empty folder. Its dependencies come from here, so that no
 * registry is asked.
 */
async function install(tarball: string): Promise<void> {
  const options = ["--offline", "--install-links", "--ignore-scripts", "--no-audit", "--no-fund"];
  const argv = ["install", ...options, tarball, ...(await dependencies())];
  const { status, stderr } = await run("npm", argv, { cwd: folder });
  if (status !== 0) throw new Error(`npm install: ${stderr}`);
}

/** The folders of everything the package needs when it runs, indirect dependencies included. */
async function dependencies(): Promise<string[]> {
  const argv = ["ls", "--all", "--omit=dev", "--parseable"];
  const { stdout } = await run("npm", argv, { cwd: root });
  return stdout.split("\n").filter((line) => line.includes("node_modules"));
}

/** Runs a module in the user's project. */
async function evaluate(source: string): Promise<unknown> {
  const argv = ["--input-type=module", "--eval", source];
  const { status, stdout, stderr } = await run(process.execPath, argv, { cwd: folder });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** What the TypeScript compiler says, libraries included, about a module that uses an entry. */
async function complaints(entry: string, ...options: readonly string[]): Promise<string> {
  await writeFile(join(folder, "use.ts"), `export * from "${entry}";`);
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const lib = ["--lib", "es2023,esnext.disposable"];
  const argv = [tsc, "--noEmit", "--strict", "--module", "nodenext", ...lib, ...options, "use.ts"];
  return (await run(process.execPath, argv, { cwd: folder })).stdout;
}

describe("a project that installed the package", () => {
  test("can run the model", async () => {
    const source = `
      import { boot, BOOT_PIDS, profileNamed } from "retinue";
      const { tag, val } = boot(profileNamed("linux"), 8).setpgid(BOOT_PIDS.init, 0, 0);
      console.log(JSON.stringify([tag, val.tag, val.val.errno]));`;
    expect(await evaluate(source)).toEqual(["completed", "refused", "eperm"]);
  });

  test("can call the real kernel", async () => {
    const source = `import { getpgid } from "retinue/native"; console.log(getpgid(0) === getpgid(process.pid))`;
    expect(await evaluate(source)).toBe(true);
  });

  test("can read the component and its interfaces", async () => {
    const source = `
      import { readFile } from "node:fs/promises";
      import { fileURLToPath } from "node:url";
      const read = (name) => readFile(fileURLToPath(import.meta.resolve(name)));
      const wasm = await read("retinue/kernel.wasm");
      const wit = await read("retinue/wit/kernel.wit");
      console.log(JSON.stringify([wasm.subarray(0, 4).toString("latin1"), wit.toString().split(";")[0]]));`;
    expect(await evaluate(source)).toEqual(["\0asm", "package retinue:kernel@0.1.0"]);
  });

  test("gets types that need neither Node nor a browser", async () => {
    expect(await complaints("retinue", "--types", "")).toBe("");
  });

  test("gets types for the native world that need Node's", async () => {
    const roots = join(root, "node_modules/@types");
    expect(await complaints("retinue/native", "--types", "node", "--typeRoots", roots)).toBe("");
  });

  const patience = { timeout: 120_000 };
  test(
    "checks its kernel with the suite and the agent that came along",
    patience,
    async ({ skip }) => {
      const argv = ["--no-install", "retinue", "check", "--reporter", "json"];
      const { status, stdout, stderr } = await run("npx", argv, { cwd: folder });
      skip(status === 3, `no trace can run on this machine: ${stderr}`);
      const { cases } = JSON.parse(stdout) as { cases: { name: string; verdict: string }[] };
      expect(cases.filter(({ verdict }) => verdict === "broken")).toEqual([]);
      expect(cases.filter(({ verdict }) => verdict !== "skipped").length).toBeGreaterThan(100);
    },
  );

  test("can ask the command line for a rule", async () => {
    const argv = ["--no-install", "retinue", "explain", "setpgid.child-execed"];
    const { status, stdout } = await run("npx", argv, { cwd: folder });
    expect(stdout).toContain("setpgid.child-execed");
    expect(stdout).toContain("EACCES");
    expect(status).toBe(0);
  });
});
