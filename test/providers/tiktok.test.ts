import { expect, test } from "vitest";
import { DAY_MS } from "../../src/ground/kernel/clock.ts";
import type { Wire } from "../../src/main/sandbox/providers/frame/json.ts";
import { startTiktok } from "../../src/main/sandbox/providers/tiktok/start-tiktok.ts";
import { ask, at, started, textAt } from "./ask.ts";
import { consentAt } from "./consent.ts";

const API = "https://business-api.tiktok.com/open_api/v1.3";

async function connected() {
  let wall = 0;
  const tiktok = await started(startTiktok, { wall: { now: () => new Date((wall += 1_000)) } });
  const { clientId = "", clientSecret = "", redirectUris = [] } = tiktok.application ?? {};
  const query = new URLSearchParams({ app_id: clientId, redirect_uri: redirectUris[0] ?? "", state: "s" });
  const back = await consentAt(tiktok, `https://business-api.tiktok.com/portal/auth?${query}`);
  const redeem = () =>
    ask(tiktok, `${API}/oauth2/access_token/`, {
      json: { app_id: clientId, secret: clientSecret, auth_code: back.searchParams.get("auth_code") ?? "" },
    });
  const { body } = await redeem();
  const headers = { "access-token": textAt(body, "data.access_token") };
  const get = (path: string) => ask(tiktok, `${API}${path}`, { headers });
  const post = (path: string, json: Wire) => ask(tiktok, `${API}${path}`, { headers, json });
  const advertiser = textAt(body, "data.advertiser_ids.0");
  return { tiktok, redeem, get, post, advertiser };
}

async function withAd() {
  const world = await connected();
  const { post, get, advertiser } = world;
  const made = await post("/campaign/create/", {
    advertiser_id: advertiser,
    campaign_name: "c",
    objective_type: "REACH",
    operation_status: "DISABLE",
  });
  const campaign = textAt(made.body, "data.campaign_id");
  const group = {
    advertiser_id: advertiser,
    campaign_id: campaign,
    adgroup_name: "g",
    location_ids: ["6252001"],
    billing_event: "CPM",
    optimization_goal: "REACH",
    budget_mode: "BUDGET_MODE_DAY",
    budget: 20.5,
    schedule_type: "SCHEDULE_FROM_NOW",
    schedule_start_time: "2026-11-02 12:00:00",
  };
  const adgroup = textAt((await post("/adgroup/create/", group)).body, "data.adgroup_id");
  const identity = textAt(
    (await get(`/identity/get/?advertiser_id=${advertiser}`)).body,
    "data.identity_list.0.identity_id",
  );
  const video = textAt(
    (
      await post("/file/video/ad/upload/", {
        advertiser_id: advertiser,
        upload_type: "UPLOAD_BY_URL",
        video_url: "https://a.example/v.mp4",
      })
    ).body,
    "data.0.video_id",
  );
  const creative = { ad_name: "a", identity_type: "CUSTOMIZED_USER", identity_id: identity, video_id: video };
  const ads = await post("/ad/create/", { advertiser_id: advertiser, adgroup_id: adgroup, creatives: [creative] });
  return { ...world, campaign, group, adgroup, ad: textAt(ads.body, "data.ad_ids.0") };
}

test("the HTTP status is always 200, and the code gives the result", async () => {
  const { redeem, get, post, advertiser, tiktok } = await withAd();
  const codes = [
    await redeem(),
    await get("/campaign/get"),
    await get("/campaign/get/?advertiser_id=1"),
    await post("/campaign/create/", {
      advertiser_id: advertiser,
      campaign_name: "x",
      objective_type: "REACH",
      budget_mode: "BUDGET_MODE_DAY",
      budget: 49,
    }),
  ];
  tiktok.controls.throttle("GET /open_api/v1.3/campaign/get/");
  codes.push(await get(`/campaign/get/?advertiser_id=${advertiser}`));
  tiktok.controls.revokeConsent();
  codes.push(await get(`/campaign/get/?advertiser_id=${advertiser}`));
  expect(codes.map(({ status, body }) => [status, body.code])).toEqual(
    [40_110, 40_002, 40_001, 40_002, 40_100, 40_105].map((code) => [200, code]),
  );
});

test("if part of a batch is gone the rest is done, and deleted entities are in no list", async () => {
  const { post, get, advertiser, campaign } = await withAd();
  const change = { advertiser_id: advertiser, campaign_ids: [campaign, "9"], operation_status: "DELETE" };
  expect((await post("/campaign/status/update/", change)).body.code).toBe(20_001);
  expect(at((await get(`/campaign/get/?advertiser_id=${advertiser}`)).body, "data.list")).toEqual([]);
});

test("a group delivers by its account's day once it is reviewed, in decimals as text", async () => {
  const { post, get, advertiser, campaign, adgroup, ad, tiktok } = await withAd();
  expect(BigInt(campaign)).toBeGreaterThan(2n ** 53n);
  await post("/campaign/status/update/", {
    advertiser_id: advertiser,
    campaign_ids: [campaign],
    operation_status: "ENABLE",
  });
  const state = async () =>
    at((await get(`/ad/get/?advertiser_id=${advertiser}`)).body, "data.list.0.secondary_status");
  expect(await state()).toBe("AD_STATUS_AUDIT");
  tiktok.controls.advance(3 * DAY_MS);
  expect(await state()).toBe("AD_STATUS_DELIVERY_OK");
  const query = new URLSearchParams({
    advertiser_id: advertiser,
    report_type: "BASIC",
    data_level: "AUCTION_ADGROUP",
    dimensions: '["adgroup_id","stat_time_day"]',
    metrics: '["spend","impressions"]',
    start_date: "2026-11-02",
    end_date: "2026-11-04",
  });
  const { body } = await get(`/report/integrated/get/?${query}`);
  expect(at(body, "data.list.1.dimensions")).toEqual({ adgroup_id: adgroup, stat_time_day: "2026-11-03 00:00:00" });
  expect(textAt(body, "data.list.1.metrics.spend")).toMatch(/^(1\d|20)\.\d\d$/);
  tiktok.controls.holdCreative(ad, "synthetic: not allowed here");
  expect(await state()).toBe("AD_STATUS_AUDIT_DENY");
  query.set("end_date", "2026-12-02");
  expect((await get(`/report/integrated/get/?${query}`)).body.code).toBe(40_002);
});
