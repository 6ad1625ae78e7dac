import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { after, DAY_MS, dayOf } from "../../../ground/kernel/clock.ts";
import { startGoogle } from "../../../main/sandbox/providers/google/start-google.ts";
import { serveFiles } from "../file-server.fixture.ts";
import { boughtBy, buyOf, callOf, type Journey, openJourney } from "../journey.fixture.ts";

let journey: Journey;
beforeAll(async () => {
  journey = await openJourney("google", startGoogle);
});
afterAll(() => journey.close());

const DISPLAY = { productId: "google:display:1", pricingOptionId: "vcpm", bidPrice: "5" };
const DEMAND_GEN = { productId: "google:demand_gen:1", pricingOptionId: "cpc", bidPrice: "0.75" };
const MUTATE = "POST /v26/customers/{customer}/googleAds:mutate";

const bought = async () => {
  const outcome = await boughtBy(journey.agent(), buyOf(DISPLAY, DEMAND_GEN));
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
  return outcome.mediaBuy;
};
const clean = () => {
  const { ledger } = journey.simulated;
  expect(ledger.twice()).toEqual([]);
  expect(ledger.orphans()).toEqual([]);
  expect(ledger.enabledUnread()).toEqual([]);
  expect(ledger.childless("campaign")).toEqual([]);
};

test("a seller connects, the managers' tree is listed, and the products are offered", async () => {
  const accounts = await journey.connected();
  const managers = accounts.filter(({ accountType }) => accountType === "organization");
  expect(managers).toHaveLength(2);
  expect(accounts.filter(({ accountType }) => accountType === "advertiser")).toHaveLength(7);
  const { products } = await journey.agent().getProducts({ brief: "banner on websites" }, callOf());
  expect(products.map(({ productId }) => productId)).toEqual([
    "google:display:1",
    "google:demand_gen:1",
    "google:demand_gen_video:1",
  ]);
});

test("a buy of two packages is created in one call, read back, and enabled by one more", async () => {
  const { ledger } = journey.simulated;
  expect((await bought()).status).toBe("pending_creatives");
  expect(ledger.callsOf(MUTATE)).toHaveLength(2);
  expect([ledger.count("created", "campaign"), ledger.count("created", "ad_group")]).toEqual([2, 2]);
  expect(ledger.living("campaign_criterion")).toHaveLength(1);
  expect(ledger.living("ad_group_criterion")).toHaveLength(1);
  clean();
});

test.each(["lost", "cut"] as const)(
  "after a reply that was %s the result is looked up, and nothing exists twice",
  async (way) => {
    const { ledger, controls } = journey.simulated;
    const before = ledger.count("created", "campaign");
    // The creation and the enabling, one after the other.
    if (way === "lost") controls.loseReply(MUTATE, 2);
    else controls.cutReply(MUTATE, 2);
    await bought();
    expect(ledger.count("created", "campaign") - before).toBe(2);
    clean();
  },
);

test("a refused budget is reported in our words, with Google's minimum, and nothing is left behind", async () => {
  const { ledger } = journey.simulated;
  const before = ledger.count("created");
  const request = buyOf(DISPLAY);
  const [part] = request.packages;
  if (!part) throw new Error("a buy has a package");
  const outcome = await boughtBy(journey.agent(), { ...request, packages: [{ ...part, budget: "0.5" }] });
  expect(outcome).toMatchObject({
    kind: "rejected",
    errors: [
      {
        code: "BUDGET_TOO_LOW",
        message: expect.stringContaining("Google Ads: the budget is below Google's minimum"),
        details: { minimum: { amount: "1", currency: "USD" } },
      },
    ],
  });
  expect(ledger.count("created")).toBe(before);
});

