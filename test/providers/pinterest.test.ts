import { expect, test } from "vitest";
import { DAY_MS } from "../../src/ground/kernel/clock.ts";
import { SCOPES, startPinterest } from "../../src/main/sandbox/providers/pinterest/start-pinterest.ts";
import { at, started, textAt } from "./ask.ts";
import { connect } from "./connect.ts";

const API = "https://api.pinterest.com/v5";

async function connected() {
  const pinterest = await started(startPinterest);
  const connection = await connect(pinterest, {
    authorize: "https://www.pinterest.com/oauth/",
    token: `${API}/oauth/token`,
    basic: true,
    query: { scope: SCOPES.join(",") },
  });
  const accounts = await connection.call(`${API}/ad_accounts?page_size=2`);
  const account = textAt(accounts.body, "items.0.id");
  return { pinterest, ...connection, accounts, account, home: `${API}/ad_accounts/${account}` };
}

async function withAd() {
  const world = await connected();
  const { call, home, account } = world;
  const campaign = { ad_account_id: account, name: "c", objective_type: "AWARENESS", status: "PAUSED" };
  const campaigns = await call(`${home}/campaigns`, [campaign, { ...campaign, objective_type: "WEB_CONVERSION" }]);
  const campaignId = textAt(campaigns.body, "items.0.data.id");
  const group = {
    campaign_id: campaignId,
    name: "g",
    billable_event: "IMPRESSION",
    budget_type: "DAILY",
    budget_in_micro_currency: 40_000_000,
    bid_strategy_type: "AUTOMATIC_BID",
  };
  const groupId = textAt((await call(`${home}/ad_groups`, [group])).body, "items.0.data.id");
  const board = textAt((await call(`${API}/boards`, { name: "b" })).body, "id");
  const pin = textAt(
    (
      await call(`${API}/pins`, {
        board_id: board,
        title: "p",
        link: "https://a.example/",
        media_source: { source_type: "image_url", url: "https://a.example/i.png" },
      })
    ).body,
    "id",
  );
  const ads = await call(`${home}/ads`, [{ ad_group_id: groupId, pin_id: pin, creative_type: "REGULAR", name: "ad" }]);
  return { ...world, campaigns, campaignId, groupId, adId: textAt(ads.body, "items.0.data.id") };
}

test("a refresh token is valid for 60 days from each refresh, and each refresh returns another", async () => {
  const { tokens, refresh, pinterest } = await connected();
  expect(at(tokens.body, "refresh_token_expires_in")).toBe(60 * 86_400);
  pinterest.controls.advance(59 * DAY_MS);
  expect((await refresh()).body.refresh_token).not.toBe(tokens.body.refresh_token);
  pinterest.controls.advance(59 * DAY_MS);
  expect((await refresh()).status).toBe(200);
  pinterest.controls.advance(61 * DAY_MS);
  expect((await refresh()).body).toMatchObject({ code: 283 });
});

test("bookmarks lead through all accounts", async () => {
  const { accounts, call } = await connected();
  const second = await call(`${API}/ad_accounts?page_size=250&bookmark=${textAt(accounts.body, "bookmark")}`);
  expect([at(second.body, "items.length"), second.body.bookmark]).toEqual([5, null]);
});

test("a part of a batch can fail within a 200", async () => {
  const { campaigns, call, home, groupId, campaignId } = await withAd();
  expect([campaigns.status, at(campaigns.body, "items.1.data")]).toEqual([200, null]);
  expect(textAt(campaigns.body, "items.1.exceptions.0.message")).toContain("objective_type");
  const frozen = await call(`${home}/ad_groups`, [{ id: groupId, billable_event: "CLICKTHROUGH" }], "PATCH");
  expect(textAt(frozen.body, "items.0.exceptions.0.message")).toContain("billable_event");
  expect((await call(`${home}/campaigns`, { id: campaignId }, "PATCH")).status).toBe(400);
});

test("an ad runs after its review, and UTC days are reported in micros", async () => {
  const { call, home, campaignId, groupId, adId, pinterest } = await withAd();
  await call(`${home}/campaigns`, [{ id: campaignId, status: "ACTIVE" }], "PATCH");
  expect((await call(`${home}/ads/${adId}`)).body.review_status).toBe("PENDING");
  pinterest.controls.advance(2 * DAY_MS);
  expect((await call(`${home}/ads/${adId}`)).body.review_status).toBe("APPROVED");
  const query = `start_date=2026-11-02&end_date=2026-11-03&granularity=DAY&columns=SPEND_IN_MICRO_DOLLAR&ad_group_ids=${groupId}`;
  const { body } = await call(`${home}/ad_groups/analytics?${query}`);
  expect(at(body, "1")).toMatchObject({ AD_GROUP_ID: groupId, DATE: "2026-11-03" });
  expect(Number(at(body, "1.SPEND_IN_MICRO_DOLLAR"))).toBeGreaterThan(30_000_000);
  expect((await call(`${home}/ad_groups/analytics?${query.replace("2026-11-02", "2026-01-02")}`)).status).toBe(400);
});
