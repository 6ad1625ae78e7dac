import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SellerUnreachable } from "../../ground/seller-agent/index.ts";
import { type CampaignFixture, type Market, ok, openCampaignFixture, openMarket, Shop } from "./campaigns.fixture.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

const steps = {
  execute: (desk: CampaignFixture, id: string) => desk.execute(id),
  pause: (desk: CampaignFixture, id: string) => desk.buyer.post(`/buyer/campaigns/${id}/pause`),
  reactivate: (desk: CampaignFixture, id: string) => desk.buyer.post(`/buyer/campaigns/${id}/reactivate`),
  change: (desk: CampaignFixture, id: string) => desk.buyer.put(`/buyer/campaigns/${id}`, { name: "Renamed" }),
  delete: (desk: CampaignFixture, id: string) => desk.buyer.delete(`/buyer/campaigns/${id}`),
};
type Step = keyof typeof steps;

/** A campaign that reached a status automatically. */
const reach = {
  DRAFT: async () => undefined,
  ACTIVE: async (desk: CampaignFixture, id: string) => void ok(await steps.execute(desk, id)),
  PAUSED: async (desk: CampaignFixture, id: string) => {
    ok(await steps.execute(desk, id));
    ok(await steps.pause(desk, id));
  },
  COMPLETED: async (desk: CampaignFixture, id: string) => {
    ok(await steps.execute(desk, id));
    ok(await desk.buyer.post("/sandbox/clock", { days: 20 }));
  },
  ARCHIVED: async (desk: CampaignFixture, id: string) => void ok(await steps.delete(desk, id)),
};
type State = keyof typeof reach;

const TAKEN: readonly [State, Step, State][] = [
  ["DRAFT", "execute", "ACTIVE"],
  ["DRAFT", "change", "DRAFT"],
  ["DRAFT", "delete", "ARCHIVED"],
  ["ACTIVE", "execute", "ACTIVE"],
  ["ACTIVE", "pause", "PAUSED"],
  ["ACTIVE", "change", "ACTIVE"],
  ["PAUSED", "reactivate", "ACTIVE"],
  ["PAUSED", "change", "PAUSED"],
  ["PAUSED", "delete", "ARCHIVED"],
  ["COMPLETED", "delete", "ARCHIVED"],
  ["ARCHIVED", "delete", "ARCHIVED"],
];

test.each(TAKEN)("%s takes %s and is %s", async (from, step, to) => {
  const shop = new Shop("a");
  const desk = await openCampaignFixture(market, shop);
  const id = await desk.plan(["a"]);
  await reach[from](desk, id);
  expect((await desk.read(id)).status).toBe(from);
  expect((await steps[step](desk, id)).status).toBe(step === "delete" ? 204 : 200);
  expect((await desk.read(id)).status).toBe(to);
  expect(shop.created.length).toBeLessThanOrEqual(1);
});

test("buys that are paused when their campaign is deleted never run again, and can be canceled", async () => {
  const shop = new Shop("a");
  const desk = await openCampaignFixture(market, shop);
  const id = await desk.plan(["a"]);
  await reach.PAUSED(desk, id);
  const [{ mediaBuyId }] = (await desk.read(id)).mediaBuys;
  ok(await steps.delete(desk, id));
  expect(await desk.buyer.post(`/buyer/media-buys/${mediaBuyId}/reactivate`)).toMatchObject({
    status: 409,
    error: { message: expect.stringContaining(`/media-buys/${mediaBuyId}/cancel`) },
  });
  expect((await desk.read(id)).mediaBuys).toMatchObject([{ status: "PAUSED" }]);
  const canceled = ok(await desk.buyer.post(`/buyer/media-buys/${mediaBuyId}/cancel`));
  expect(canceled).toMatchObject({ newStatus: "CANCELED", success: true });
});

const REFUSED: readonly [State, Step][] = [
  ["DRAFT", "pause"],
  ["DRAFT", "reactivate"],
  ["ACTIVE", "reactivate"],
  ["PAUSED", "pause"],
  ["COMPLETED", "execute"],
  ["COMPLETED", "pause"],
  ["COMPLETED", "reactivate"],
  ["COMPLETED", "change"],
  ["ARCHIVED", "execute"],
  ["ARCHIVED", "pause"],
  ["ARCHIVED", "reactivate"],
  ["ARCHIVED", "change"],
];

test.each(REFUSED)("%s refuses %s, names its status, and stays", async (from, step) => {
  const desk = await openCampaignFixture(market, new Shop("a"));
  const id = await desk.plan(["a"]);
  await reach[from](desk, id);
  const before = await desk.read(id);
  const { status, error } = await steps[step](desk, id);
  expect({ status, code: error?.code }).toEqual({ status: 400, code: "INVALID_STATE" });
  expect(error?.message).toContain(from);
  expect(await desk.read(id)).toEqual(before);
});

