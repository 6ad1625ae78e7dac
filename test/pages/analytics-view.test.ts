import { readFileSync } from "node:fs";
import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AnalyticsInput } from "../../src/supply/analytics/facts/input.ts";
import { sellerAnalytics } from "../../src/supply/analytics/index.ts";
import { type Browser, openBrowser } from "../browser.ts";
import { postMessage, rpc } from "../mcp-call.ts";
import { type Caller, openWorld, type World } from "../world.ts";

/** A message to the key's own server. */
async function callMcp(at: World, { key }: Caller, method: string, params: unknown) {
  const { body } = await postMessage(at, rpc(method, params), { key, endpoint: "/mcp" });
  return body;
}

const URI = "ui://seller-analytics/view";
/** The policy that the extension prescribes for a resource that names no address: inline script and style, and nothing from anywhere. */
const POLICY =
  "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; media-src 'self' data:; connect-src 'none'; frame-src 'none'; object-src 'none'; base-uri 'self'";

let browser: Browser;
let world: World;
let html: string;
beforeAll(async () => {
  [browser, world] = await Promise.all([openBrowser(), openWorld()]);
  const seller = await world.caller("SELLER");
  const { result } = await callMcp(world, seller, "resources/read", { uri: URI });
  html = result.contents[0].text;
});
afterAll(() => Promise.all([browser.close(), world.close()]));

const HOSTILE = `<img src=x onerror="document.title='owned'"><script>parent.owned=1</script>`;

function analyticsOf(name: string, change: (text: string) => string = (text) => text) {
  const path = new URL("../../src/supply/analytics/analytics-vectors.json", import.meta.url);
  const { vectors } = JSON.parse(change(readFileSync(path, "utf8"))) as unknown as {
    vectors: { name: string; input: AnalyticsInput }[];
  };
  const found = vectors.find((one) => one.name === name);
  if (!found) throw new Error(`no vector ${name}`);
  return sellerAnalytics(found.input);
}

interface Shown {
  readonly page: Page;
  readonly frame: Frame;
  readonly errors: readonly string[];
  messages(): Promise<{ method?: string; params?: Record<string, unknown> }[]>;
  tell(method: string, params: unknown): Promise<void>;
}

/** A host: a frame without an origin of its own, under the strict policy, and the extension's handshake. */
async function show(structuredContent: unknown, context: object, width = 320): Promise<Shown> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const errors: string[] = [];
  page.on("console", (message) => void (message.type() === "error" && errors.push(message.text())));
  page.on("pageerror", (error) => void errors.push(error.message));
  await page.setContent("<!doctype html><style>body{margin:0}iframe{border:0;width:100%;height:880px}</style>");
  const policed = html.replace("<head>", `<head><meta http-equiv="Content-Security-Policy" content="${POLICY}">`);
  await page.evaluate(
    ({ source, result, hostContext }) => {
      const host = window as unknown as { response: unknown[]; frame: HTMLIFrameElement };
      host.response = [];
      const frame = document.createElement("iframe");
      host.frame = frame;
      frame.sandbox.add("allow-scripts");
      const say = (message: object) => frame.contentWindow?.postMessage({ jsonrpc: "2.0", ...message }, "*");
      window.addEventListener("message", ({ data }: MessageEvent<{ id?: number; method?: string }>) => {
        host.response.push(data);
        const answer = {
          protocolVersion: "2026-01-26",
          hostCapabilities: {},
          hostInfo: { name: "host", version: "1" },
        };
        if (data.method === "ui/initialize") say({ id: data.id, result: { ...answer, hostContext } });
        if (data.method === "ui/notifications/initialized")
          say({ method: "ui/notifications/tool-result", params: result });
      });
      frame.srcdoc = source;
      document.body.append(frame);
    },
    {
      source: policed,
      result: { content: [{ type: "text", text: "two lines" }], structuredContent },
      hostContext: context,
    },
  );
  await page.waitForFunction(() =>
    (window as unknown as { response: { method?: string }[] }).response.some(
      ({ method }) => method === "ui/notifications/initialized",
    ),
  );
  const frame = page.frames()[1];
  if (!frame) throw new Error("the view has no frame");
  await frame.waitForFunction(() => document.querySelector("section") ?? document.getElementById("notes")?.textContent);
  return {
    page,
    frame,
    errors,
    messages: () => page.evaluate(() => (window as unknown as { response: { method?: string }[] }).response),
    tell: (method, params) =>
      page.evaluate(
        (message) => (window as unknown as { frame: HTMLIFrameElement }).frame.contentWindow?.postMessage(message, "*"),
        { jsonrpc: "2.0", method, params },
      ),
  };
}

