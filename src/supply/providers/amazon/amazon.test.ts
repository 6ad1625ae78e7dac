import { expect, test } from "vitest";
import { after, DAY_MS } from "../../../ground/kernel/clock.ts";
import { add, compare, times } from "../../../ground/kernel/money.ts";
import type { Account } from "../contract/account.ts";
import type { JobContext, Step } from "../contract/job.ts";
import { REMEDY } from "../contract/provider-error.ts";
import { dayIn } from "../kit/days.ts";
import { jsonText, type Writable } from "../kit/lossless.ts";
import { amazonAccounts } from "./accounts.ts";
import { amazon } from "./amazon.ts";
import { budgetsOf } from "./bodies.ts";
import { dailyAfter, dailyOf, daysTouched } from "./daily-budget.ts";
import { readAmazon, readWritten } from "./errors.ts";
import { readReport } from "./read-report.ts";
import { productOf } from "./show-creative.ts";
import { NEW_REVIEW, reviewAfter, stateAfter } from "./states.ts";

const ACCOUNT: Account = {
  externalAccountId: "123456789012345678",
  name: "Acme",
  advertiser: "Acme",
  currency: "USD",
  timeZone: "America/New_York",
  country: "US",
  status: "active",
  rawStatus: "seller",
  type: "sponsored_ads",
  parentExternalId: null,
  parentName: null,
  facts: { region: "fe" },
};
const CONTEXT: JobContext = { now: "2026-11-04T12:00:00.000Z", account: ACCOUNT, settings: {} };
const reply = (body: Writable, status = 200) => ({ status, headers: {}, text: jsonText(body) });
const sent = (step: Step<unknown, unknown>) => {
  if (step.do !== "send" && step.do !== "wait") throw new Error(JSON.stringify(step));
  return step;
};

const ZONE = "America/New_York";

test.each([
  ["1500.25", "USD", "750.12"],
  ["150025", "JPY", "75012"],
  ["1500.257", "KWD", "750.128"],
  ["99999999999.99", "BRL", "49999999999.99"],
])("%s %s is %s for each of two days, to the last digit and never more", (budget, currency, daily) => {
  const flight = { budget, start: "2026-10-31T04:00:00.000Z", end: "2026-11-02T05:00:00.000Z" };
  expect(daysTouched(ZONE, flight.start, flight.end)).toBe(2);
  expect(dailyOf(flight, { timeZone: ZONE, currency })).toBe(daily);
  expect(jsonText(budgetsOf(daily))).toContain(`{"value":${daily}}`);
});

