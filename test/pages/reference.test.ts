import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { SIDES } from "../../src/edge/reference/index.ts";
import { operations } from "../../src/main/areas.ts";
import { type Browser, openBrowser } from "../browser.ts";
import { openReader } from "./reader.ts";
import { openSite, type Site } from "./site.ts";

let site: Site;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([openSite(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const LOOKS = [
  { width: 320, scheme: "light", language: "en" },
  { width: 1280, scheme: "dark", language: "en" },
] as const;
const textOf = async (path: string) => {
  const answer = await fetch(site.origin + path);
  return { status: answer.status, type: answer.headers.get("content-type"), text: await answer.text() };
};

describe("the reference page", () => {
  test.each(LOOKS)("can be read, searched and followed without a script, at $width px", async (look) => {
    const { page, inspect, close } = await openReader(browser, site.origin, { ...look, heaviestBytes: 150_000 });
    await page.goto("/api/v2/buyer/docs");
    await inspect("30 reference");
    await page.getByRole("searchbox").fill("stop a campaign");
    await page.getByRole("button").click();
    await inspect("31 found");
    await page.getByRole("link", { name: "Pause a campaign" }).click();
    await inspect("32 operation");
    expect(await page.locator("main pre").first().innerText()).toBe("POST /api/v2/buyer/campaigns/{campaignId}/pause");
    await page.goto("/api/v2/buyer/docs/createCampaign");
    await inspect("33 large operation");
    await close();
  });

  test("every operation of every side has a page, and every list links to it", async () => {
    for (const side of SIDES) {
      const { text } = await textOf(`/api/v2/${side}/docs`);
      const links = [...text.matchAll(/href="(\/api\/v2\/\w+\/docs\/\w+)"/g)].map(([, link = ""]) => link);
      expect(links.length).toBeGreaterThan(5);
      for (const link of new Set(links)) expect([link, (await textOf(link)).status]).toEqual([link, 200]);
    }
  });

  test("a search term is text, whatever it contains, and for a missing page the search is offered", async () => {
    const { status, text } = await textOf(`/api/v2/buyer/docs?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect([status, text.includes("<script")]).toEqual([200, false]);
    const missing = await textOf("/api/v2/buyer/docs/stop_the_campaign");
    expect(missing.status).toBe(404);
    expect(missing.text).toContain("pauseCampaign");
    for (const odd of [
      "/api/v2/buyer/docs?q=a&q=b",
      "/api/v2/buyer/docs?q[]=x",
      "/api/v2/buyer/docs?q=%00",
      "/api/v2/buyer/docs/constructor",
    ])
      expect((await textOf(odd)).status).toBeLessThan(500);
  });
});

describe("documents for agents", () => {
  test.each([
    ["/skill.md", "buyer"],
    ["/api/v2/buyer/skill.md", "buyer"],
    ["/api/v2/storefront/skill.md", "storefront"],
  ])("%s begins with the required front matter of a skill", async (path, side) => {
    const { type, text } = await textOf(path);
    expect(type).toContain("text/markdown");
    const [, head = "", body = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
    expect(parse(head)).toMatchObject({
      name: `interchange-${side}`,
      description: expect.stringMatching(/Use it/),
      api_base_url: `http://localhost:4000/api/v2/${side}`,
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      mcp: `http://localhost:4000/mcp/${side}`,
    });
    const ofTheSide = operations.filter(({ api }) => ([api].flat() as string[]).includes(side));
    const rows = new Map(
      [...body.matchAll(/^\| (\w+) \| `(\S+)` \| .+ \(`(\w+)`\) \|$/gm)].map(([, method, path, id]) => [
        id,
        `${method} ${path}`,
      ]),
    );
    expect(body).toContain("| Method | Endpoint | Description |\n| --- | --- | --- |\n");
    for (const op of ofTheSide)
      expect([op.id, rows.get(op.id)]).toEqual([op.id, expect.stringMatching(`^${op.method.toUpperCase()} /api/v2/`)]);
  });

  test("llms.txt links to documents that exist", async () => {
    const { text } = await textOf("/llms.txt");
    const links = [...text.matchAll(/\]\((http:\/\/localhost:4000[^)]+)\)/g)].map(
      ([, link = ""]) => new URL(link).pathname,
    );
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) expect([link, (await textOf(link)).status]).toEqual([link, 200]);
  });
});