describe("pausing", () => {
  test("pauses every running buy, and reactivating lets them run again", async () => {
    const shops = [new Shop("a"), new Shop("b")];
    const desk = await openCampaignFixture(market, ...shops);
    const id = await desk.plan(["a", "b"]);
    await desk.execute(id);
    const paused = (await steps.pause(desk, id)).data;
    expect(paused).toMatchObject({
      campaignId: id,
      campaignName: "Spring",
      previousStatus: "ACTIVE",
      newStatus: "PAUSED",
      success: true,
      totalMediaBuys: 2,
      successCount: 2,
      failureCount: 0,
      mediaBuyResults: [{ previousStatus: "ACTIVE", success: true }, { success: true }],
    });
    expect(paused).not.toHaveProperty("errors");
    expect((await desk.read(id)).mediaBuys).toMatchObject([{ status: "PAUSED" }, { status: "PAUSED" }]);
    expect((await steps.reactivate(desk, id)).data).toMatchObject({
      newStatus: "ACTIVE",
      success: true,
      successCount: 2,
    });
    expect((await desk.read(id)).mediaBuys).toMatchObject([{ status: "ACTIVE" }, { status: "ACTIVE" }]);
  });

  test("one buy that does not follow is reported, and does not hold up the campaign or the others", async () => {
    const [good, mute] = [new Shop("good"), new Shop("mute")];
    mute.update = async () => {
      throw new SellerUnreachable("mute", "timeout", "no answer in time");
    };
    const desk = await openCampaignFixture(market, good, mute);
    const id = await desk.plan(["good", "mute"]);
    await desk.execute(id);
    const { status, data } = await steps.pause(desk, id);
    expect({ status, ...data }).toMatchObject({
      status: 200,
      newStatus: "PAUSED",
      success: false,
      successCount: 1,
      failureCount: 1,
    });
    expect(data.errors).toMatchObject([{ salesAgentId: mute.agentId, message: expect.stringContaining("no answer") }]);
    expect((await desk.read(id)).status).toBe("PAUSED");
  });

  test("a seller that is still deciding is waited for, and the response says so", async () => {
    const shop = new Shop("a");
    shop.create = async () => ({ kind: "submitted", taskId: "task-1", message: null });
    const desk = await openCampaignFixture(market, shop);
    const id = await desk.plan(["a"]);
    await desk.execute(id);
    const { data } = await steps.pause(desk, id);
    expect(data).toMatchObject({ success: true, totalMediaBuys: 0, warnings: [expect.stringContaining("decided")] });
  });

  test("executing a paused campaign buys what is new and resumes nothing", async () => {
    const shop = new Shop("a", "b");
    const desk = await openCampaignFixture(market, shop);
    const id = await desk.plan([{ productId: "a", budget: 500 }]);
    await reach.PAUSED(desk, id);
    expect((await desk.execute(id)).data).toMatchObject({ newStatus: "PAUSED", reason: "no_media_buys_to_execute" });
    const { discoveryId } = await desk.read(id);
    const products = [{ productId: "b", budget: 500 }];
    shop.status = "active";
    ok(await desk.buyer.post(`/buyer/discovery/${discoveryId}/products`, { products }));
    expect((await desk.execute(id)).data).toMatchObject({ previousStatus: "PAUSED", newStatus: "ACTIVE" });
    const { mediaBuys } = await desk.read(id);
    expect(mediaBuys.map(({ status }: { status: string }) => status).sort()).toEqual(["ACTIVE", "PAUSED"]);
  });
});

test("a campaign whose buys may still spend is not archived, and the response says what to do first", async () => {
  const desk = await openCampaignFixture(market, new Shop("a"));
  const id = await desk.plan(["a"]);
  await desk.execute(id);
  const { status, error } = await steps.delete(desk, id);
  expect({ status, code: error?.code }).toEqual({ status: 409, code: "CONFLICT" });
  expect(error?.message).toMatch(/pause the campaign, or cancel/);
  const [{ mediaBuyId }] = (await desk.read(id)).mediaBuys;
  ok(await desk.buyer.put(`/buyer/campaigns/${id}`, { mediaBuys: [{ mediaBuyId, action: "cancel" }] }));
  expect((await steps.delete(desk, id)).status).toBe(204);
});

