import { expect, test } from "vitest";
import type { Account } from "../contract/account.ts";
import type { ProviderReply } from "../contract/http.ts";
import type { JobContext, Step } from "../contract/job.ts";
import type { Plan } from "../contract/plan.ts";
import { NO_FACTS } from "../contract/template.ts";
import { readEntity, readMeta } from "./errors.ts";
import { meta } from "./meta.ts";
import { entityOf, reviewOf } from "./states.ts";
import { pauseAfter } from "./usage.ts";

const accountIn = (currency: string): Account => ({
  externalAccountId: "18446744073709551615",
  name: "Acme",
  advertiser: "Acme Ltd",
  currency,
  timeZone: "America/Los_Angeles",
  country: null,
  status: "active",
  rawStatus: "1",
  type: "advertiser",
  parentExternalId: null,
  parentName: null,
});
const contextIn = (currency: string, settings = {}): JobContext => ({
  now: "2026-11-01T12:00:00.000Z",
  account: accountIn(currency),
  settings,
});
const planOf = (budget: string, countries = ["US"]): Plan => ({
  mediaBuyId: "mb_1",
  name: "Spring",
  start: "2026-11-02T00:00:00.000Z",
  end: "2026-11-12T00:00:00.000Z",
  paused: false,
  packages: [
    {
      packageId: "pkg_1",
      templateId: "awareness",
      pricingModel: "cpm",
      budget,
      bid: null,
      start: "2026-11-02T00:00:00.000Z",
      end: "2026-11-12T00:00:00.000Z",
      paused: false,
      pacing: "even",
      targeting: {},
      countries,
    },
  ],
});
const reply = (value: unknown, status = 200, headers: Record<string, string> = {}): ProviderReply => ({
  status,
  headers,
  text: JSON.stringify(value),
});
const formIn = (step: Step<unknown, unknown> | undefined) => {
  if (step?.do !== "send" || step.request.body?.kind !== "form") throw new Error("expected a form");
  return Object.fromEntries(step.request.body.fields);
};

/** The form of the ad set that is created after a campaign. */
function adSetOf(plan: Plan, context: JobContext) {
  const begun = meta.sales?.create.start({ plan, facts: NO_FACTS }, context);
  if (begun?.do !== "send") throw new Error("expected a request");
  return formIn(meta.sales?.create.next(begun.state, reply({ id: "9007199254740993" }), context));
}

test.each([
  ["USD", "1500.25", "150025"],
  ["BRL", "1500.25", "150025"],
  ["JPY", "1500", "1500"],
  ["HUF", "1500", "1500"],
  ["KWD", "1500.25", "150025"],
])("a budget in %s of %s is sent as %s, in the units of Meta's own table", (currency, budget, told) => {
  expect(adSetOf(planOf(budget), contextIn(currency))).toMatchObject({
    lifetime_budget: told,
    campaign_id: "9007199254740993",
  });
  expect(meta.sales?.check(planOf(budget), accountIn(currency), NO_FACTS).ok).toBe(true);
});

test.each([
  ["JPY", "1500.5"],
  ["HUF", "1500.25"],
  ["KWD", "1500.257"],
  ["USD", "1.001"],
])("an amount that %s cannot express at Meta is refused, and never rounded", (currency, budget) => {
  expect(meta.sales?.check(planOf(budget), accountIn(currency), NO_FACTS)).toMatchObject({
    error: { kind: "invalid", field: "packages[0].budget" },
  });
});

test("the payer is stated where the Digital Services Act requires it, and special ad categories if there are any", () => {
  expect(adSetOf(planOf("10", ["DE"]), contextIn("USD"))).toMatchObject({ dsa_payor: "Acme Ltd" });
  expect(adSetOf(planOf("10"), contextIn("USD"))).not.toHaveProperty("dsa_payor");
  const begin = (settings: object) =>
    formIn(meta.sales?.create.start({ plan: planOf("10"), facts: NO_FACTS }, contextIn("USD", settings)));
  expect(begin({})).toMatchObject({ special_ad_categories: "[]", status: "PAUSED" });
  expect(begin({ special_ad_categories: "HOUSING" })).toMatchObject({
    special_ad_categories: '["HOUSING"]',
    special_ad_category_country: '["US"]',
  });
});

test.each([
  [{ code: 190, error_subcode: 463 }, "auth_expired"],
  [{ code: 190, error_subcode: 460 }, "auth_revoked"],
  [{ code: 17, error_subcode: 2_446_079 }, "throttled"],
  [{ code: 80_004 }, "throttled"],
  [{ code: 275 }, "permission"],
  [{ code: 368 }, "policy"],
  [{ code: 100, error_subcode: 33 }, "not_found"],
  [{ code: 100, error_subcode: 1_885_272 }, "below_minimum"],
  [{ code: 99_999, is_transient: true }, "temporary"],
  [{ code: 99_999 }, "invalid"],
])("an error %j means %s, also with status 200, and Meta's own words are not passed on", (error, kind) => {
  const read = readMeta(reply({ error: { ...error, message: "secret words", fbtrace_id: "A1" } }));
  expect(read).toMatchObject({ error: { kind, provider: { code: String(error.code), requestId: "A1" } } });
  expect(JSON.stringify(read)).not.toContain("secret words");
});

