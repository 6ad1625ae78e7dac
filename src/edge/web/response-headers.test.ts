import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { pageHeaders, pictureHeaders } from "./response-headers.ts";

test("over https, and only there, browsers are told to come back by https alone", () => {
  for (const headersOf of [pageHeaders, pictureHeaders]) {
    const told = (publicUrl: string) => headersOf("image/png", publicUrl)["strict-transport-security"];
    expect(told("https://market.example")).toBe("max-age=31536000");
    expect(told("http://localhost:4000")).toBeUndefined();
  }
});

test("a page may wear its own style sheet and no other", () => {
  const hash = createHash("sha256").update("body{}").digest("base64");
  const policy = pageHeaders("body{}", "https://market.example")["content-security-policy"];
  expect(policy).toContain(`style-src 'sha256-${hash}';`);
  expect(policy).not.toMatch(/unsafe|script-src|https?:/);
});
