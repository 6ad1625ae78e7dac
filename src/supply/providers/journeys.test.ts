import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DAY_MS, dayOf, HOUR_MS } from "../../ground/kernel/clock.ts";
import { startPinterest, startReddit } from "../../main/sandbox/providers/index.ts";
import { lastDays, newBuy, openVisit, type Visit } from "./visit.fixture.ts";

const PLATFORMS = [
  {
    name: "pinterest",
    displayName: "Pinterest",
    start: startPinterest,
    makes: "POST /v5/pins",
    writes: [
      "POST /v5/ad_accounts/{account}/campaigns",
      "POST /v5/ad_accounts/{account}/ad_groups",
      "PATCH /v5/ad_accounts/{account}/campaigns",
    ],
  },
  {
    name: "reddit",
    displayName: "Reddit",
    start: startReddit,
    makes: "POST /api/v3/profiles/{profile}/posts",
    writes: [
      "POST /api/v3/ad_accounts/{account}/campaigns",
      "POST /api/v3/ad_accounts/{account}/ad_groups",
      "PATCH /api/v3/campaigns/{id}",
    ],
  },
] as const;

describe.each(PLATFORMS)("$displayName", ({ name, displayName, start, makes, writes }) => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await openVisit(name, start);
  });
  afterAll(() => visit.close());

  const reach = () => newBuy(visit.platform.controls.now(), [[`${name}:awareness:1`, "cpm"]]);

  test("a seller consents, and a buyer is offered what the account can buy", async () => {
    expect(await visit.connect()).toBe(200);
    const { products } = await visit.agent().getProducts({ brief: "awareness" }, visit.call());
    expect(products[0]).toMatchObject({ productId: `${name}:awareness:1`, countries: ["US"] });
  });

  test.each(["none", ...writes])("a buy is created once, whichever reply is lost: %s", async (route) => {
    if (route !== "none") visit.platform.controls.loseReply(route, 1);
    expect(await visit.buy(reach())).toMatchObject({ kind: "done", mediaBuy: { status: "pending_creatives" } });
    visit.countLedger();
  });

  test("a creative is refused with the platform's reason, replaced and approved; a day is delivered, and restated until it is final", async () => {
    const { controls, ledger } = visit.platform;
    const bought = await visit.buy(reach());
    controls.refuseCreative({ name: "Loud spot" }, "MISLEADING_CLAIM");
    controls.loseReply(makes, 1);
    await visit.show(bought, { creativeId: "loud", name: "Loud spot" });
    await visit.advance(2 * HOUR_MS);
    const refused = { waitingFor: `${displayName} refused the ad: misleading claim` };
    expect(await visit.standing(bought)).toMatchObject(refused);
    await visit.show(bought, { creativeId: "calm", name: "Calm spot" });
    await visit.advance(4 * DAY_MS);
    expect(await visit.standing(bought)).toMatchObject({ status: "active" });
    const first = await visit.delivered(bought, lastDays(controls.now(), 6));
    expect(first).toMatchObject({ currency: "USD", timeZone: "UTC" });
    // A day that is over, because a current day has more each hour, whatever is corrected.
    const today = dayOf(controls.now());
    const full = first.rows.findLast(({ day, impressions, final }) => impressions > 0 && !final && day < today);
    const day = full?.day ?? "";
    controls.restate(day, 500);
    await visit.advance(HOUR_MS);
    const again = (await visit.delivered(bought, lastDays(controls.now(), 6))).rows.find((row) => row.day === day);
    expect(again?.impressions).toBeLessThan(full?.impressions ?? 0);
    expect(Number(again?.spend)).toBeGreaterThan(0);
    await visit.advance(6 * DAY_MS);
    const settled = await visit.delivered(bought, { startDay: day, endDay: day });
    expect(settled.rows).toMatchObject([{ day, final: true }]);
    expect(ledger.callsOf(makes).length).toBeGreaterThan(0);
    visit.countLedger();
  });
});
