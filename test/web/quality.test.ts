import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { type Shared, toFragment } from "../../web/src/share/fragment.js";
import { root } from "../package/pack.js";
import { describeInBrowser, type Playground } from "./page.js";

// What the page costs, how it keeps up, what it looks like, and whether everybody can use it.
describeInBrowser("the playground's quality", (opened) => {
  test("compressed, scripts with the editor are at most 200 kB, the component 30 kB", async () => {
    opened().requests.length = 0;
    const page = await opened().page();
    await page.locator(".cm-content").waitFor();
    const [scripts, component, catalogue] = [".js", ".wasm", ".json"].map((type) =>
      compressed(
        opened().files,
        opened().requests.filter((url) => url.endsWith(type)),
      ),
    );
    process.stdout.write(
      `compressed: scripts ${scripts} bytes, component ${component}, catalogue ${catalogue}\n`,
    );
    expect(scripts).toBeLessThanOrEqual(200_000);
    expect(component).toBeGreaterThan(0);
    expect(component).toBeLessThanOrEqual(30_000);
    expect(catalogue).toBeGreaterThan(0);
    expect(catalogue).toBeLessThanOrEqual(12_000);
    await page.context().close();
  });

  test("whoever opens it can soon use it", async () => {
    const page = await opened().page();
    const ms = await page.evaluate(() => performance.now());
    process.stdout.write(`a page with nothing cached could be used after ${Math.round(ms)} ms\n`);
    await page.context().close();
  });

  test("a trace of 1,000 steps can be scrubbed", async () => {
    const page = await opened().page(`#${await toFragment(long)}`);
    await expect.poll(() => page.getByRole("slider").getAttribute("max")).toBe("1000");
    const frames = await page.evaluate(scrub);
    const late = frames.filter((ms) => ms > 16.7 * 1.5).length;
    process.stdout.write(
      `scrubbing 1,000 steps: ${frames.length} frames, ${late} of them missed a beat, the longest ${Math.round(Math.max(...frames))} ms\n`,
    );
    expect(await page.getByRole("slider").inputValue()).toBe("1000");
    await page.context().close();
  });

  test.each(views)("no rule of axe is broken: $name", async ({ shared, ...view }) => {
    const page = await opened().page(`#${await toFragment(shared)}`, view.options);
    await page.locator(".cm-content").waitFor();
    await page.addScriptTag({ content: axe.source });
    for (const tab of ["What changed", "Act", "Ask", "Orders", "Table"]) {
      await page.getByRole("tab", { name: tab }).click();
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: typeof axe }).axe.run(),
      );
      const told = violations.map(
        ({ id, nodes }) => `${id}, ${nodes.length} times: ${nodes[0]?.html}`,
      );
      expect(told, tab).toEqual([]);
    }
    await page.context().close();
  });

  test.each(views)("has its picture taken: $name", async ({ name, shared, options }) => {
    const page = await opened().page(`#${await toFragment(shared)}`, {
      reducedMotion: "reduce",
      ...options,
    });
    await page.locator(".cm-content").waitFor();
    await settled(page);
    const folder = join(root, process.env.PICTURES ?? "report/playground");
    mkdirSync(folder, { recursive: true });
    const picture = await page.screenshot({ path: join(folder, `playground-${name}.png`) });
    expect(picture.length).toBeGreaterThan(10_000);
    await page.context().close();
  });
});

/** What files of the page weigh together when they are compressed, in bytes. */
function compressed(folder: string, urls: readonly string[]): number {
  return urls
    .map((url) => gzipSync(readFileSync(join(folder, new URL(url).pathname))).length)
    .reduce((sum, size) => sum + size, 0);
}

/** Everything that was to come has come. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(undefined))));
}

/** Drags the slider from end to end, a step further in each frame; how long each frame took, in ms. */
async function scrub(): Promise<number[]> {
  const slider = document.querySelector<HTMLInputElement>("input[type=range]");
  if (!slider) throw new Error("there is no slider");
  const times: number[] = [];
  let last = await new Promise<number>(requestAnimationFrame);
  for (let step = 0; step <= 1000; step += 4) {
    slider.value = String(step);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    const now = await new Promise<number>(requestAnimationFrame);
    times.push(now - last);
    last = now;
  }
  return times;
}

function shared(text: string, step: number, beside = ""): Shared {
  return { text, kernel: "linux", beside, step };
}

function file(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** Jobs that come, are stopped, go on, end and are waited for, one after the other. */
const long = shared(
  Array.from({ length: 167 }, (_, i) => jobLines(`p${i}`))
    .flat()
    .slice(0, 1000)
    .join("\n"),
  0,
);

function jobLines(job: string): string[] {
  return [
    `init: fork() = ${job}`,
    `init: setpgid(${job}, 0)`,
    `init: kill(${job}, SIGSTOP)`,
    `init: kill(-${job}, SIGCONT)`,
    `${job}: _exit(0)`,
    `init: waitpid(${job}, 0)`,
  ];
}

/** Sixty processes in sessions of their own, in pipelines, some of them stopped. */
const crowd = shared(
  [
    ...Array.from({ length: 6 }, (_, s) => [
      `init: fork() = shell${s}`,
      `shell${s}: setsid()`,
      ...Array.from({ length: 3 }, (_, g) =>
        ["a", "b", "c"].flatMap((name) => [
          `shell${s}: fork() = ${name}${s}${g}`,
          `shell${s}: setpgid(${name}${s}${g}, a${s}${g})`,
        ]),
      ).flat(),
      `shell${s}: kill(-a${s}1, SIGTSTP)`,
      `b${s}2: _exit(0)`,
    ]).flat(),
  ].join("\n"),
  1000,
);

const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 };
const suspend = file("examples/job-control/05-suspend.trace");

const views = [
  { name: "light", shared: shared(suspend, 13), options: {} },
  { name: "dark", shared: shared(suspend, 13), options: { colorScheme: "dark" } },
  { name: "three", shared: shared(file("test/museum/setpgid-then-setsid.trace"), 9), options: {} },
  { name: "sixty", shared: crowd, options: { viewport: { width: 1400, height: 1100 } } },
  {
    name: "compare",
    shared: shared(file("test/scenarios/exit/new-parent.trace"), 5, "darwin"),
    options: {},
  },
  { name: "phone", shared: shared(suspend, 13), options: phone },
] as const satisfies readonly {
  name: string;
  shared: Shared;
  options: Parameters<Playground["page"]>[1];
}[];
