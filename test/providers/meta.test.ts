import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS } from "../../src/ground/kernel/clock.ts";
import { SCOPES, startMeta } from "../../src/main/sandbox/providers/meta/start-meta.ts";
import { ask, at, authorizationUrl, started, textAt } from "./ask.ts";
import { consentAt } from "./consent.ts";

const API = "https://graph.facebook.com/v26.0";

async function connected() {
  const meta = await started(startMeta);
  const { clientId = "", clientSecret = "", redirectUris = [] } = meta.application ?? {};
  const back = await consentAt(
    meta,
    authorizationUrl(meta, "https://www.facebook.com/v26.0/dialog/oauth", { scope: SCOPES.join(",") }),
  );
  const secrets = { client_id: clientId, client_secret: clientSecret };
  const token = (more: Record<string, string>) =>
    ask(meta, `${API}/oauth/access_token?${new URLSearchParams({ ...secrets, ...more })}`);
  const code = { code: back.searchParams.get("code") ?? "", redirect_uri: redirectUris[0] ?? "" };
  const short = textAt((await token(code)).body, "access_token");
  const long = await token({ grant_type: "fb_exchange_token", fb_exchange_token: short });
  const headers = { authorization: `Bearer ${textAt(long.body, "access_token")}` };
  const get = (path: string) => ask(meta, `${API}${path}`, { headers });
  const post = (path: string, form: Record<string, string>) => ask(meta, `${API}${path}`, { headers, form });
  const accounts = await get("/me/adaccounts?fields=account_id,currency&limit=2");
  const act = `/act_${textAt(accounts.body, "data.0.account_id")}`;
  return { meta, token, short, long, get, post, accounts, act };
}

const CAMPAIGN = {
  name: "c",
  objective: "OUTCOME_AWARENESS",
  status: "PAUSED",
  special_ad_categories: "[]",
  is_adset_budget_sharing_enabled: "false",
};

async function withAd() {
  const world = await connected();
  const { post, get, act } = world;
  const campaign = textAt((await post(`${act}/campaigns`, CAMPAIGN)).body, "id");
  const adset = {
    name: "s",
    campaign_id: campaign,
    billing_event: "IMPRESSIONS",
    optimization_goal: "REACH",
    daily_budget: "5000",
    targeting: '{"geo_locations":{"countries":["US"]}}',
  };
  const set = textAt((await post(`${act}/adsets`, adset)).body, "id");
  const page = textAt((await get("/me/accounts?fields=name")).body, "data.0.id");
  const creative = textAt(
    (await post(`${act}/adcreatives`, { name: "cr", object_story_spec: JSON.stringify({ page_id: page }) })).body,
    "id",
  );
  const ad = textAt(
    (await post(`${act}/ads`, { name: "a", adset_id: set, creative: JSON.stringify({ creative_id: creative }) })).body,
    "id",
  );
  return { ...world, campaign, set, ad };
}

test("a long-lived token is valid for 60 days, and a short-lived one for hours", async () => {
  const { meta, long, get, token, short } = await connected();
  expect(at(long.body, "expires_in")).toBe(60 * 86_400);
  meta.controls.advance(3 * HOUR_MS);
  expect((await token({ grant_type: "fb_exchange_token", fb_exchange_token: short })).body).toMatchObject({
    error: { code: 190 },
  });
  expect((await get("/me")).headers.get("facebook-api-version")).toBe("v26.0");
  meta.controls.advance(60 * DAY_MS);
  expect((await get("/me")).body).toMatchObject({ error: { code: 190, error_subcode: 463 } });
});

test("pages are linked by cursors, and budgets are distinguished by their level", async () => {
  const { accounts, get, post, act, meta } = await connected();
  const next = new URL(textAt(accounts.body, "paging.next"));
  expect(at((await get(`/me/adaccounts${next.search}`)).body, "data")).toHaveLength(2);
  const { is_adset_budget_sharing_enabled: _, ...bare } = CAMPAIGN;
  expect((await post(`${act}/campaigns`, bare)).body).toMatchObject({ error: { code: 100 } });
  const shared = { ...CAMPAIGN, is_adset_budget_sharing_enabled: "true" };
  expect((await post(`${act}/campaigns`, shared)).body).toMatchObject({ error: { error_subcode: 4_834_005 } });
  await post(`${act}/campaigns`, { ...CAMPAIGN, nmae: "x" });
  expect(meta.ledger.ignored.map(({ field }) => field)).toEqual(["nmae"]);
  expect((await post(`${act}/campaigns`, { ...CAMPAIGN, execution_options: '["validate_only"]' })).body).toEqual({
    success: true,
  });
  expect(meta.ledger.count("created", "campaign")).toBe(1);
});

test("an ad goes from review to delivery in major units by the account's day", async () => {
  const { meta, get, post, act, campaign, set, ad } = await withAd();
  await post(`/${campaign}`, { status: "ACTIVE" });
  const state = async () => at((await get(`/${ad}?fields=effective_status`)).body, "effective_status");
  expect(await state()).toBe("PENDING_REVIEW");
  meta.controls.advance(2 * DAY_MS);
  expect(await state()).toBe("ACTIVE");
  const range = encodeURIComponent('{"since":"2026-11-02","until":"2026-11-03"}');
  const insights = `${act}/insights?level=adset&time_increment=1&time_range=${range}&fields=adset_id,spend,impressions`;
  const { body } = await get(insights);
  expect(at(body, "data.1")).toMatchObject({ adset_id: set, date_start: "2026-11-03" });
  expect(textAt(body, "data.1.spend")).toMatch(/^[34]\d\.\d\d$/);
  meta.controls.holdCreative(ad, "synthetic policy");
  expect((await get(`/${ad}?fields=effective_status,ad_review_feedback`)).body).toMatchObject({
    effective_status: "DISAPPROVED",
    ad_review_feedback: { global: { POLICY: "synthetic policy" } },
  });
});

test("throttling has an error code, and headers about usage", async () => {
  const { meta, get } = await connected();
  meta.controls.throttle("GET /v26.0/me");
  const { body, headers } = await get("/me");
  expect(body).toMatchObject({ error: { code: 17, error_subcode: 2_446_079 } });
  expect(JSON.parse(headers.get("x-app-usage") ?? "")).toHaveProperty("call_count");
});