test("budgets, dates, locations and pauses change in one call; a cancelled buy is removed", async () => {
  const { mediaBuyId, packages } = await bought();
  const [first, second] = packages.map(({ packageId }) => packageId);
  const agent = journey.agent();
  const changed = await agent.updateMediaBuy(
    {
      idempotencyKey: randomUUID(),
      mediaBuyId,
      endTime: after(new Date(), 20 * DAY_MS),
      packages: [
        { packageId: first ?? "", budget: "2000.5", targeting: { geo_countries: ["DE", "FR"] }, bidPrice: "6" },
        { packageId: second ?? "", paused: true },
      ],
    },
    callOf(),
  );
  expect(changed).toMatchObject({ kind: "done", mediaBuy: { packages: [{ budget: "2000.5" }, { paused: true }] } });
  journey.simulated.controls.loseReply(MUTATE, 1);
  const cancel = { idempotencyKey: randomUUID(), mediaBuyId, canceled: true };
  let outcome = await agent.updateMediaBuy(cancel, callOf());
  for (let asked = 0; outcome.kind === "submitted" && asked < 8; asked += 1)
    outcome = await agent.updateMediaBuy(cancel, callOf());
  expect(outcome).toMatchObject({ kind: "done", mediaBuy: { status: "canceled" } });
  clean();
});

const spot = (creativeId: string, name: string, url: string) => ({
  creativeId,
  name,
  manifest: {
    format_kind: "image",
    assets: {
      image: { asset_type: "image", url },
      headline: { asset_type: "text", content: "Go outside" },
      click: { asset_type: "url", url_type: "clickthrough", url: "https://acme.example/spring" },
    },
  },
});

test("a creative is refused by policy, replaced and approved; days are delivered in the account's time zone, and restated", async () => {
  const { controls } = journey.simulated;
  const outcome = await boughtBy(journey.agent(), buyOf(DISPLAY));
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
  const { mediaBuyId, packages } = outcome.mediaBuy;
  const packageId = packages[0]?.packageId ?? "";
  const files = await serveFiles();
  const now = () => controls.now();
  const show = async (creativeId: string, name: string) => {
    const named = { mediaBuyId, packages: [{ packageId, creativeIds: [creativeId] }] };
    const creatives = [spot(creativeId, name, files.address("spot.png"))];
    const [shown] = await journey
      .agent()
      .syncCreatives({ idempotencyKey: randomUUID(), ...named, creatives }, callOf({ now: now() }));
    await journey.agent().updateMediaBuy({ idempotencyKey: randomUUID(), ...named }, callOf({ now: now() }));
    return shown;
  };
  const standing = async () =>
    (await journey.agent().getMediaBuys({ mediaBuyIds: [mediaBuyId] }, callOf({ now: now() })))[0];

  controls.refuseCreative({ name: "Loud" }, "MISLEADING_CLAIM");
  expect(await show("loud", "Loud's")).toMatchObject({ approval: "pending_review" });
  controls.advance(2 * 3_600_000);
  expect(await standing()).toMatchObject({
    status: "pending_creatives",
    waitingFor: "Google refused the ad: misleading claim",
  });
  controls.loseReply(MUTATE, 1);
  await show("calm", "Calm");
  expect(await show("calm", "Calm")).toMatchObject({ approval: "pending_review" });
  controls.advance(2 * 3_600_000);
  expect(await standing()).toMatchObject({ status: "pending_start" });

  controls.advance(6 * DAY_MS);
  expect(await standing()).toMatchObject({ status: "active" });
  const days = { startDay: dayOf(after(now(), -6 * DAY_MS)), endDay: dayOf(now()) };
  const read = () =>
    journey.agent().getMediaBuyDelivery({ mediaBuyIds: [mediaBuyId], ...days }, callOf({ now: now() }));
  const first = await read();
  expect(first).toMatchObject({ currency: "USD", timeZone: "America/New_York" });
  // A day that is over in the account's time zone, because a current day has more each hour, whatever is corrected.
  const over = dayOf(after(now(), -DAY_MS / 2));
  const open = first.rows.findLast(({ day, impressions, final }) => impressions > 0 && !final && day < over);
  expect(open).toMatchObject({ packageId, spend: expect.stringMatching(/^\d+(\.\d\d?)?$/) });
  controls.restate(open?.day ?? "", 500);
  controls.advance(3_600_000);
  const again = (await read()).rows.find(({ day }) => day === open?.day);
  expect(again?.impressions).toBeLessThan(open?.impressions ?? 0);
  files.close();
  clean();
});
