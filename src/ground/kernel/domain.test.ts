import { expect, test } from "vitest";
import { bareDomain } from "./domain.ts";

test.each([
  ["https://www.Acme.com:8443/shop?x=1", "acme.com"],
  ["Münchner-Café.de", "xn--mnchner-caf-lbb0v.de"],
  ["例え.テスト.", "xn--r8jz45g.xn--zckzah"],
  ["1und1.de", "1und1.de"],
  [`${"a".repeat(63)}.com`, `${"a".repeat(63)}.com`],
])("%s names a domain", (text, domain) => {
  expect(bareDomain(text)).toBe(domain);
});

test.each([
  "10.0.0.1",
  "http://127.1/",
  "0x7f.0.0.1",
  "[::1]",
  "1.2.3.4.",
  "localhost",
  "acme.c-",
  `${"a".repeat(64)}.com`,
])("%s names none", (text) => {
  expect(bareDomain(text)).toBeUndefined();
});
