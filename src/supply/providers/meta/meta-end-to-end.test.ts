import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { after, DAY_MS, dayOf, HOUR_MS, MINUTE_MS } from "../../../ground/kernel/clock.ts";
import type { MediaBuyOutcome } from "../../../ground/seller-agent/index.ts";
import { startMeta } from "../../../main/sandbox/providers/meta/start-meta.ts";
import { accountsOf, ok } from "../providers.fixture.ts";
import { idsOf, lastDays, newBuy, openVisit, type Visit } from "../visit.fixture.ts";

let visit: Visit;
beforeAll(async () => {
  visit = await openVisit("meta", startMeta);
});
afterAll(() => visit.close());

const REACH = ["meta:awareness:1", "cpm"] as const;
const reach = (more: readonly (readonly [string, string])[] = [], budget?: string) =>
  newBuy(visit.platform.controls.now(), [REACH, ...more], budget);

/** Waits for a report, which takes a minute of Meta's time. */
async function delivered(bought: MediaBuyOutcome, days: { readonly startDay: string; readonly endDay: string }) {
  const { ledger, controls } = visit.platform;
  const begun = () => ledger.callsOf("POST /v26.0/act_{account}/insights").length;
  const before = begun();
  const answer = visit.delivered(bought, days);
  await vi.waitFor(() => expect(begun()).toBe(before + 1), 60_000);
  controls.advance(2 * MINUTE_MS);
  return answer;
}

test("a seller consents once: the token is valid for 60 days, the consent for 90, and Pages and businesses are not accounts", async () => {
  expect(await visit.connect()).toBe(200);
  const { seller } = visit.shop;
  const [row] = ok(await seller.get("/storefront/storefront-connections")).items;
  expect(row).toMatchObject({ status: "connected" });
  const inDays = (at: string) => Math.round((Date.parse(at) - Date.now()) / DAY_MS);
  expect(inDays(row.credential.expiresAt)).toBe(60);
  expect(inDays(row.connection.reauthoriseBy)).toBe(90);
  expect(row.credential.scopes).toContain("ads_management");
  const accounts = await accountsOf(seller, "storefront");
  const types = new Set(accounts.map(({ accountType }) => accountType));
  expect(types).toEqual(new Set(["organization", "publisher_identity", "advertiser"]));
  const { products } = await visit.agent().getProducts({ brief: "clicks on our website" }, visit.call());
  expect(products.map(({ productId }) => productId)).toEqual([
    "meta:traffic:1",
    "meta:awareness:1",
    "meta:video_views:1",
  ]);
});

test("a buy is a campaign with an ad set, created once, read back before it is enabled, in whole cents", async () => {
  const request = reach();
  const bought = await visit.buy(request);
  expect(bought).toMatchObject({ kind: "done", mediaBuy: { status: "pending_creatives" } });
  expect(await visit.buy(request)).toEqual(bought);
  visit.countLedger();
  expect(await visit.buy(reach([["meta:traffic:1", "cpc"]]))).toMatchObject({
    kind: "rejected",
    errors: [{ code: "UNSUPPORTED_FEATURE", field: "packages[1].product_id" }],
  });
  expect(await visit.buy(reach([], "10.001"))).toMatchObject({ errors: [{ field: "packages[0].budget" }] });
});

test.each(["POST /v26.0/act_{account}/campaigns", "POST /v26.0/act_{account}/adsets", "POST /v26.0/{id}"])(
  "after a lost reply to %s the result is looked up, and nothing exists twice",
  async (route) => {
    visit.platform.controls.loseReply(route, 1);
    expect(await visit.buy(reach())).toMatchObject({ kind: "done" });
    visit.countLedger();
  },
);

test("a pause that Meta asks for is kept, for as long as its headers say", async () => {
  visit.platform.controls.throttle("POST /v26.0/act_{account}/campaigns", 1);
  const outcome = await visit.agent().createMediaBuy(reach(), { ...visit.call(), timeoutMs: 2_000 });
  expect(outcome).toMatchObject({ kind: "submitted" });
});

test("a creative is refused with Meta's reason, replaced and approved; days are delivered, and restated until they are final", async () => {
  const { controls } = visit.platform;
  const bought = await visit.buy(reach());
  controls.refuseCreative({ name: "Loud spot" }, "Personal attributes");
  expect(await visit.show(bought, { creativeId: "loud", name: "Loud spot" })).toMatchObject({
    approval: "pending_review",
  });
  await visit.advance(2 * HOUR_MS);
  expect(await visit.standing(bought)).toMatchObject({
    status: "pending_creatives",
    waitingFor: "Meta refused the ad: policy: Personal attributes",
  });
  await visit.show(bought, { creativeId: "calm", name: "Calm spot", kind: "video" });
  await visit.advance(2 * HOUR_MS);
  expect(await visit.standing(bought)).toMatchObject({ status: "pending_start" });
  await visit.advance(6 * DAY_MS);
  expect(await visit.standing(bought)).toMatchObject({ status: "active" });

  const first = await delivered(bought, lastDays(controls.now(), 6));
  expect(first).toMatchObject({ currency: "USD", timeZone: "America/New_York" });
  // A day that is over, because a current day has more each hour, whatever is corrected.
  const over = dayOf(after(controls.now(), -DAY_MS));
  const full = first.rows.findLast(({ day, impressions }) => impressions > 0 && day < over);
  expect(full).toMatchObject({ packageId: idsOf(bought).packageId, final: false });
  expect(full?.spend).toMatch(/^\d+(\.\d{1,2})?$/);
  const day = full?.day ?? "";
  controls.restate(day, 500);
  await visit.advance(HOUR_MS);
  const again = (await delivered(bought, lastDays(controls.now(), 6))).rows.find((row) => row.day === day);
  expect(again?.impressions).toBeLessThan(full?.impressions ?? 0);
  await visit.advance(29 * DAY_MS);
  expect((await delivered(bought, { startDay: day, endDay: day })).rows).toMatchObject([{ day, final: true }]);
  visit.countLedger();
});

test("a budget, an end and a pause are changed in place, and a cancellation removes everything", async () => {
  const bought = await visit.buy(reach());
  const { mediaBuyId, packageId } = idsOf(bought);
  const change = (more: object) =>
    visit.agent().updateMediaBuy({ idempotencyKey: crypto.randomUUID(), mediaBuyId, ...more }, visit.call());
  expect(await change({ packages: [{ packageId, budget: "2000" }] })).toMatchObject({
    mediaBuy: { packages: [{ budget: "2000" }] },
  });
  expect(await change({ paused: true })).toMatchObject({ mediaBuy: { status: "paused" } });
  expect(await change({ canceled: true })).toMatchObject({ mediaBuy: { status: "canceled" } });
  visit.countLedger();
});

test("a consent revoked at Meta is reported, and one that the seller revokes is revoked at Meta", async () => {
  visit.platform.controls.revokeConsent();
  expect((await visit.buy(reach())).kind).not.toBe("done");
  const { seller } = visit.shop;
  const rows = async () => ok(await seller.get("/storefront/storefront-connections")).items;
  expect(await rows()).toMatchObject([
    { status: "error", connection: { statusReason: expect.stringContaining("connect it again") } },
  ]);
  expect(await visit.connect()).toBe(200);
  const [{ connection }] = await rows();
  ok(await seller.delete(`/storefront/storefront-connections/${connection.id}`));
  expect(visit.platform.ledger.callsOf("DELETE /v26.0/{user}/permissions")).toHaveLength(1);
});
