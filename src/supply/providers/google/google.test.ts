import { expect, test } from "vitest";
import type { Account } from "../contract/account.ts";
import type { JobContext, Step } from "../contract/job.ts";
import type { PlannedPackage } from "../contract/plan.ts";
import { REMEDY } from "../contract/provider-error.ts";
import { jsonText, type Writable } from "../kit/lossless.ts";
import { googleAccounts } from "./accounts.ts";
import { creation } from "./bodies.ts";
import { readGoogle } from "./errors.ts";
import { placeOf } from "./places.ts";
import { readReport } from "./read-report.ts";
import { containing } from "./requests.ts";
import { showCreative, youtubeIdIn } from "./show-creative.ts";
import { NEW_REVIEW, reviewAfter, stateAfter } from "./states.ts";

const ACCOUNT: Account = {
  externalAccountId: "1234567890",
  name: "Acme",
  advertiser: "Acme",
  currency: "USD",
  timeZone: "America/New_York",
  country: null,
  status: "active",
  rawStatus: "ENABLED",
  type: "advertiser",
  parentExternalId: "1",
  parentName: "Manager",
  facts: { loginCustomerId: "1" },
};
const CONTEXT: JobContext = { now: "2026-10-01T00:00:00.000Z", account: ACCOUNT, settings: {} };
const reply = (body: Writable, status = 200) => ({ status, headers: {}, text: jsonText(body) });
const sent = (step: Step<unknown, unknown>) => {
  if (step.do !== "send") throw new Error(JSON.stringify(step));
  return step;
};

const PART: PlannedPackage = {
  packageId: "pkg",
  templateId: "display",
  pricingModel: "cpc",
  budget: "100",
  bid: "1",
  start: "2026-10-31T04:00:00.000Z",
  end: "2026-11-02T05:00:00.000Z",
  paused: false,
  pacing: "even",
  targeting: {},
  countries: ["US"],
};
const planOf = (changes: Partial<PlannedPackage>) => {
  const part = { ...PART, ...changes };
  return { mediaBuyId: "mb", name: "Spring", start: part.start, end: part.end, paused: false, packages: [part] };
};

test.each([
  ["1500.25", "USD", "1500250000"],
  ["150025", "JPY", "150025000000"],
  ["1500.257", "KWD", "1500257000"],
  ["99999999999.99", "BRL", "99999999999990000"],
])("%s %s is a whole budget in millionths, as text", (budget, currency, micros) => {
  const ctx = { ...CONTEXT, account: { ...ACCOUNT, currency } };
  expect(creation(planOf({ budget }), ctx)[0]).toMatchObject({
    campaignBudgetOperation: { create: { totalAmountMicros: micros, period: "CUSTOM_PERIOD" } },
  });
});

test("a flight is in the account's local time, over the night on which clocks change; a start in the past is left out", () => {
  const create = (ctx: JobContext) => creation(planOf({}), ctx)[1];
  expect(create(CONTEXT)).toMatchObject({
    campaignOperation: { create: { startDateTime: "2026-10-31 00:00:00", endDateTime: "2026-11-02 00:00:00" } },
  });
  const late = create({ ...CONTEXT, now: "2026-10-31T05:00:00.000Z" });
  expect(jsonText(late)).not.toContain("startDateTime");
});

test("countries have the numbers of ISO 3166-1, and a text that is not a country has none", () => {
  const names = ["US", "GB", "DE", "RU", "RS"].map(placeOf);
  expect(names).toEqual([2840, 2826, 2276, 2643, 2688].map((id) => `geoTargetConstants/${id}`));
  expect([placeOf("ZZ"), placeOf("toString")]).toEqual([undefined, undefined]);
});

test("the content of a pattern is literal, and does not end the string", () => {
  expect(containing("[oa:mb_1:100%]")).toBe("'%[[]oa:mb[_]1:100[%][]]%'");
  expect(containing("a' OR '1'='1\\")).toBe("'%a\\' OR \\'1\\'=\\'1\\\\%'");
});

