import { expect, test } from "vitest";
import { DAY_MS } from "../../src/ground/kernel/clock.ts";
import { SCOPES, startReddit } from "../../src/main/sandbox/providers/reddit/start-reddit.ts";
import { at, started, textAt } from "./ask.ts";
import { connect } from "./connect.ts";

const API = "https://ads-api.reddit.com/api/v3";

async function connected(query: Record<string, string> = { duration: "permanent" }) {
  const reddit = await started(startReddit);
  const connection = await connect(reddit, {
    authorize: "https://www.reddit.com/api/v1/authorize",
    token: "https://www.reddit.com/api/v1/access_token",
    basic: true,
    headers: { "user-agent": "interchange/test" },
    query: { scope: SCOPES.join(","), ...query },
  });
  const businesses = await connection.call(`${API}/me/businesses`);
  const accounts = await connection.call(
    `${API}/businesses/${textAt(businesses.body, "data.0.id")}/ad_accounts?page.size=2`,
  );
  return { reddit, ...connection, accounts, home: `${API}/ad_accounts/${textAt(accounts.body, "data.0.id")}` };
}

async function withAd() {
  const world = await connected();
  const { call, home } = world;
  const campaign = textAt(
    (await call(`${home}/campaigns`, { data: { name: "c", objective: "IMPRESSIONS", configured_status: "PAUSED" } }))
      .body,
    "data.id",
  );
  const group = {
    campaign_id: campaign,
    name: "g",
    bid_strategy: "BIDLESS",
    goal_type: "DAILY_SPEND",
    goal_value: 30_000_000,
  };
  const refused = await call(`${home}/ad_groups`, { data: group });
  const groupId = textAt(
    (await call(`${home}/ad_groups`, { data: { ...group, conversion_pixel_id: "px" } })).body,
    "data.id",
  );
  const profile = textAt((await call(`${home}/profiles`)).body, "data.0.id");
  const post = textAt(
    (await call(`${API}/profiles/${profile}/posts`, { data: { headline: "Look", type: "IMAGE", content: [] } })).body,
    "data.id",
  );
  const ad = textAt(
    (await call(`${home}/ads`, { data: { ad_group_id: groupId, post_id: post, name: "ad" } })).body,
    "data.id",
  );
  return { ...world, campaign, groupId, refused, ad };
}

test("without duration=permanent there is no refresh token, and a refresh may return another", async () => {
  expect((await connected({})).tokens.body.refresh_token).toBeUndefined();
  const { refresh } = await connected();
  expect((await refresh()).body.refresh_token).toBeUndefined();
  expect((await refresh()).body.refresh_token).toBeDefined();
});

test("the next page is at the given URL, and v2 is gone", async () => {
  const { accounts, call } = await connected();
  const next = await call(textAt(accounts.body, "pagination.next_url"));
  expect(at(next.body, "data.length")).toBe(2);
  expect((await call("https://ads-api.reddit.com/api/v2/me")).status).toBe(410);
});

test("an ad group needs a pixel, and errors are named by field", async () => {
  const { refused } = await withAd();
  expect([refused.status, at(refused.body, "error.fields.0.field")]).toEqual([400, "data.conversion_pixel_id"]);
});

test("an ad runs after its review; spend is in micros, values of conversions in hundredths", async () => {
  const { call, home, campaign, groupId, ad, reddit, refresh } = await withAd();
  await call(`${API}/campaigns/${campaign}`, { data: { configured_status: "ACTIVE" } }, "PATCH");
  expect(at((await call(`${API}/ads/${ad}`)).body, "data.effective_status")).toBe("PENDING_APPROVAL");
  reddit.controls.advance(2 * DAY_MS);
  await refresh();
  expect(at((await call(`${API}/ads/${ad}`)).body, "data.effective_status")).toBe("ACTIVE");
  const data = {
    starts_at: "2026-11-02T00:00:00Z",
    ends_at: "2026-11-04T00:00:00Z",
    fields: ["SPEND", "CONVERSION_PURCHASE_TOTAL_VALUE"],
    breakdowns: ["DATE", "AD_GROUP_ID"],
  };
  const { body } = await call(`${home}/reports`, { data });
  const row = at(body, "data.metrics.1");
  expect(row).toMatchObject({ date: "2026-11-03", ad_group_id: groupId });
  expect(Number(at(row, "conversion_purchase_total_value")) * 10_000).toBe(Number(at(row, "spend")) * 2);
});
