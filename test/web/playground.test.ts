import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import {
  type Forecast,
  forecast,
  type Profile,
  parse,
  printAnswer,
  profileNamed,
} from "../../src/index.js";
import { root } from "../package/pack.js";
import { casesIn } from "../suite.js";
import { describeInBrowser } from "./page.js";

const linux = profileNamed("linux") as Profile;

// The page as somebody meets it who has never seen it.
describeInBrowser("the playground", (opened) => {
  test.each(casesIn("examples/tutorial"))(
    "steps through $file as the command line does",
    async ({ text, trace }) => {
      const page = await opened().page();
      await write(page, text);
      for (const [i, { branches }] of forecast(trace, linux).entries()) {
        await page.getByRole("button", { name: "Step", exact: true }).click();
        expect(await place(page)).toBe(i + 1);
        expect(answersOf(branches)).toContain(await answer(page));
      }
      await page.context().close();
    },
  );

  test("says what is wrong with a trace where it is wrong, and goes on when it is mended", async () => {
    const page = await opened().page();
    await write(page, "init: fork() = a\na: setpgid(0)\n");
    await expect.poll(() => page.locator(".verdict").textContent()).toContain("Line 2");
    await page.locator(".cm-lintRange-error").first().waitFor();
    await write(page, "init: fork() = a\na: setpgid(0, 0)\n");
    await expect.poll(() => page.locator(".verdict").textContent()).toContain("2 steps");
    await page.context().close();
  });

  test("makes a call by hand, shows before what it would give, and writes it down", async () => {
    const page = await opened().page();
    await write(page, "init: fork() = a\na: setsid() = a\n");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "To the end" }).click();
    await page.locator("#picture .process", { hasText: "a" }).last().click();
    await page.getByRole("combobox", { name: /^calls/ }).selectOption("setpgid");
    const choice = page.getByRole("button", { name: "setpgid(a, 0)", exact: false }).first();
    expect(await choice.textContent()).toContain("-1 EPERM");
    expect(await choice.textContent()).toContain("setpgid.session-leader");
    await choice.click();
    expect(await answer(page)).toBe("-1 EPERM");
    await expect
      .poll(() => page.locator(".cm-content").textContent())
      .toContain("a: setpgid(a, 0)");
    expect(await place(page)).toBe(3);
    await page.context().close();
  });

  test("holds linux beside darwin, and jumps to where they part", async () => {
    const page = await opened().page();
    await write(page, fileText("test/scenarios/setpgid/grandchild-and-pgid-negative.trace"));
    await page.getByLabel("beside").selectOption("darwin");
    await page.locator("svg#beside").waitFor();
    await page.getByRole("button", { name: "To the next difference" }).click();
    expect(await place(page)).toBe(4);
    expect(await answer(page)).toBe("-1 ESRCH");
    expect(await answer(page, 1)).toBe("-1 EPERM");
    expect(await page.locator("figcaption .parts").count()).toBe(1);
    await page.context().close();
  });

  test("marks the processes that are other ones under the kernel beside", async () => {
    const page = await opened().page();
    await write(page, fileText("test/scenarios/exit/new-parent.trace"));
    await page.getByLabel("beside").selectOption("darwin");
    await page.locator("svg#beside").waitFor();
    await page.getByRole("button", { name: "To the next difference" }).click();
    expect(await answer(page)).toBe("init");
    expect(await answer(page, 1)).toBe("outside");
    expect(await page.locator("#picture .differs").count()).toBe(1);
    await page.context().close();
  });

  test("the standard beside a kernel shows what it permits", async () => {
    const page = await opened().page();
    await write(page, fileText("test/scenarios/exit/new-parent.trace"));
    await page.getByLabel("beside").selectOption("posix");
    await page.locator("svg#beside").waitFor();
    await page.keyboard.press("Escape");
    for (let i = 0; i < 5; i++)
      await page.getByRole("button", { name: "Step", exact: true }).click();
    const outcome = page.locator("figcaption").nth(1);
    await outcome.locator("details[open]").waitFor();
    expect(await outcome.textContent()).toContain("init");
    expect(await outcome.textContent()).toContain("outside");
    await page.context().close();
  });

  test("can be used by keys alone", async () => {
    const page = await opened().page();
    await page.locator("h1").click();
    const last = Number(await page.getByRole("slider").getAttribute("max"));
    await page.keyboard.press("End");
    expect(await place(page)).toBe(last);
    await page.keyboard.press("ArrowLeft");
    expect(await place(page)).toBe(last - 1);
    await page.keyboard.press("Home");
    expect(await place(page)).toBe(0);
    await page.keyboard.press("ArrowRight");
    expect(await place(page)).toBe(1);
    await page.keyboard.press(" ");
    await expect.poll(() => place(page), { timeout: 5000 }).toBeGreaterThan(1);
    await page.keyboard.press(" ");
    await page.locator("#picture .process").first().focus();
    await page.keyboard.press("Enter");
    const tab = page.getByRole("tab", { name: "Act" });
    await expect.poll(() => tab.getAttribute("aria-selected")).toBe("true");
    await tab.focus();
    await page.keyboard.press("ArrowRight");
    expect(
      await page
        .getByRole("tab", { name: "Ask" })
        .evaluate((node) => node === document.activeElement),
    ).toBe(true);
    await page.context().close();
  });

  test("is drawn for a phone without being wider than it", async () => {
    const page = await opened().page("", { viewport: { width: 360, height: 740 } });
    await page.keyboard.press("End");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
    await page.context().close();
  });

  test("asks nobody for anything but its own files", async () => {
    opened().requests.length = 0;
    const page = await opened().page();
    await page.getByLabel("beside").selectOption("gvisor");
    await page.keyboard.press("End");
    await page.waitForLoadState("networkidle");
    const foreign = opened().requests.filter(
      (url) => !url.startsWith(opened().url) && !url.startsWith("data:"),
    );
    expect(foreign).toEqual([]);
    expect(opened().requests.length).toBeGreaterThan(3);
    await page.context().close();
  });
});

/** Replaces the trace in the editor. */
async function write(page: Page, text: string): Promise<void> {
  await page.locator(".cm-content").click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(text);
  const steps = stepCount(text);
  if (steps > 0)
    await expect.poll(() => page.getByRole("slider").getAttribute("max")).toBe(String(steps));
  await page.keyboard.press("Escape");
  await page.locator("h1").click();
  await page.keyboard.press("Home");
}

/** How many steps a text has that is a trace; else 0. */
function stepCount(text: string): number {
  try {
    return forecast(parse(text), linux).length;
  } catch {
    return 0;
  }
}

async function place(page: Page): Promise<number> {
  return Number(await page.getByRole("slider").inputValue());
}

/** What the step at hand gives, under the first kernel or the one beside. */
async function answer(page: Page, which = 0): Promise<string> {
  const text = await page.locator("figcaption").nth(which).locator(".answer").textContent();
  return text ?? "";
}

function answersOf(branches: Forecast["branches"]): string[] {
  return branches.map(({ answer: given }) => printAnswer(given));
}

function fileText(file: string): string {
  return readFileSync(join(root, file), "utf8");
}