test("managers below managers are followed, each through its own root; a closed root does not end the list", () => {
  const row = (id: string, level: number, manager: boolean) => ({
    customerClient: {
      id,
      level: String(level),
      manager,
      descriptiveName: `c${id}`,
      currencyCode: "USD",
      timeZone: "America/New_York",
      status: "ENABLED",
    },
  });
  const ctx = { now: CONTEXT.now, settings: {} };
  const closed = { authorizationError: "CUSTOMER_NOT_ENABLED" };
  const replies = [
    reply({ resourceNames: ["customers/9", "customers/1"] }),
    reply({ error: { details: [{ errors: [{ errorCode: closed, message: "m" }] }] } }, 403),
    reply({ results: [row("1", 0, true), row("2", 1, true)], nextPageToken: "p2" }),
    reply({ results: [row("3", 1, false)] }),
    reply({ results: [row("2", 0, true), row("18446744073709551615", 1, false)] }),
  ];
  const asked: unknown[] = [];
  let step: Step<never, unknown> = googleAccounts.start(null, ctx) as never;
  for (const one of replies) {
    const { request, state } = sent(step);
    asked.push([request.path, request.headers]);
    step = googleAccounts.next(state as never, one, ctx) as never;
  }
  expect(asked.at(-1)).toEqual(["/customers/2/googleAds:search", [["login-customer-id", "1"]]]);
  expect(step).toMatchObject({
    do: "done",
    value: [
      { externalAccountId: "9", status: "suspended", currency: null },
      { externalAccountId: "1", type: "organization", parentExternalId: null },
      { externalAccountId: "2", type: "organization", parentExternalId: "1" },
      { externalAccountId: "3", parentExternalId: "1", facts: { loginCustomerId: "1" } },
      {
        externalAccountId: "18446744073709551615",
        parentExternalId: "2",
        parentName: "c2",
        facts: { loginCustomerId: "1" },
      },
    ],
  });
});

test.each([
  [401, { authenticationError: "OAUTH_TOKEN_EXPIRED" }, {}, "renew"],
  [401, { authenticationError: "OAUTH_TOKEN_REVOKED" }, {}, "end"],
  [403, { authorizationError: "USER_PERMISSION_DENIED" }, {}, "refuse"],
  [403, { authorizationError: "CLOUD_PROJECT_NOT_APPROVED_FOR_PRODUCTION" }, {}, "refuse"],
  [429, { quotaError: "RESOURCE_TEMPORARILY_EXHAUSTED" }, { quotaErrorDetails: { retryDelay: "5s" } }, "again"],
  [500, { internalError: "TRANSIENT_ERROR" }, {}, "unknown"],
  [400, { campaignError: "SOMETHING_NEW" }, {}, "refuse"],
])("%i %j leads to: %s", (status, errorCode, details, remedy) => {
  const read = readGoogle(reply({ error: { code: status, details: [{ errors: [{ errorCode, details }] }] } }, status));
  if (read.ok) throw new Error("it was taken for an answer");
  expect(REMEDY[read.error.kind]).toBe(remedy);
  expect(read.error.retryAfterSeconds).toBe(remedy === "again" ? 5 : undefined);
});

test("a policy finding names its topics, and its location in our terms", () => {
  const details = { policyFindingDetails: { policyTopicEntries: [{ topic: "MISLEADING_CLAIM" }] } };
  const location = {
    fieldPathElements: [{ fieldName: "mutate_operations", index: 1 }, { fieldName: "ad_group_ad_operation" }],
  };
  const failure = { errorCode: { policyFindingError: "POLICY_FINDING" }, details, location };
  expect(readGoogle(reply({ error: { details: [{ errors: [failure] }] } }, 400))).toMatchObject({
    error: { kind: "policy", field: "creatives", message: expect.stringContaining("misleading claim") },
  });
});

test("unknown values leave the last state and the last review unchanged, with the value next to them", () => {
  const before = { configured: "active", delivery: "eligible", raw: "" } as const;
  expect(stateAfter(before, { status: "DREAMING", primaryStatus: "FLOATING" })).toEqual({
    ...before,
    raw: "DREAMING FLOATING",
  });
  const approved = { approval: "approved", reason: null, raw: "" } as const;
  const said = (approvalStatus: string) => ({ policySummary: { approvalStatus, reviewStatus: "REVIEWED" } });
  expect(reviewAfter(approved, said("PONDERED"))).toEqual({ ...approved, raw: "PONDERED REVIEWED" });
  expect(reviewAfter(approved, said("DISAPPROVED")).approval).toBe("suspended");
  expect(reviewAfter(NEW_REVIEW, said("DISAPPROVED")).approval).toBe("rejected");
});

