import { expect, test } from "vitest";
import type { ProviderReply } from "../contract/http.ts";
import type { JobContext } from "../contract/job.ts";
import { readEntity, readPage } from "./errors.ts";
import { reddit } from "./reddit.ts";
import { entityOf, reviewOf } from "./states.ts";

const reply = (value: unknown, status = 200, headers: Record<string, string> = {}): ProviderReply => ({
  status,
  headers,
  text: JSON.stringify(value),
});
const CONTEXT: JobContext = {
  now: "2026-11-01T12:00:00.000Z",
  account: {
    externalAccountId: "a2_1",
    name: "Acme",
    advertiser: "Acme",
    currency: "JPY",
    timeZone: "Asia/Tokyo",
    country: null,
    status: "active",
    rawStatus: "VALID",
    type: "advertiser",
    parentExternalId: null,
    parentName: null,
  },
  settings: {},
};

test("spend is in millionths and the value of conversions in hundredths, whatever the currency", () => {
  const report = reddit.sales?.report;
  const state = (id: string) => ({ id, configured: "active", delivery: "eligible", raw: "" }) as const;
  const mirror = { campaign: state("1"), packages: [{ ...state("g1"), packageId: "pkg_1", ads: [] }] };
  const begun = report?.start({ startDay: "2026-11-01", endDay: "2026-11-01", mirror }, CONTEXT);
  if (begun?.do !== "send") throw new Error("expected a request");
  const metrics = [
    { date: "2026-11-01", ad_group_id: "g1", impressions: 5, spend: 1_500_000, conversion_purchase_total_value: 250 },
    { date: "2026-11-01", ad_group_id: "another's", impressions: 5, spend: 1 },
  ];
  const answer = reply({ data: { metrics }, pagination: { next_url: null } });
  expect(report?.next(begun.state, answer, CONTEXT)).toMatchObject({
    do: "done",
    value: { rows: [{ packageRemoteId: "g1", spend: "1.5", conversionValue: "2.5" }], finalizedThrough: null },
  });
});

test("every call names its user agent, including the token calls", () => {
  for (const job of [reddit.accounts, reddit.oauth?.exchange, reddit.oauth?.refresh, reddit.oauth?.revoke]) {
    const begun = job?.start(null, CONTEXT);
    expect(begun).toMatchObject({ request: { headers: [["user-agent", expect.stringContaining("interchange")]] } });
  }
});

test("an account without a pixel or a profile is offered nothing, and told why", () => {
  const facts = (profiles: unknown[], pixels: unknown[]) => {
    const first = reddit.facts?.start(null, CONTEXT);
    if (first?.do !== "send") throw new Error("expected a request");
    const second = reddit.facts?.next(first.state, reply({ data: profiles }), CONTEXT);
    if (second?.do !== "send") throw new Error("expected a request");
    return reddit.facts?.next(second.state, reply({ data: pixels }), CONTEXT);
  };
  const [profile, pixel] = [{ id: "t2_1", name: "acme" }, { id: "px_1" }];
  expect(facts([profile], [pixel])).toMatchObject({ value: { withheld: {}, identities: [profile] } });
  expect(facts([profile], [])).toMatchObject({ value: { withheld: { traffic: expect.stringContaining("pixel") } } });
  expect(facts([], [pixel])).toMatchObject({ value: { withheld: { traffic: expect.stringContaining("profile") } } });
});

test.each([
  [
    400,
    { error: { message: "invalid", fields: [{ field: "data.goal_value", message: "below the minimum" }] } },
    "below_minimum",
  ],
  [400, { error: { message: "invalid", fields: [{ field: "data.bid_value", message: "too high" }] } }, "invalid"],
  [401, { error: { code: 401, message: "Unauthorized" } }, "auth_expired"],
  [404, { error: { code: 404, message: "Not Found" } }, "not_found"],
])("%i with %j is reported in our words", (status, body, kind) => {
  expect(readEntity(reply(body, status))).toMatchObject({ error: { kind, provider: { http: status } } });
});

test("a used-up limit is respected, and the link to the next page is followed as it is", () => {
  const spent = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "12" };
  expect(reddit.pauseAfter?.(reply({}, 200, spent))).toBe(12);
  expect(reddit.pauseAfter?.(reply({}, 200, { ...spent, "x-ratelimit-remaining": "3" }))).toBe(undefined);
  expect(readPage(reply({ error: { code: 429 } }, 429, spent))).toMatchObject({ error: { retryAfterSeconds: 12 } });
  const next = "https://ads-api.reddit.com/api/v3/me/businesses?page.token=x";
  expect(readPage(reply({ data: [], pagination: { next_url: next } }))).toMatchObject({
    value: { next: { path: next } },
  });
});

test("unknown values are reported as unknown, with the value next to them", () => {
  expect(reviewOf({ effective_status: "BRAND_NEW" })).toMatchObject({ approval: "unknown", raw: "BRAND_NEW" });
  expect(entityOf({ id: "1", configured_status: "FROZEN" }, "ad")).toMatchObject({ configured: "unknown" });
});
