import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS } from "../../src/ground/kernel/clock.ts";
import { startSpotify } from "../../src/main/sandbox/providers/spotify/start-spotify.ts";
import { ask, at, started, textAt } from "./ask.ts";
import { connect } from "./connect.ts";

const API = "https://api-partner.spotify.com/ads/v3";

async function connected() {
  const spotify = await started(startSpotify);
  const connection = await connect(spotify, {
    authorize: "https://accounts.spotify.com/authorize",
    token: "https://accounts.spotify.com/api/token",
    basic: true,
  });
  const businesses = await connection.call(`${API}/businesses`);
  const accounts = await connection.call(`${API}/businesses/${textAt(businesses.body, "businesses.0.id")}/ad_accounts`);
  return { spotify, ...connection, home: `${API}/ad_accounts/${textAt(accounts.body, "ad_accounts.0.id")}` };
}

async function withDraft() {
  const world = await connected();
  const { call, home, access, spotify } = world;
  const asset = async (type: string) => {
    const id = textAt((await call(`${home}/assets`, { asset_type: type, name: `${type} asset` })).body, "id");
    const parts = new FormData();
    parts.set("media", new Blob(["synthetic"]), "a.mp3");
    await ask(spotify, `${home}/assets/${id}/upload`, { parts, headers: { authorization: `Bearer ${access}` } });
    return id;
  };
  const campaign = textAt((await call(`${home}/drafts/campaigns`, { name: "c [oa:1]" })).body, "id");
  const set = {
    campaign_id: campaign,
    name: "set",
    start_time: "2026-11-02T12:00:00Z",
    budget: { micro_amount: 100_000_000, type: "DAILY" },
    asset_format: "AUDIO",
    category: "ADV_1_1",
    targets: { geo_targets: { country_code: "US" } },
    delivery: "OFF",
  };
  const setId = textAt((await call(`${home}/drafts/ad_sets`, set)).body, "id");
  const ad = {
    name: "ad",
    ad_set_id: setId,
    advertiser_name: "Synthetic",
    assets: { asset_id: await asset("AUDIO"), logo_asset_id: await asset("IMAGE") },
    call_to_action: { key: "LEARN_MORE", clickthrough_url: "https://a.example/" },
  };
  const adId = textAt((await call(`${home}/drafts/ads`, ad)).body, "id");
  const version = async () =>
    textAt((await call(`${home}/drafts/campaigns/${campaign}`)).body, "draft_hierarchy_version");
  const act = async (action: string, known?: string) =>
    call(`${home}/drafts/campaigns/${campaign}`, { action, draft_hierarchy_version: known ?? (await version()) });
  const complete = async () =>
    call(`${home}/drafts/ads/${adId}`, { assets: { ...ad.assets, companion_asset_id: await asset("IMAGE") } }, "PATCH");
  return { ...world, campaign, setId, adId, version, act, complete };
}

test("a refresh token is only returned if it was rotated, and tokens need no scope", async () => {
  const { refresh, tokens } = await connected();
  expect(at(tokens.body, "expires_in")).toBe(3_600);
  expect((await refresh()).body.refresh_token).toBeUndefined();
  expect((await refresh()).body.refresh_token).toBeDefined();
  expect((await refresh()).status).toBe(200);
});

test("a draft is validated under its latest version, and goes live as a whole", async () => {
  const { act, version, complete, call, home, campaign, adId, spotify } = await withDraft();
  const before = await version();
  const invalid = await act("VALIDATE");
  expect([invalid.status, at(invalid.body, "validation_errors.0.validation_entity_id")]).toEqual([400, adId]);
  await complete();
  expect((await act("PUBLISH", before)).status).toBe(409);
  expect((await act("VALIDATE")).status).toBe(200);
  expect(spotify.ledger.count("created", "campaign")).toBe(0);
  spotify.controls.loseReply("POST /ads/v3/ad_accounts/{account}/drafts/campaigns/{id}");
  await expect(act("PUBLISH")).rejects.toThrow("fetch failed");
  expect(at((await call(`${home}/campaigns?name=${encodeURIComponent("[oa:1]")}`)).body, "campaigns.0.id")).toBe(
    campaign,
  );
  expect(spotify.ledger.twice("campaign")).toEqual([]);
});

test("an ad set that is switched on delivers by UTC days, in major units in aggregates", async () => {
  const { act, complete, call, home, setId, spotify, refresh } = await withDraft();
  await complete();
  await act("PUBLISH");
  await call(`${home}/ad_sets/${setId}`, { delivery: "ON" }, "PATCH");
  expect(spotify.ledger.enabledUnread().map(({ what }) => what)).toEqual(["ad_set", "ad"]);
  spotify.controls.advance(2 * DAY_MS + HOUR_MS);
  await refresh();
  const query =
    "entity_type=AD_SET&fields=IMPRESSIONS&fields=SPEND&granularity=DAY&report_start=2026-11-02T00:00:00Z&report_end=2026-11-04T00:00:00Z";
  const { body } = await call(`${home}/aggregate_reports?${query}`);
  expect(at(body, "rows.1.start_time")).toBe("2026-11-03T00:00:00Z");
  expect(Number(at(body, "rows.1.stats.1.field_value"))).toBeGreaterThan(70);
  expect((await call(`${home}/aggregate_reports?${query.replace("T00:00:00Z", "T05:00:00Z")}`)).status).toBe(400);
});

test("an expired token is reported as in the guide, an invalid field as in the specification", async () => {
  const { call, home, spotify } = await connected();
  expect((await call(`${home}/campaigns`, { name: "x" })).body).toHaveProperty("error_codes.0.code", "INVALID_FIELD");
  spotify.controls.advance(HOUR_MS);
  expect((await call(`${home}/campaigns`)).body).toEqual({ error: { message: "The access token expired", code: 401 } });
});
