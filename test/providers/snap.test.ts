import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS } from "../../src/ground/kernel/clock.ts";
import type { Wire } from "../../src/main/sandbox/providers/frame/json.ts";
import { startSnap } from "../../src/main/sandbox/providers/snap/start-snap.ts";
import { ask, at, authorizationUrl, started, textAt } from "./ask.ts";
import { consentAt } from "./consent.ts";

const API = "https://adsapi.snapchat.com/v1";
const TOKEN = "https://accounts.snapchat.com/login/oauth2/access_token";
const AUTHORIZE = "https://accounts.snapchat.com/login/oauth2/authorize";

async function connected(options = {}) {
  // Real time advances a second with each reading, because no test here is about limits unless it says so.
  let wall = 0;
  const snap = await started(startSnap, { wall: { now: () => new Date((wall += 1_000)) }, ...options });
  const { clientId = "", clientSecret = "", redirectUris = [] } = snap.application ?? {};
  const secrets = { client_id: clientId, client_secret: clientSecret };
  const back = await consentAt(snap, authorizationUrl(snap, AUTHORIZE, { scope: "snapchat-marketing-api" }));
  const code = back.searchParams.get("code") ?? "";
  const redeem = () =>
    ask(snap, TOKEN, {
      form: { ...secrets, grant_type: "authorization_code", code, redirect_uri: redirectUris[0] ?? "" },
    });
  const first = (await redeem()).body;
  let latest = first;
  const call = (path: string, json?: Wire, method?: string) =>
    ask(snap, `${API}${path}`, {
      headers: { authorization: `Bearer ${textAt(latest, "access_token")}` },
      ...(json !== undefined && { json }),
      ...(method && { method }),
    });
  const refresh = (token: string) =>
    ask(snap, TOKEN, { form: { ...secrets, grant_type: "refresh_token", refresh_token: token } });
  /** Time passes, and the connection is refreshed as by an installation. */
  const pass = async (ms: number) => {
    snap.controls.advance(ms);
    latest = (await refresh(textAt(latest, "refresh_token"))).body;
  };
  const { body } = await call("/me/organizations?with_ad_accounts=true");
  const account = (index: number) => textAt(body, `organizations.0.organization.ad_accounts.${index}.id`);
  return { snap, call, pass, back, redeem, refresh, first, account };
}

const SQUAD = {
  name: "squad",
  status: "PAUSED",
  type: "SNAP_ADS",
  billing_event: "IMPRESSION",
  optimization_goal: "IMPRESSIONS",
  bid_strategy: "AUTO_BID",
  daily_budget_micro: 50_000_000,
  targeting: { geos: [{ country_code: "us" }] },
};

async function withCampaign(account = 0) {
  const world = await connected();
  const id = world.account(account);
  const made = await world.call(`/adaccounts/${id}/campaigns`, { campaigns: [{ name: "c", status: "PAUSED" }] });
  return { ...world, accountId: id, campaignId: textAt(made.body, "campaigns.0.campaign.id") };
}

async function withAd() {
  const world = await withCampaign();
  const { call, snap, accountId, campaignId } = world;
  const squad = await call(`/campaigns/${campaignId}/adsquads`, { adsquads: [SQUAD] });
  const squadId = textAt(squad.body, "adsquads.0.adsquad.id");
  const media = await call(`/adaccounts/${accountId}/media`, { media: [{ name: "m", type: "VIDEO" }] });
  const mediaId = textAt(media.body, "media.0.media.id");
  const creative = { name: "cr", type: "SNAP_AD", top_snap_media_id: mediaId, headline: "Go", brand_name: "B" };
  const early = await call(`/adaccounts/${accountId}/creatives`, { creatives: [creative] });
  const parts = new FormData();
  parts.set("file", new Blob(["synthetic"]), "a.mp4");
  const headers = { authorization: `Bearer ${textAt(world.first, "access_token")}` };
  await ask(snap, `${API}/media/${mediaId}/upload`, { parts, headers });
  const made = await call(`/adaccounts/${accountId}/creatives`, { creatives: [creative] });
  const creativeId = textAt(made.body, "creatives.0.creative.id");
  const ad = { ad_squad_id: squadId, creative_id: creativeId, name: "ad", type: "SNAP_AD", status: "ACTIVE" };
  const ads = await call(`/adsquads/${squadId}/ads`, { ads: [ad] });
  return { ...world, squadId, early, adId: textAt(ads.body, "ads.0.ad.id") };
}

test("consent returns the state and a code that can be used once", async () => {
  const { back, redeem, first, refresh } = await connected();
  expect([back.searchParams.get("state"), at(first, "expires_in")]).toEqual(["st 1", 3_600]);
  expect(await redeem()).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
  const old = textAt(first, "refresh_token");
  const { body } = await refresh(old);
  expect(textAt(body, "refresh_token")).not.toBe(old);
  expect((await refresh(old)).status).toBe(400);
});

test("nothing is sent to an address that the application does not own", async () => {
  const snap = await started(startSnap);
  const elsewhere = { scope: "snapchat-marketing-api", redirect_uri: "https://elsewhere.example/" };
  await expect(consentAt(snap, authorizationUrl(snap, AUTHORIZE, elsewhere))).rejects.toThrow("redirect_uri");
});