/** The same numbers for the same seed. */
function drawn(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

test("however often a flight changes, even days that spend all of their budget never exceed the total", () => {
  for (let seed = 1; seed <= 25; seed += 1) {
    const draw = drawn(seed);
    const start = new Date("2026-10-28T15:00:00.000Z");
    const place = { timeZone: ZONE, currency: "USD" };
    let flight = {
      budget: String(50 + draw(500)),
      start: start.toISOString(),
      end: after(start, (3 + draw(10)) * DAY_MS).toISOString(),
    };
    let daily = dailyOf(flight, place) ?? "0";
    let spent = "0";
    for (const day of Array.from({ length: 12 }, (_, index) => index)) {
      if (after(start, day * DAY_MS).toISOString() >= flight.end) break;
      const now = after(start, day * DAY_MS);
      let most = daily;
      const changes = day === 0 ? 0 : draw(3);
      for (let change = 0; change < changes; change += 1) {
        const budget = String(Math.max(Number(flight.budget) - 40 + draw(120), 1));
        const moved = { ...flight, budget, end: after(now, (1 + draw(12)) * DAY_MS).toISOString() };
        const next = dailyAfter(flight, moved, daily, { ...place, now: now.toISOString() });
        if (next === undefined) continue;
        // On the last day, what was already spent cannot be taken back.
        if (dayIn(ZONE, now) === dayIn(ZONE, new Date(moved.end)) && compare(next, most) < 0) continue;
        [flight, daily] = [moved, next];
        if (compare(daily, most) > 0) most = daily;
      }
      spent = add(spent, most);
      const left = daysTouched(ZONE, after(now, DAY_MS).toISOString(), flight.end);
      expect(compare(add(spent, times(daily, left)), flight.budget), `seed ${seed}, day ${day}`).toBeLessThanOrEqual(0);
    }
  }
});

test("profiles of three regions are listed with their managers, ids above 2^53 intact, each on its own host", () => {
  const profile = (profileId: bigint, type: string) => ({
    profileId,
    countryCode: "US",
    currencyCode: "USD",
    timezone: ZONE,
    accountInfo: { type, name: `p${profileId}`, validPaymentMethod: type !== "vendor" },
  });
  const manager = {
    managerAccountId: "ma1",
    managerAccountName: "Holdings",
    linkedAccounts: [{ profileId: 9007199254740993n }],
  };
  const none = reply({ managerAccounts: [] });
  const replies = [
    reply({ managerAccounts: [manager] }),
    reply([profile(9007199254740993n, "seller"), profile(1n, "agency")]),
    none,
    reply([profile(2n, "vendor")]),
    reply({ code: "UNAUTHORIZED", details: "No matching advertiser" }, 401),
    reply([]),
  ];
  const hosts: string[] = [];
  let step: Step<never, unknown> = amazonAccounts.start(null, CONTEXT) as never;
  for (const one of replies) {
    const { request, state } = sent(step);
    hosts.push(request.host);
    step = amazonAccounts.next(state as never, one, CONTEXT) as never;
  }
  expect(hosts).toEqual(["na", "na", "eu", "eu", "fe", "fe"]);
  expect(step).toMatchObject({
    do: "done",
    value: [
      { externalAccountId: "ma1", type: "organization", currency: null },
      {
        externalAccountId: "9007199254740993",
        parentExternalId: "ma1",
        parentName: "Holdings",
        facts: { region: "na" },
      },
      { externalAccountId: "1", type: "dsp" },
      { externalAccountId: "2", type: "sponsored_ads", status: "payment_required", facts: { region: "eu" } },
    ],
  });
});

test("an agency's account is told why it cannot buy here", () => {
  const ctx: JobContext = { ...CONTEXT, account: { ...ACCOUNT, type: "dsp" } };
  expect(amazon.facts?.start(null, ctx)).toMatchObject({
    value: { withheld: { sponsored_products: expect.stringContaining("DSP") } },
  });
  expect(amazon.facts?.start(null, CONTEXT)).toMatchObject({ value: { withheld: {} } });
});

test.each([
  [401, "Not authorized to access this resource. Please check your authorization header.", "renew"],
  [401, "HTTP 401 Unauthorized: the scope header is missing", "refuse"],
  [401, "No matching advertiser found for scope in this region", "refuse"],
  [401, "Not authorized to manage this profile", "refuse"],
  [429, "Too Many Requests", "again"],
  [503, "", "unknown"],
])("%i %j leads to: %s", (status, details, remedy) => {
  const read = readAmazon(reply({ code: "X", details }, status));
  expect(read.ok ? "answer" : REMEDY[read.error.kind]).toBe(remedy);
});

test("a refusal within a 207 is a refusal, with its location in our terms", () => {
  const errors = [{ code: "BUDGET_TOO_LOW", message: "budgets.0: must be at least 1" }];
  const half = {
    success: [{ index: 0, campaign: { campaignId: "1" } }],
    partialSuccess: [],
    error: [{ index: 1, errors }],
  };
  expect(readWritten(reply(half, 207), "campaign")).toMatchObject({
    error: { kind: "below_minimum", field: "budget", provider: { code: "BUDGET_TOO_LOW" } },
  });
});

test("unknown values leave the last state and the last review unchanged, with the value next to them", () => {
  const before = { configured: "active", delivery: "eligible", raw: "" } as const;
  const odd = { state: "DREAMING", deliveryStatus: "NOT_DELIVERING", deliveryReasons: ["FLOATING"] };
  expect(stateAfter(before, odd)).toEqual({ ...before, raw: "DREAMING NOT_DELIVERING FLOATING" });
  const approved = { approval: "approved", reason: null, raw: "" } as const;
  expect(reviewAfter(approved, odd).approval).toBe("approved");
  expect(reviewAfter(NEW_REVIEW, odd).approval).toBe("pending_review");
  const policed = { deliveryStatus: "NOT_DELIVERING", deliveryReasons: ["AD_POLICING_SUSPENDED"] };
  expect([reviewAfter(approved, policed).approval, reviewAfter(NEW_REVIEW, policed).approval]).toEqual([
    "suspended",
    "rejected",
  ]);
});

test("a report of forty days is two, each requested once, waited for, and fetched again if its URL has expired", () => {
  const state = { id: "1~2", configured: "active", delivery: "eligible", raw: "" } as const;
  const mirror = { campaign: state, packages: [{ ...state, packageId: "pkg", ads: [] }] };
  let step = readReport.start({ startDay: "2026-09-20", endDay: "2026-10-29", mirror }, CONTEXT);
  const answer = (one: ReturnType<typeof reply>) => {
    step = readReport.next(sent(step).state, one, CONTEXT);
    return sent(step);
  };
  const url = "https://offline-report-storage-us-east-1-prod.s3.amazonaws.com/r1.json.gz?X-Amz-Expires=1";
  const done = reply({ reportId: "r1", status: "COMPLETED", url });
  const row = {
    date: "2026-09-20",
    campaignId: 9007199254740993n,
    adGroupId: 18446744073709551615n,
    cost: 12.5,
    impressions: 7,
    purchases14d: 2,
    sales14d: 30,
  };

  expect(sent(step).request).toMatchObject({ host: "fe", path: "/reporting/reports", effect: "read" });
  expect(sent(step).request.body).toMatchObject({
    text: expect.stringContaining('"startDate":"2026-09-20","endDate":"2026-10-20"'),
  });
  // Somebody requested the same before, so that report is used.
  expect(answer(reply({ code: "425", details: "The Request is a duplicate of : r1" }, 425))).toMatchObject({
    do: "wait",
    seconds: 60,
    request: { path: "/reporting/reports/r1" },
  });
  expect(answer(reply({ reportId: "r1", status: "PROCESSING" }))).toMatchObject({ do: "wait", seconds: 120 });
  expect(answer(reply({ reportId: "r1", status: "PONDERING" }))).toMatchObject({ do: "wait", seconds: 240 });
  expect(answer(done).request).toMatchObject({ host: "files", path: url, auth: { kind: "none" }, unpack: "gzip" });
  expect(answer({ status: 403, headers: {}, text: "<Error/>" }).request.path).toBe("/reporting/reports/r1");
  answer(done);
  expect(answer(reply([row])).request.body).toMatchObject({
    text: expect.stringContaining('"startDate":"2026-10-21","endDate":"2026-10-29"'),
  });
  answer(reply({ reportId: "r2", status: "PENDING" }));
  answer(done);
  step = readReport.next(sent(step).state, reply([]), CONTEXT);
  expect(step).toMatchObject({
    do: "done",
    value: {
      rows: [
        {
          packageRemoteId: "9007199254740993~18446744073709551615",
          day: "2026-09-20",
          spend: "12.5",
          conversions: 2,
          conversionValue: "30",
        },
      ],
    },
  });
});

test("a report reaches no further back than Amazon keeps its days", () => {
  const state = { id: "1~2", configured: "active", delivery: "eligible", raw: "" } as const;
  const step = readReport.start(
    { startDay: "2026-01-01", endDay: "2026-11-04", mirror: { campaign: state, packages: [] } },
    CONTEXT,
  );
  expect(sent(step).request.body).toMatchObject({ text: expect.stringContaining('"startDate":"2026-08-02"') });
});

test.each([
  ["B000000001", "ASIN"],
  ["0306406152", "ASIN"],
  ["shoe-41", "SKU"],
])("%s is an %s", (id, type) => {
  expect(productOf(id)).toEqual({ productIdType: type, productId: id });
});