test("every part of the analytics is drawn from the tool's answer, and fits 320 pixels", async () => {
  const { frame, errors, messages, page } = await show(
    { sellerAnalytics: analyticsOf("price_resistance_and_currencies") },
    { theme: "light" },
  );
  const parts = await frame.$$eval("section", (all) => all.map((one) => one.dataset.part));
  expect(parts).toEqual([
    "Runs",
    "Asks and objections",
    "Posture",
    "Seasonality",
    "Top products",
    "Outcomes",
    "Buyers",
    "What it says",
    "What to do",
  ]);
  const text = await frame.innerText("body");
  for (const said of ["41.7% of 12", "price first", "2026-02", "55,000", "Product a", "Price objections lose deals"])
    expect(text).toContain(said);
  expect(await frame.$$eval("svg rect", (bars) => bars.length)).toBeGreaterThan(4);
  expect(await frame.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect((await messages()).some(({ method }) => method === "ui/notifications/size-changed")).toBe(true);
  expect(errors).toEqual([]);
  await page.close();
});

test.each([
  [320, "light"],
  [320, "dark"],
  [768, "light"],
  [1440, "dark"],
])("at %i pixels, in %s, nothing is cut off and all of it can be read", async (width, theme) => {
  const long = "a-brand-of-a-very-long-name-that-nobody-would-choose-for-themselves.example";
  const named = analyticsOf("mixed_quarter", (text) => text.replaceAll("acme.example", long));
  const { frame, page } = await show({ sellerAnalytics: named }, { theme }, width);
  const found = await frame.evaluate(() => {
    const light = (color: string) => {
      const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
        const share = Number(part) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = light(getComputedStyle(document.body).backgroundColor);
    const texts = [...document.querySelectorAll<HTMLElement>("body *")].filter((one) =>
      [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
    );
    const contrast = (one: HTMLElement | SVGElement) => {
      const style = getComputedStyle(one);
      const own = light(one instanceof SVGElement ? style.fill : style.color);
      return (Math.max(own, ground) + 0.05) / (Math.min(own, ground) + 0.05);
    };
    const shown = texts.filter((one) => one.tagName !== "SCRIPT" && one.tagName !== "STYLE");
    return {
      wide: document.documentElement.scrollWidth,
      count: shown.length,
      pale: shown.filter((one) => contrast(one) < 4.5).map((one) => one.textContent),
      cut: shown
        .filter((one) => one.getBoundingClientRect().right > innerWidth || one.scrollWidth > one.clientWidth + 1)
        .filter((one) => getComputedStyle(one).display !== "inline" && !(one instanceof SVGElement))
        .map((one) => one.textContent),
    };
  });
  expect(found).toEqual({ wide: expect.any(Number), count: expect.any(Number), pale: [], cut: [] });
  expect(found.wide).toBeLessThanOrEqual(width);
  expect(found.count).toBeGreaterThan(80);
  await page.close();
});

test("a rate is never shown without the number on which it is based", async () => {
  const { frame, page } = await show({ sellerAnalytics: analyticsOf("mixed_quarter") }, {});
  const rates = await frame.$$eval(
    "#headline b, [data-part='Asks and objections'] dd, [data-part='Posture'] dd",
    (all) => all.map(({ textContent }) => textContent ?? "").filter((text) => text.includes("%")),
  );
  expect(rates).toContain("50.0% of 4");
  expect(rates.filter((text) => !/% of [\d,]+$/.test(text))).toEqual([]);
  await page.close();
});

test("names of buyers and sellers are shown as text, and run nothing", async () => {
  const named = analyticsOf("mixed_quarter", (text) =>
    text.replaceAll('"Product p1"', JSON.stringify(HOSTILE)).replaceAll('"Harbor Media"', JSON.stringify(HOSTILE)),
  );
  const { frame, errors, page } = await show({ sellerAnalytics: named }, {});
  expect(await frame.innerText("#title")).toContain("<img src=x");
  expect(await frame.innerText("body")).toContain("<script>parent.owned=1</script>");
  expect(await frame.$$("img")).toEqual([]);
  expect(await frame.title()).toBe("Seller analytics");
  expect(errors).toEqual([]);
  await page.close();
});

test("light and dark come from the host, with its own colours if it names any, also when they change", async () => {
  const { frame, tell, page } = await show({ sellerAnalytics: analyticsOf("mixed_quarter") }, { theme: "light" });
  const background = () => frame.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await background()).toBe("rgb(255, 255, 255)");
  await tell("ui/notifications/host-context-changed", { theme: "dark" });
  await frame.waitForFunction(() => document.documentElement.dataset.theme === "dark");
  expect(await background()).toBe("rgb(13, 17, 23)");
  await tell("ui/notifications/host-context-changed", {
    styles: { variables: { "--color-background-primary": "rgb(1, 2, 3)" } },
  });
  await frame.waitForFunction(() => getComputedStyle(document.body).backgroundColor === "rgb(1, 2, 3)");
  await page.close();
});

test("it calls no address, and without analytics it shows the text", async () => {
  const { frame, page } = await show({ data: {} }, {});
  expect(await frame.innerText("#notes")).toBe("two lines");
  const reached = await frame.evaluate(() =>
    fetch("https://example.org/").then(
      () => "reached",
      () => "refused",
    ),
  );
  expect(reached).toBe("refused");
  expect(html).not.toMatch(/(src|href)=|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
  await page.close();
});

test("an empty storefront is shown as such", async () => {
  const { frame, errors, page } = await show({ sellerAnalytics: analyticsOf("empty") }, {});
  expect(await frame.innerText("body")).toContain("No intelligence runs in the window.");
  expect(errors).toEqual([]);
  await page.close();
});

test("Murph answers a question about analytics in two lines, with the analytics attached, and names its view", async () => {
  const seller = await world.caller("SELLER");
  await seller.post("/storefront", { name: "Harbor Media" });
  const listed = await callMcp(world, seller, "tools/list", {});
  const murph = listed.result.tools.find(({ name }: { name: string }) => name === "ask_murph");
  expect(murph).toMatchObject({ _meta: { ui: { resourceUri: URI }, "ui/resourceUri": URI } });
  const opened = await callMcp(world, seller, "initialize", { protocolVersion: "2025-11-25" });
  expect(opened.result.capabilities).toMatchObject({
    resources: {},
    extensions: { "io.modelcontextprotocol/ui": { mimeTypes: ["text/html;profile=mcp-app"] } },
  });
  const { result: resources } = await callMcp(world, seller, "resources/list", {});
  expect(resources.resources).toMatchObject([{ uri: URI, mimeType: "text/html;profile=mcp-app" }]);
  for (const prompt of ["Why do I lose?", "show me my seller analytics", "Wie ist meine Abschlussquote?"]) {
    const { result } = await callMcp(world, seller, "tools/call", { name: "ask_murph", arguments: { prompt } });
    expect(result.content[0].text.split("\n")).toHaveLength(2);
    expect(result.structuredContent.sellerAnalytics).toMatchObject({ storefront: { name: "Harbor Media" }, runs: [] });
    expect(result.structuredContent.data).toMatchObject({ escalated: false });
  }
  const other = await callMcp(world, seller, "tools/call", {
    name: "ask_murph",
    arguments: { prompt: "I lost my key" },
  });
  expect(other.result.structuredContent.sellerAnalytics).toBeUndefined();
});

test("buyers have no view, and a missing resource is a fault of the request", async () => {
  const [buyer, seller] = [await world.caller("BUYER"), await world.caller("SELLER")];
  expect((await callMcp(world, buyer, "resources/list", {})).error.code).toBe(-32601);
  expect((await callMcp(world, seller, "resources/read", { uri: "ui://other" })).error.code).toBe(-32002);
});