test("an access token expires after an hour, and all of them end with the consent", async () => {
  const { snap, call, first, refresh } = await connected();
  snap.controls.advance(HOUR_MS);
  expect((await call("/me/organizations")).status).toBe(401);
  const { body } = await refresh(textAt(first, "refresh_token"));
  snap.controls.revokeConsent();
  expect((await refresh(textAt(body, "refresh_token"))).body.error).toBe("invalid_grant");
});

test("a batch is answered with 200 whatever the results of its items", async () => {
  const { call, accountId, campaignId, snap } = await withCampaign();
  const low = { ...SQUAD, daily_budget_micro: 4_999_999 };
  const { status, body } = await call(`/campaigns/${campaignId}/adsquads`, { adsquads: [SQUAD, low] });
  expect([status, body.request_status, at(body, "adsquads.1.sub_request_status")]).toEqual([200, "PARTIAL", "ERROR"]);
  expect(textAt(body, "adsquads.1.sub_request_error_reason")).toContain("daily_budget_micro");
  const none = await call(`/campaigns/${campaignId}/adsquads`, { adsquads: [low] });
  expect([none.status, none.body.request_status]).toEqual([200, "ERROR"]);
  await call(`/adaccounts/${accountId}/campaigns`, { campaigns: [{ name: "d", status: "PAUSED", daly_budget: 1 }] });
  expect(snap.ledger.ignored.map(({ field }) => field)).toEqual(["daly_budget"]);
});

test("what was done without an answer is in the ledger, as is a duplicate", async () => {
  const { call, accountId, campaignId, snap } = await withCampaign();
  snap.controls.loseReply("POST /v1/adaccounts/{id}/campaigns");
  const again = { campaigns: [{ name: "c", status: "PAUSED" }] };
  await expect(call(`/adaccounts/${accountId}/campaigns`, again)).rejects.toThrow("fetch failed");
  expect(snap.ledger.twice("campaign")).toHaveLength(1);
  await call(`/campaigns/${campaignId}`, undefined, "DELETE");
  expect(snap.ledger.twice("campaign")).toEqual([]);
});

test("an ad waits for its review, and days are in the account's time zone and restated until they are final", async () => {
  const { call, pass, early, adId, squadId, campaignId, accountId, snap } = await withAd();
  expect(at(early.body, "creatives.0.sub_request_status")).toBe("ERROR");
  const squad = { ...SQUAD, id: squadId, status: "ACTIVE" };
  await call(`/campaigns/${campaignId}/adsquads`, { adsquads: [squad] }, "PUT");
  await call(
    `/adaccounts/${accountId}/campaigns`,
    { campaigns: [{ id: campaignId, name: "c", status: "ACTIVE" }] },
    "PUT",
  );
  expect(snap.ledger.enabledUnread().map(({ what }) => what)).toEqual(["campaign", "adsquad", "ad"]);
  expect(at((await call(`/ads/${adId}`)).body, "ads.0.ad.review_status")).toBe("PENDING");
  await pass(HOUR_MS);
  expect(at((await call(`/ads/${adId}`)).body, "ads.0.ad.review_status")).toBe("APPROVED");
  await pass(DAY_MS);
  const zone = "start_time=2026-11-02T00:00:00-05:00&end_time=2026-11-04T00:00:00-05:00";
  const stats = () => call(`/campaigns/${campaignId}/stats?granularity=DAY&fields=spend&breakdown=adsquad&${zone}`);
  const path = "timeseries_stats.0.timeseries_stat";
  const series = `${path}.breakdown_stats.adsquad.0.timeseries`;
  const early2 = Number(at((await stats()).body, `${series}.0.stats.spend`));
  await pass(3 * DAY_MS);
  const { body } = await stats();
  expect(Number(at(body, `${series}.0.stats.spend`))).toBeGreaterThan(early2);
  expect(textAt(body, `${path}.finalized_data_end_time`)).toBe("2026-11-04T00:00:00.000-05:00");
  const utc = "start_time=2026-11-02T00:00:00Z&end_time=2026-11-04T00:00:00Z";
  expect((await call(`/campaigns/${campaignId}/stats?granularity=DAY&${utc}`)).status).toBe(400);
});

test("a refused ad says why, and shows unknown values when it is disguised", async () => {
  const { call, pass, adId, snap } = await withAd();
  snap.controls.refuseCreative({ id: adId }, "synthetic: misleading claim");
  await pass(HOUR_MS);
  const { body } = await call(`/ads/${adId}`);
  expect(at(body, "ads.0.ad")).toMatchObject({
    review_status: "REJECTED",
    review_status_reasons: ["synthetic: misleading claim"],
  });
  snap.controls.disguise(adId, { review_status: "ESCALATED" });
  expect(at((await call(`/ads/${adId}`)).body, "ads.0.ad.review_status")).toBe("ESCALATED");
});

test("a token's eleventh call within a second is refused, and the headers say when to retry", async () => {
  const { snap, first } = await connected({ wall: { now: () => new Date(0) } });
  const headers = { authorization: `Bearer ${textAt(first, "access_token")}` };
  const statuses: number[] = [];
  for (let count = 0; count < 10; count++)
    statuses.push((await ask(snap, `${API}/me/organizations`, { headers })).status);
  expect(statuses.at(-1)).toBe(429);
  expect(snap.ledger.calls.at(-1)?.outcome).toBe("throttled");
});
