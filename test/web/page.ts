import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { build, type PreviewServer, preview } from "vite";
import { afterAll, beforeAll, beforeEach, describe, expect } from "vitest";
import { root } from "../package/pack.js";

/** Where Debian has its Chromium. */
const browserPath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Why there is no browser to test with; undefined if there is one. */
const lacksBrowser = existsSync(browserPath) ? undefined : `there is no ${browserPath}`;

/** Tests of the page, where there is a browser: it is opened once for all of them. */
export function describeInBrowser(title: string, tests: (opened: () => Playground) => void): void {
  const reason = lacksBrowser === undefined ? "" : ` (${lacksBrowser})`;
  describe.skipIf(lacksBrowser)(`${title}${reason}`, () => {
    let playground: Playground;
    beforeAll(async () => {
      playground = await Playground.open();
    });
    afterAll(() => playground.close());
    beforeEach(() => {
      playground.complaints.length = 0;
      return () => expect(playground.complaints).toEqual([]);
    });
    tests(() => playground);
  });
}

/** The built page, served, and a browser to open it in. */
export class Playground {
  /** What any page complained of: there should be nothing. */
  readonly complaints: string[] = [];
  /** Where any page fetched something from. */
  readonly requests: string[] = [];

  private constructor(
    private readonly folder: string,
    private readonly server: PreviewServer,
    private readonly browser: Browser,
  ) {}

  static async open(): Promise<Playground> {
    const folder = mkdtempSync(join(tmpdir(), "retinue-web-"));
    const configFile = join(root, "web/vite.config.ts");
    await build({ configFile, logLevel: "error", build: { outDir: folder } });
    const server = await preview({
      configFile,
      logLevel: "error",
      build: { outDir: folder },
      preview: { port: 0, host: "127.0.0.1" },
    });
    const browser = await chromium.launch({
      executablePath: browserPath,
      // The tests run as root in a container, where Chromium's own sandbox cannot be made.
      args: ["--no-sandbox"],
    });
    return new Playground(folder, server, browser);
  }

  /** The folder of the built page. */
  get files(): string {
    return this.folder;
  }

  get url(): string {
    const [url] = this.server.resolvedUrls?.local ?? [];
    if (url === undefined) throw new Error("the page is not served");
    return url;
  }

  /** A page of its own, with nothing cached, at a fragment. */
  async page(fragment = "", options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: { width: 1400, height: 950 },
      ...options,
    });
    const page = await context.newPage();
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning")
        this.complaints.push(message.text());
    });
    page.on("pageerror", (error) => this.complaints.push(String(error.stack)));
    page.on("request", (request) => this.requests.push(request.url()));
    await page.goto(this.url + fragment);
    await page.locator("svg#picture").waitFor();
    return page;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await new Promise((resolve) => this.server.httpServer.close(resolve));
    rmSync(this.folder, { recursive: true });
  }
}
