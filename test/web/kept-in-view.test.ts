import { expect, test } from "vitest";
import { toFragment } from "../../web/src/share/fragment.js";
import { describeInBrowser } from "./page.js";

/** Remarks of several lines stand between the steps, so that no line is where one would guess. */
const remark = `# ${"what goes before a step is told at some length ".repeat(6)}`;
const text = Array.from({ length: 120 }, (_, i) => `${remark}\ninit: fork() = p${i}`).join("\n");

// A link leads to a step: it is to be seen at once, in the trace too.
describeInBrowser("a link to a step", (opened) => {
  test.each([0, 60, 119, 120, 1000])("shows the line of step %i, or the last", async (step) => {
    const shared = { text, kernel: "linux", beside: "", step };
    const page = await opened().page(`#${await toFragment(shared)}`);
    await page.locator(".cm-content").waitFor();
    await expect
      .poll(() => page.getByRole("slider").inputValue())
      .toBe(String(Math.min(step, 120)));
    await page.waitForLoadState("networkidle");
    const line = step === 0 ? page.locator(".cm-line").first() : page.locator(".cm-line.cm-now");
    await expect
      .poll(async () => {
        const [own, around] = [
          await line.boundingBox(),
          await page.locator(".cm-scroller").boundingBox(),
        ];
        if (!own || !around) return false;
        return own.y >= around.y && own.y + own.height <= around.y + around.height;
      })
      .toBe(true);
    await page.context().close();
  });
});
