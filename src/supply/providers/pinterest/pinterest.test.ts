import { expect, test } from "vitest";
import type { ProviderReply } from "../contract/http.ts";
import { readPage, readWritten } from "./errors.ts";
import { pinterest } from "./pinterest.ts";
import { pinterestList } from "./requests.ts";
import { entityOf, reviewOf } from "./states.ts";

const reply = (value: unknown, status = 200, headers: Record<string, string> = {}): ProviderReply => ({
  status,
  headers,
  text: JSON.stringify(value),
});

test.each([
  [{ items: [{ data: null, exceptions: [{ code: 2388, message: "budget is below the minimum" }] }] }, "below_minimum"],
  [{ items: [{ data: null, exceptions: { code: 1, message: "targeting_spec: bad location" } }] }, "invalid"],
  [{ items: [] }, "unreadable"],
])("a failure that is hidden in a status of 200 is found: %j", (body, kind) => {
  expect(readWritten(reply(body))).toMatchObject({ ok: false, error: { kind } });
});

test.each([
  [401, { code: 2, message: "Authentication failed." }, "auth_expired"],
  [401, { code: 3, message: "Missing: ads:write" }, "scope_missing"],
  [403, { code: 29, message: "no" }, "permission"],
  [404, { code: 4180, message: "no" }, "not_found"],
])("%i with %j is recognised by its code", (status, body, kind) => {
  expect(readPage(reply(body, status), pinterestList("/boards"))).toMatchObject({ error: { kind } });
});

test("a rate limit is respected until it is fully available again, and a bookmark leads to the next page", () => {
  const asked = pinterestList("/boards");
  expect(readPage(reply({ code: 8 }, 429, { "x-ratelimit-reset": "7" }), asked)).toMatchObject({
    error: { kind: "throttled", retryAfterSeconds: 7 },
  });
  const page = readPage(reply({ items: [], bookmark: "b2" }), asked);
  expect(page).toMatchObject({
    value: {
      next: {
        query: [
          ["page_size", "250"],
          ["bookmark", "b2"],
        ],
      },
    },
  });
});

test("a refresh token states its own end: sixty days from each renewal", () => {
  const refresh = pinterest.oauth?.refresh;
  const context = { now: "2026-11-01T12:00:00.000Z", settings: {} };
  const begun = refresh?.start(null, context);
  if (begun?.do !== "send") throw new Error("expected a request");
  expect(begun.request.auth).toEqual({ kind: "client_basic" });
  const granted = reply({
    access_token: "a",
    refresh_token: "r",
    expires_in: 2_592_000,
    refresh_token_expires_in: 5_184_000,
  });
  expect(refresh?.next(begun.state, granted, context)).toMatchObject({
    do: "done",
    value: { refreshToken: "r", refreshExpiresInSeconds: 5_184_000 },
  });
});

test("unknown values are reported as unknown, with the value next to them", () => {
  expect(reviewOf({ review_status: "BRAND_NEW" })).toMatchObject({ approval: "unknown", raw: "BRAND_NEW" });
  expect(entityOf({ id: "AG1", status: "FROZEN" }, "group")).toMatchObject({
    configured: "unknown",
    delivery: "unknown",
  });
});
