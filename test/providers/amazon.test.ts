import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS } from "../../src/ground/kernel/clock.ts";
import { startAmazon } from "../../src/main/sandbox/providers/amazon/start-amazon.ts";
import { parseJson, textOf } from "../../src/main/sandbox/providers/frame/json.ts";
import { at, started, textAt } from "./ask.ts";
import { connect } from "./connect.ts";
import { loopbackOf } from "./consent.ts";

const API = "https://advertising-api.amazon.com";

async function connected() {
  let wall = 0;
  const amazon = await started(startAmazon, { wall: { now: () => new Date((wall += 1_000)) } });
  const client = { "amazon-advertising-api-clientid": amazon.application?.clientId ?? "" };
  const connection = await connect(amazon, {
    authorize: "https://www.amazon.com/ap/oa",
    token: "https://api.amazon.com/auth/o2/token",
    query: { scope: "advertising::campaign_management" },
    headers: client,
  });
  const { body } = await connection.call(`${API}/v2/profiles`);
  const profile = textOf(at(body, "0.profileId"));
  const scoped = (path: string, json?: object) =>
    connection.call(`${API}${path}`, json as never, undefined, { "amazon-advertising-api-scope": profile });
  return { amazon, ...connection, profile, scoped };
}

const money = (value: number) => [
  {
    budgetType: "MONETARY",
    recurrenceTimePeriod: "DAILY",
    budgetValue: { monetaryBudgetValue: { monetaryBudget: { value } } },
  },
];
const CAMPAIGN = {
  adProduct: "SPONSORED_PRODUCTS",
  name: "c",
  state: "PAUSED",
  startDateTime: "2026-11-02T12:00:00Z",
  budgets: money(50.25),
};

async function withAd() {
  const world = await connected();
  const { scoped } = world;
  const made = async (many: string, what: string, item: object) =>
    textAt(
      (
        await scoped(`/adsApi/v1/create/${many}`, {
          [many]: [{ adProduct: "SPONSORED_PRODUCTS", state: "ENABLED", ...item }],
        })
      ).body,
      `success.0.${what}.${what}Id`,
    );
  const campaign = await made("campaigns", "campaign", CAMPAIGN);
  const adGroup = await made("adGroups", "adGroup", { name: "g", campaignId: campaign });
  const ad = await made("ads", "ad", {
    adGroupId: adGroup,
    adType: "PRODUCT_AD",
    creative: { products: [{ productIdType: "ASIN", productId: "B000000000" }] },
  });
  return { ...world, campaign, adGroup, ad };
}

test("a refresh token stays the same, and expires a year after consent", async () => {
  const { tokens, refresh, amazon } = await connected();
  expect((await refresh()).body.refresh_token).toBe(tokens.body.refresh_token);
  amazon.controls.advance(365 * DAY_MS);
  expect((await refresh()).body.error).toBe("invalid_grant");
});

test("401 has several meanings, and a profile belongs to one region", async () => {
  const { call, profile } = await connected();
  expect(BigInt(profile)).toBeGreaterThan(2n ** 53n);
  const query = { adProductFilter: { include: ["SPONSORED_PRODUCTS"] } };
  const said = async (host: string, headers: Record<string, string>) =>
    textAt((await call(`https://${host}/adsApi/v1/query/campaigns`, query, "POST", headers)).body, "details");
  const scope = { "amazon-advertising-api-scope": profile };
  const details = [
    await said("advertising-api.amazon.com", { authorization: "Bearer x" }),
    await said("advertising-api.amazon.com", {}),
    await said("advertising-api-eu.amazon.com", scope),
  ];
  expect(new Set(details).size).toBe(3);
  expect(at((await call("https://advertising-api-fe.amazon.com/v2/profiles")).body, "0.currencyCode")).toBe("JPY");
});

test("a batch is answered with 207, with each refusal by its index", async () => {
  const { scoped } = await connected();
  const bad = { ...CAMPAIGN, autoManageCampaign: true, budgets: money(0.123) };
  const { status, body } = await scoped("/adsApi/v1/create/campaigns", { campaigns: [CAMPAIGN, bad] });
  expect([status, at(body, "error.0.index"), at(body, "error.0.errors.0.code")]).toEqual([
    207,
    1,
    "ACTION_NOT_SUPPORTED",
  ]);
  expect(at(body, "success.0.campaign.state")).toBe("PAUSED");
});

test("a report is built in the background, refused twice, and read from gzip with exact ids", async () => {
  const { scoped, campaign, amazon, refresh } = await withAd();
  await scoped("/adsApi/v1/update/campaigns", { campaigns: [{ campaignId: campaign, state: "ENABLED" }] });
  amazon.controls.advance(2 * DAY_MS);
  await refresh();
  const configuration = {
    adProduct: "SPONSORED_PRODUCTS",
    groupBy: ["campaign"],
    columns: ["date", "campaignId", "cost"],
    reportTypeId: "spCampaigns",
    timeUnit: "DAILY",
    format: "GZIP_JSON",
  };
  const ask = { startDate: "2026-11-02", endDate: "2026-11-03", configuration };
  const id = textAt((await scoped("/reporting/reports", ask)).body, "reportId");
  expect((await scoped("/reporting/reports", ask)).status).toBe(425);
  amazon.controls.advance(HOUR_MS / 2);
  const { body } = await scoped(`/reporting/reports/${id}`);
  expect(body.status).toBe("COMPLETED");
  const file = await fetch(loopbackOf(amazon.addresses, new URL(textAt(body, "url"))));
  const rows = parseJson(gunzipSync(Buffer.from(await file.arrayBuffer())).toString());
  expect(at(rows, "1")).toMatchObject({ date: "2026-11-03", campaignId: BigInt(campaign) });
  expect(Number(at(rows, "1.cost"))).toBeGreaterThan(35);
});

test("a throttled call is told when to retry", async () => {
  const { scoped, amazon } = await connected();
  amazon.controls.throttle("GET /v2/profiles");
  const { status, headers } = await scoped("/v2/profiles");
  expect([status, headers.get("retry-after")]).toEqual([429, "7"]);
});
