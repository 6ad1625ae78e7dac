import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { pageHeaders, pictureHeaders } from "./response-headers.ts";

test("only over https, browsers are told to use nothing but https", () => {
  const page = (publicUrl: string) => pageHeaders({ style: "", script: undefined }, publicUrl);
  for (const headersOf of [page, (publicUrl: string) => pictureHeaders("image/png", publicUrl)]) {
    const reported = (publicUrl: string) => headersOf(publicUrl)["strict-transport-security"];
    expect(reported("https://market.example")).toBe("max-age=31536000");
    expect(reported("http://localhost:4000")).toBeUndefined();
  }
});

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

test("a page may use its own style sheet and no other, and runs nothing", () => {
  const headers = pageHeaders({ style: "body{}", script: undefined }, "https://market.example");
  expect(headers["content-security-policy"]).toContain(`style-src ${hashOf("body{}")};`);
  expect(headers["content-security-policy"]).not.toMatch(/unsafe|script-src|https?:/);
  expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
});

test("a page with a script may run that and no other, and keeps its opener to send it a message", () => {
  const headers = pageHeaders({ style: "body{}", script: "close()" }, "https://market.example");
  expect(headers["content-security-policy"]).toContain(`script-src ${hashOf("close()")};`);
  expect(headers["content-security-policy"]).not.toMatch(/unsafe|nonce|https?:/);
  expect(headers["cross-origin-opener-policy"]).toBe("unsafe-none");
});