test("a campaign is completed when its flight is over and its last buy is done, and not before", async () => {
  const shop = new Shop("a");
  const desk = await openCampaignFixture(market, shop);
  const id = await desk.plan(["a"]);
  await desk.execute(id);
  ok(await desk.buyer.post("/sandbox/clock", { to: "2026-05-08T23:00:00.000Z" }));
  expect((await desk.read(id)).status).toBe("ACTIVE");
  const { happened } = ok(await desk.buyer.post("/sandbox/clock", { days: 20 }));
  expect(happened.filter(({ step }: { step: string }) => step === "campaigns.complete")).toMatchObject([
    { subject: `campaign ${id}`, error: null },
  ]);
  expect(await desk.read(id)).toMatchObject({ status: "COMPLETED", why: null });
});

describe("polling the sellers for the status of media buys", () => {
  const ask = (desk: CampaignFixture, id: string) => desk.buyer.get(`/buyer/campaigns/${id}/media-buy-status`);

  test("reports what has changed, and leaves drafts and finished buys alone", async () => {
    const [good, bad, mute] = [new Shop("good"), new Shop("bad"), new Shop("mute")];
    good.create = async () => ({ kind: "submitted", taskId: "task-1", message: null });
    const errors = [{ code: "POLICY_VIOLATION", message: "no", field: null, recovery: "terminal" as const }];
    bad.create = async () => ({ kind: "rejected", errors });
    mute.create = async () => {
      throw new SellerUnreachable("mute", "timeout", "no answer in time");
    };
    const desk = await openCampaignFixture(market, good, bad, mute);
    const id = await desk.plan(["good", "bad", "mute"]);
    await desk.execute(id);
    good.task = async () => ({ kind: "done", mediaBuy: good.standing("seller-1") });
    const { status, data } = await ask(desk, id);
    expect({ status, ...data }).toMatchObject({
      status: 200,
      campaign_id: id,
      campaign_status: "ACTIVE",
      operational_status: "attention_required",
      agents_queried: 1,
      errors: [],
      has_upstream_media_buy: true,
      has_delivery: false,
    });
    const sent = data.media_buys.filter(({ updated }: { updated: boolean }) => updated);
    expect(sent).toMatchObject([
      {
        adcp_media_buy_id: "seller-1",
        internal_status: "ACTIVE",
        adcp_status: "active",
        previous_internal_status: "PENDING_APPROVAL",
        previous_adcp_status: null,
      },
    ]);
    expect(data.media_buys).toHaveLength(3);
    const sources = data.media_buys.map((one: { status_refresh_source: string }) => one.status_refresh_source);
    expect(sources.sort()).toEqual(["direct_agent", "not_submitted", "persisted_terminal"]);
    const undone = data.media_buys.find((one: { internal_status: string }) => one.internal_status === "DRAFT");
    expect(undone).toMatchObject({
      operational_status: "not_submitted",
      pending_reason: "forward_failed_retrying",
      error_code: "source_unavailable",
      error_owner: "seller",
      blockers: [expect.stringContaining("no answer in time")],
    });
    expect((await desk.read(id)).mediaBuys).toContainEqual(expect.objectContaining({ status: "ACTIVE" }));
  });

  test("asks no seller twice within 30 seconds, and returns its last answer", async () => {
    const shop = new Shop("a");
    const desk = await openCampaignFixture(market, shop);
    const id = await desk.plan(["a"]);
    await desk.execute(id);
    expect((await ask(desk, id)).data).toMatchObject({ agents_queried: 1 });
    shop.status = "paused";
    expect((await ask(desk, id)).data).toMatchObject({
      agents_queried: 0,
      media_buys: [{ internal_status: "ACTIVE" }],
    });
    market.clock.set(new Date(market.clock.now().getTime() + 30_000));
    expect((await ask(desk, id)).data).toMatchObject({
      agents_queried: 1,
      media_buys: [{ internal_status: "PAUSED" }],
    });
  });

  test("answers even if a seller does not, and says which one", async () => {
    const shop = new Shop("a");
    const desk = await openCampaignFixture(market, shop);
    const id = await desk.plan(["a"]);
    await desk.execute(id);
    shop.beforeAnswering = async () => {
      throw new SellerUnreachable("a", "unreachable", "the line is dead");
    };
    const [{ mediaBuyId }] = (await desk.read(id)).mediaBuys;
    expect((await ask(desk, id)).data).toMatchObject({
      media_buys: [{ media_buy_id: mediaBuyId, internal_status: "ACTIVE", updated: false }],
      errors: [{ media_buy_id: mediaBuyId, error: expect.stringContaining("the line is dead") }],
    });
  });

  test("is a read: a campaign of somebody else is missing", async () => {
    const desk = await openCampaignFixture(market);
    expect((await ask(desk, "cmp_missing")).status).toBe(404);
  });
});
