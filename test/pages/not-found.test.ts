import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, openBrowser } from "../browser.ts";
import { openReader } from "./reader.ts";
import { openSite, type Site } from "./site.ts";

/** What Chromium sends when somebody opens an address. */
const OPENED =
  "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7";

let site: Site;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([openSite(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const request = (path: string, accept: string | undefined, method: "GET" | "HEAD" | "POST" = "GET") =>
  site.world.app.inject({ method, url: path, headers: accept === undefined ? {} : { accept } });

const LOOKS = [
  { width: 320, scheme: "light", language: "en" },
  { width: 320, scheme: "dark", language: "ar" },
  { width: 1280, scheme: "dark", language: "de" },
] as const;

test.each(LOOKS)("a mistyped address is a page that leads home, at $width px, $scheme, $language", async (look) => {
  const { page, inspect, close } = await openReader(browser, site.origin, look);
  const answer = await page.goto("/consoel?from=a#b");
  await inspect("15 not found");
  expect(answer?.status()).toBe(404);
  expect(await page.locator("html").getAttribute("lang")).toBe(look.language);
  await page.locator("main a").click();
  expect(new URL(page.url()).pathname).toBe("/");
  await close();
});

describe("who gets the page", () => {
  test.each([
    ["a path of nobody", "/consoel"],
    ["a path that only begins like the API's", "/apis"],
    ["a missing part of the console", "/console/assets/nothing.js"],
    ["invalid percent-encoding", "/%zz"],
  ])("a browser that opens %s, with the headers of any page", async (_, path) => {
    const [{ statusCode, headers, body }, terms] = [await request(path, OPENED), await request("/terms", OPENED)];
    expect([statusCode, body.startsWith("<!doctype html>")]).toEqual([404, true]);
    const varying = ["x-request-id", "date", "content-length", "connection", "keep-alive"];
    const kept = (all: object) =>
      Object.fromEntries(
        Object.entries(all).filter(([name]) => !varying.includes(name) && !name.startsWith("ratelimit")),
      );
    expect(kept(headers)).toEqual(kept(terms.headers));
    expect(headers["x-request-id"]).toBeTruthy();
  });

  test("a link preview that only asks for its headers", async () => {
    const { statusCode, headers } = await request("/consoel", OPENED, "HEAD");
    expect([statusCode, headers["content-type"]]).toEqual([404, "text/html; charset=utf-8"]);
  });

  test("the path and the query are not repeated in it", async () => {
    const { body } = await request("/<script>alert(1)</script>?lang=%22%3E<b>", OPENED);
    expect(body).toContain("<h1>");
    for (const repeated of ["<script", "alert", "<b>"]) expect(body).not.toContain(repeated);
  });
});

describe("who gets the envelope", () => {
  test.each([
    ["GET", "/consoel", undefined],
    ["GET", "/consoel", "*/*"],
    ["GET", "/consoel", "application/json"],
    ["GET", "/consoel", "application/json, text/html"],
    ["GET", "/consoel", "text/html;q=0.5, application/json"],
    ["GET", "/consoel", "text/html;q=0"],
    ["GET", "/%zz", "application/json"],
    ["POST", "/consoel", OPENED],
    ["GET", "/api", OPENED],
    ["GET", "/api/v2/nothing", OPENED],
    ["GET", "/api/%zz", OPENED],
    ["GET", "/mcp/nothing", OPENED],
    ["GET", "/.well-known/nothing", OPENED],
  ] as const)("%s %s that accepts %s", async (method, path, accept) => {
    const { statusCode, headers, json } = await request(path, accept, method);
    expect([statusCode, headers["content-type"]]).toEqual([404, expect.stringContaining("application/json")]);
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "cache-control": "no-store" });
    expect(json()).toMatchObject({ error: { code: "NOT_FOUND" } });
  });
});