test("a limit that is used up is kept for as long as the headers say, whether or not the answer is an error", () => {
  const business = JSON.stringify({ "17": [{ estimated_time_to_regain_access: 5 }, {}] });
  const headers = { "x-business-use-case-usage": business };
  expect(pauseAfter({ headers })).toBe(300);
  expect(readMeta(reply({ error: { code: 17 } }, 400, headers))).toMatchObject({ error: { retryAfterSeconds: 300 } });
  const account = JSON.stringify({ acc_id_util_pct: 100, reset_time_duration: 42 });
  expect(pauseAfter({ headers: { "x-ad-account-usage": account } })).toBe(42);
  expect(pauseAfter({ headers: { "x-app-usage": '{"call_count":100}' } })).toBe(60);
  expect(pauseAfter({ headers: { "x-app-usage": '{"call_count":99}', "x-business-use-case-usage": "<html>" } })).toBe(
    undefined,
  );
});

test("nothing is enabled by a reply of another version", () => {
  const served = (version: string) => readEntity(reply({ id: "1" }, 200, { "facebook-api-version": version }));
  expect(served("v26.0").ok).toBe(true);
  expect(served("v27.0")).toMatchObject({ error: { kind: "unsupported", message: expect.stringContaining("v27.0") } });
});

test("a review is returned with its policies, and an unknown value is unknown", () => {
  const refused = {
    effective_status: "DISAPPROVED",
    ad_review_feedback: { global: { PERSONAL_ATTRIBUTES: "asserts them" } },
  };
  expect(reviewOf(refused)).toMatchObject({
    approval: "rejected",
    reason: "Meta refused the ad: personal attributes: asserts them",
  });
  expect(reviewOf({ effective_status: "CAMPAIGN_PAUSED" }).approval).toBe("unknown");
  expect(reviewOf({ effective_status: "BRAND_NEW" })).toEqual({ approval: "unknown", reason: null, raw: "BRAND_NEW" });
  expect(entityOf({ id: "1", status: "FROZEN", effective_status: "BRAND_NEW" }, "group")).toMatchObject({
    configured: "unknown",
    delivery: "unknown",
    raw: "FROZEN BRAND_NEW",
  });
});

test("a report is started, waited for and read to its last page, in major units and with ids of any length", () => {
  const context = contextIn("USD");
  const state = (id: string) => ({ id, configured: "active", delivery: "eligible", raw: "" }) as const;
  const id = "18446744073709551614";
  const mirror = { campaign: state("1"), packages: [{ ...state(id), packageId: "pkg_1", ads: [] }] };
  const report = meta.sales?.report;
  const steps = [
    { report_run_id: "77" },
    { id: "77", async_status: "Job Running" },
    { id: "77", async_status: "Job Completed" },
    {
      data: [{ adset_id: id, date_start: "2026-11-01", impressions: "10", spend: "1.50", inline_link_clicks: "2" }],
      paging: { next: "https://graph.facebook.com/v26.0/77/insights?after=x&access_token=leaked" },
    },
    { data: [{ adset_id: "another's", date_start: "2026-11-01", spend: "9" }], paging: {} },
  ];
  let step = report?.start({ startDay: "2026-11-01", endDay: "2026-11-02", mirror }, context);
  const sent: string[] = [];
  for (const answer of steps) {
    if (step?.do !== "send" && step?.do !== "wait") throw new Error("expected a request");
    sent.push(`${step.do} ${step.request.path}`);
    expect(JSON.stringify(step.request)).not.toContain("leaked");
    step = report?.next(structuredClone(step.state), reply(answer), context);
  }
  expect(sent).toEqual([
    "send /act_18446744073709551615/insights",
    "wait /77",
    "wait /77",
    "send /77/insights",
    "send /77/insights",
  ]);
  expect(step).toMatchObject({
    do: "done",
    value: { rows: [{ packageRemoteId: id, day: "2026-11-01", impressions: 10, clicks: 2, spend: "1.5" }] },
  });
});

test("a consent becomes a token of sixty days, with what was granted and until when; that token becomes another in time", () => {
  const context: JobContext = { now: "2026-11-01T12:00:00.000Z", settings: {} };
  const { exchange, refresh } = meta.oauth ?? {};
  const ends = Date.parse("2027-01-30T12:00:00.000Z") / 1_000;
  const answers = [
    { access_token: "short", expires_in: 7_200 },
    { access_token: "long", expires_in: 5_184_000 },
    { data: { scopes: ["ads_read"], data_access_expires_at: ends } },
  ];
  let step = exchange?.start(null, context);
  for (const answer of answers) {
    if (step?.do !== "send") throw new Error("expected a request");
    expect(step.request.sensitive).toBe(true);
    step = exchange?.next(step.state, reply(answer), context);
  }
  const granted = { accessToken: "long", expiresInSeconds: 5_184_000, scopes: ["ads_read"] };
  expect(step).toEqual({ do: "done", value: { ...granted, consentExpiresInSeconds: 90 * 86_400 } });
  const renewal = refresh?.start(null, context);
  expect(renewal).toMatchObject({
    request: { query: expect.arrayContaining([["fb_exchange_token", { secret: "access_token" }]]) },
  });
  if (renewal?.do !== "send") throw new Error("expected a request");
  const over = reply({ error: { code: 190, error_subcode: 463 } }, 401);
  expect(refresh?.next(renewal.state, over, context)).toMatchObject({ error: { kind: "auth_revoked" } });
});
