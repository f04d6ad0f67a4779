import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { type Shared, toFragment } from "../../web/src/share/fragment.js";
import { root } from "../package/pack.js";
import { describeInBrowser, type Playground } from "./page.js";

// What the page explains must be there for whoever has no pointer, and for who is new to it.
describeInBrowser("what the page explains", (opened) => {
  test("F1 tells what is at the cursor, until Escape or until the cursor goes on", async () => {
    const page = await open(opened(), { text: "init: setpgid(init, init) = -1 EPERM\n" });
    await page.locator(".help", { hasText: "F1" }).waitFor();
    await page.locator(".cm-content").focus();
    const told = page.locator(".cm-told");
    await page.keyboard.press("F1");
    expect(await told.textContent()).toContain("Now: init, process 2");
    expect(await page.locator(".cm-announced").textContent()).toContain("Now: init, process 2");
    await page.keyboard.press("Escape");
    expect(await told.count()).toBe(0);
    for (let i = 0; i < 8; i++) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("F1");
    expect(await told.textContent()).toContain("linux checks in this order");
    await page.keyboard.press("ArrowRight");
    expect(await told.count()).toBe(0);
    await page.keyboard.press("End");
    await page.keyboard.press("F1");
    expect(await told.textContent()).toContain("linux gives -1 EPERM by setpgid.session-leader");
    await page.context().close();
  });

  test("a session leader's group is marked as orphaned, but not as news", async () => {
    const text = `init: fork() = shell
shell: setsid() = shell
shell: fork() = job
job: setpgid(0, 0) = 0
shell: _exit(0)
`;
    const page = await open(opened(), { text, step: 5 });
    const group = (name: string) => page.locator("#picture .group", { hasText: name });
    const job = group("job ⚬ orphaned");
    expect(await job.getAttribute("class")).toContain("orphaned");
    expect(await job.locator("title").textContent()).toMatch(/^an orphaned group: nobody outside/);
    const init = group("init ⚬");
    expect(await init.getAttribute("class")).toBe("group");
    expect(await init.locator("text").textContent()).toBe("init ⚬");
    expect(await init.locator("title").textContent()).toContain("session leader");
    await page.getByText("What the signs mean").click();
    expect(await page.locator(".legend").textContent()).toContain("from the start");
    await page.context().close();
  });

  test("the orders are those of either kernel", async () => {
    const text = readFileSync(join(root, "examples/races/parent-only.trace"), "utf8");
    const page = await open(opened(), { text, beside: "asterinas" });
    await page.getByRole("tab", { name: "Orders" }).click();
    const kernel = page.getByLabel("Orders under");
    expect(await kernel.locator("option").allTextContents()).toEqual(["linux", "asterinas"]);
    const orders = page.locator(".orders");
    await page.locator(".orders .turns button", { hasText: "execve" }).click();
    await page.locator(".orders .turns button", { hasText: "setpgid" }).click();
    expect(await orders.textContent()).toContain("-1 EACCES");
    await kernel.selectOption("asterinas");
    await expect.poll(() => orders.textContent()).not.toContain("-1 EACCES");
    expect(await orders.locator(".way li").last().textContent()).toContain("= 0");
    await page.getByLabel("beside").selectOption("");
    expect(await kernel.count()).toBe(0);
    await page.context().close();
  });
});

async function open(playground: Playground, shared: Partial<Shared>): Promise<Page> {
  const whole = { text: "", kernel: "linux", beside: "", step: 0, ...shared };
  const page = await playground.page(`#${await toFragment(whole)}`);
  await page.locator(".cm-content").waitFor();
  const [first = ""] = whole.text.split("\n");
  await page.locator(".cm-line", { hasText: first }).first().waitFor();
  return page;
}
