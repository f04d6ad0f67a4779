import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeInBrowser } from "./page.js";

// How a trace comes into the page, how it leaves it, and what is left without a network.
describeInBrowser("passing on", (opened) => {
  test("a trace is chosen by keys alone", async () => {
    const page = await opened().page();
    await page.getByRole("button", { name: "Gallery" }).focus();
    await page.keyboard.press("Enter");
    await page.locator("[data-entry]").first().waitFor();
    await page.keyboard.type("pauses sigchld sleeps");
    await expect.poll(() => page.locator("[data-entry]").count()).toBe(1);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    await expect.poll(() => page.getByRole("slider").getAttribute("max")).toBe("6");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Gallery");
    await page.context().close();
  });

  test("an order that was walked is in the picture, and in the link to it", async () => {
    const page = await opened().page();
    await walkRace(page);
    const link = await linkOf(page);
    const other = await opened().page(new URL(link).hash);
    expect(await other.getByRole("slider").inputValue()).toBe("4");
    expect(await other.locator("figcaption .answer").first().textContent()).toBe("-1 EACCES");
    await other.getByRole("tab", { name: "Orders" }).click();
    expect(await other.locator(".following").textContent()).toContain("job,shell");
    await other.context().close();
    await page.context().close();
  });

  test("the address follows the page, and the page the address", async () => {
    const page = await opened().page();
    await page.getByLabel("Kernel").selectOption("darwin");
    await page.getByRole("button", { name: "To the end" }).click();
    await expect.poll(() => new URL(page.url()).hash).toMatch(/^#v1\./);
    const there = new URL(page.url()).hash;
    await page.evaluate(() => (location.hash = "v1.damaged"));
    await expect.poll(() => page.getByRole("alert").textContent()).toContain("damaged");
    expect(await page.getByLabel("Kernel").inputValue()).toBe("linux");
    await page.evaluate((hash) => (location.hash = hash), there);
    await expect.poll(() => page.getByRole("alert").textContent()).toBe("");
    expect(await page.getByLabel("Kernel").inputValue()).toBe("darwin");
    await page.context().close();
  });

  test("a clipboard that is out of reach is told of, and the text is selected", async () => {
    const page = await opened().page();
    await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByRole("button", { name: "Copy replay line" }).click();
    await expect.poll(() => page.locator(".told").textContent()).toContain("by hand");
    expect(await page.evaluate(() => getSelection()?.toString())).toMatch(/^npx retinue run /);
    await page.context().close();
  });

  test("the picture is a file that needs no other", async () => {
    const page = await opened().page();
    await page.getByRole("button", { name: "To the end" }).click();
    await page.getByRole("button", { name: "Share" }).click();
    const svg = (await saved(page, "Picture as SVG")).toString();
    expect(svg).not.toMatch(/var\(--|@import|(href|src)="(?!#)/);
    const stroke = await page
      .locator("#picture .body")
      .first()
      .evaluate((body) => getComputedStyle(body).stroke);
    expect(svg).toContain(`stroke:${stroke}`);
    const width = Number(/ width="([\d.]+)"/.exec(svg)?.[1]);
    const png = await saved(page, "Picture as PNG");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.readUInt32BE(16)).toBe(Math.round(2 * width));
    expect((await saved(page, "Trace")).toString()).toMatch(/^---\ntitle: /);
    await page.context().close();
  });

  test("the page and the gallery are there without a network", async () => {
    const page = await opened().page();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
    await expect
      .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null))
      .toBe(true);
    await page.context().setOffline(true);
    await page.reload();
    await page.locator("svg#picture").waitFor();
    await page.getByRole("button", { name: "Gallery" }).click();
    await page.locator("[data-entry]").first().waitFor();
    await page.context().close();
  });
});

/** Loads the race of setpgid and exec, and lets the child be faster. */
async function walkRace(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "Orders" }).click();
  await page.getByRole("button", { name: "Load the race" }).click();
  await page.getByRole("button", { name: "job: execve()" }).click();
  await page.getByRole("button", { name: "= -1 EACCES" }).click();
  await page.getByRole("button", { name: "Show this order" }).click();
  await expect
    .poll(() => page.locator("figcaption .answer").first().textContent())
    .toBe("-1 EACCES");
}

async function linkOf(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Share" }).click();
  const field = page.getByLabel("Link", { exact: true });
  await expect.poll(() => field.inputValue()).not.toBe("");
  return field.inputValue();
}

/** What a button gives to save. */
async function saved(page: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button, exact: true }).click(),
  ]);
  return readFile(await download.path());
}
