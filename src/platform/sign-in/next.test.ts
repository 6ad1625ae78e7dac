import { expect, test } from "vitest";
import { nextOf } from "./index.ts";

test.each([
  ["/console"],
  ["/console/"],
  ["/console/sell/products?sort=name&take=20"],
  ["/console/buy/campaigns/cmp_1"],
  ["/console?next=/console/run"],
  ["/oauth/interaction/abc-DEF_123"],
])("a sign-in leads on to %s", (next) => {
  expect(nextOf(next)).toBe(next);
  expect(new URL(next, "https://market.example").href).toBe(`https://market.example${next}`);
});

test.each([
  ["https://evil.example/"],
  ["//evil.example/console"],
  ["/\\evil.example"],
  ["/console\\..\\..\\evil"],
  ["/console//evil.example"],
  ["/console/../api/v2/sign-out"],
  ["/console/%2e%2e/api"],
  ["/console/.%2E/api"],
  ["/consolex"],
  ["/console#token"],
  ["/console/\r\nset-cookie: a=b"],
  ["/console/ x"],
  ["/sign-in?next=/console"],
  ["/api/v2/sign-out"],
  ["javascript:alert(1)"],
  ["console"],
  [""],
  [`/console/${"x".repeat(1_000)}`],
])("a sign-in does not lead on to %j", (next) => {
  expect(nextOf(next)).toBeUndefined();
});