test("a stream of figures is read whole, with ids and amounts above 2^53", () => {
  const [campaign, adGroup] = ["9007199254740993", "18446744073709551615"];
  const pair = `${campaign}~${adGroup}`;
  const state = { id: pair, configured: "active", delivery: "eligible", raw: "" } as const;
  const mirror = { campaign: state, packages: [{ ...state, packageId: "pkg", ads: [] }] };
  const input = { startDay: "2026-11-01", endDay: "2026-11-02", mirror };
  const { request, state: at } = sent(readReport.start(input, CONTEXT));
  expect(request).toMatchObject({ path: "/customers/1234567890/googleAds:searchStream", effect: "read" });
  const row = (date: string, costMicros: string) => ({
    segments: { date },
    campaign: { id: campaign },
    adGroup: { id: adGroup },
    metrics: { costMicros, impressions: "9007199254740", conversionsValue: 12.5 },
  });
  const text = jsonText([
    { results: [row("2026-11-01", "99999999999990000")] },
    { results: [row("2026-11-02", "10000")] },
  ]);
  expect(readReport.next(at as never, { status: 200, headers: {}, text }, CONTEXT)).toMatchObject({
    do: "done",
    value: {
      rows: [
        { packageRemoteId: pair, day: "2026-11-01", spend: "99999999999.99", conversionValue: "12.5" },
        { packageRemoteId: pair, day: "2026-11-02", spend: "0.01" },
      ],
    },
  });
});

test.each([
  ["https://www.youtube.com/watch?v=dQw4w9WgXcQ", "dQw4w9WgXcQ"],
  ["https://youtu.be/dQw4w9WgXcQ?t=3", "dQw4w9WgXcQ"],
  ["https://youtube.com/shorts/dQw4w9WgXcQ", "dQw4w9WgXcQ"],
  ["https://evil.example/watch?v=dQw4w9WgXcQ", undefined],
])("%s is the video %s", (address, id) => {
  expect(youtubeIdIn(address)).toBe(id);
});

const CREATIVE = {
  mediaBuyId: "mb",
  campaignRemoteId: "[oa:mb]",
  packageId: "pkg",
  packageRemoteId: "1~2",
  templateId: "demand_gen",
  paused: false,
  creativeId: "spot 'n' \"more\".v1",
  name: 'Say "hello"',
  assets: {
    media: { kind: "image", url: "https://acme.example/a.png", filename: "a.png", contentType: "image/png" },
    logoUrl: "https://acme.example/logo.png",
    headline: 'Go "outside"',
    text: null,
    clickUrl: "https://acme.example/",
    brandName: "Acme",
  },
} as const;

test("an ad and its pictures are one call, with the bytes in their places, and the ad is paused", () => {
  const { request, onLost } = sent(showCreative.start(CREATIVE, CONTEXT));
  if (request.body?.kind !== "json_files") throw new Error("there are files in it");
  const text = request.body.pieces.map((piece) => (typeof piece === "string" ? piece : piece.file)).join("");
  const { mutateOperations } = JSON.parse(text) as { mutateOperations: readonly object[] };
  expect(mutateOperations).toMatchObject([
    { assetOperation: { create: { imageAsset: { data: CREATIVE.assets.media.url }, type: "IMAGE" } } },
    { assetOperation: { create: { imageAsset: { data: CREATIVE.assets.logoUrl }, type: "IMAGE" } } },
    {
      adGroupAdOperation: {
        create: {
          status: "PAUSED",
          adGroup: "customers/1234567890/adGroups/2",
          ad: {
            name: expect.stringContaining("[oa:pkg:spot%20%27n%27%20%22more%22.v1]"),
            demandGenMultiAssetAd: {
              marketingImages: [{ asset: "customers/1234567890/assets/-1" }],
              logoImages: [{ asset: "customers/1234567890/assets/-2" }],
              descriptions: [{ text: 'Go "outside"' }],
            },
          },
        },
      },
    },
  ]);
  expect([request.effect, onLost?.request.effect]).toEqual(["write", "read"]);
});

test.each([
  [{ clickUrl: null }, "demand_gen", "landing page"],
  [{ headline: null }, "demand_gen", "headline"],
  [{ logoUrl: undefined }, "demand_gen", "logo"],
  [{}, "demand_gen_video", "on YouTube"],
])(
  "a creative with %j for %s is refused before anything is sent, with what is missing: %s",
  (changes, templateId, said) => {
    const { logoUrl, ...rest } = { ...CREATIVE.assets, ...changes };
    const assets = { ...rest, ...(logoUrl !== undefined && { logoUrl }) };
    expect(showCreative.start({ ...CREATIVE, templateId, assets }, CONTEXT)).toMatchObject({
      do: "fail",
      error: { kind: "invalid", field: "creatives", message: expect.stringContaining(said) },
    });
  },
);
