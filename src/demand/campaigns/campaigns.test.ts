import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FLIGHT_DATES, type Market, ok, openCampaignFixture, openMarket, SETTINGS, Shop } from "./campaigns.fixture.ts";
import { CampaignChangeBody } from "./schema.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

test("a campaign is returned as it was written, as a draft that says what it is waiting for", async () => {
  const desk = await openCampaignFixture(market, new Shop("a", "b"));
  const discoveryId = await desk.discover([]);
  const budget = { total: 1000.25, dailyCap: 100.5, pacing: "ASAP" };
  const body = {
    advertiserId: Number(desk.advertiserId),
    name: "Spring",
    flightDates: FLIGHT_DATES,
    budget,
    ...SETTINGS,
  };
  const made = await desk.buyer.post("/buyer/campaigns", { ...body, discoveryId, productIds: ["b", "a"], unknown: 1 });
  expect(made).toMatchObject({
    status: 201,
    data: {
      campaign: {
        ...SETTINGS,
        advertiserId: desk.advertiserId,
        status: "DRAFT",
        flightDates: FLIGHT_DATES,
        budget: { ...budget, currency: "USD" },
        allocatedBudget: 0,
        unallocatedBudget: 1000.25,
        discoveryId,
        productCount: 2,
        products: [{ productId: "b" }, { productId: "a" }],
        mediaBuys: [],
        why: { waitingOn: "buyer", nextStep: "execute it" },
      },
    },
  });
  expect(await desk.read(made.data.campaign.campaignId)).toEqual(made.data.campaign);
});

test("a catalog is named by its number, by the number as text or by its shown id; null means none", () => {
  const read = (catalogId: unknown) => CampaignChangeBody.safeParse({ catalogId }).data?.catalogId;
  expect([12, "12", "cat_12", null, "cat_x", 0].map(read)).toEqual([12, 12, 12, null, undefined, undefined]);
});

describe("a new campaign is refused", () => {
  test.each([
    [
      "in another currency than its advertiser's",
      { budget: { total: 1, currency: "EUR" } },
      "CURRENCY_MISMATCH",
      "budget.currency",
    ],
    ["with half a cent", { budget: { total: 1.005 } }, "VALIDATION_ERROR", "budget.total"],
    ["with nothing to spend", { budget: { total: 0 } }, "VALIDATION_ERROR", "budget.total"],
    [
      "that ends as it starts",
      { flightDates: { ...FLIGHT_DATES, endDate: FLIGHT_DATES.startDate } },
      "VALIDATION_ERROR",
      "flightDates.endDate",
    ],
    [
      "that is over",
      { flightDates: { startDate: "2026-05-01T00:00:00Z", endDate: "2026-05-04T12:00:00Z" } },
      "VALIDATION_ERROR",
      "flightDates.endDate",
    ],
    ["with products of no session", { productIds: ["a"] }, "VALIDATION_ERROR", "productIds"],
    ["for performance without a goal", { mode: "performance" }, "VALIDATION_ERROR", "performanceConfig"],
    [
      "with a pacing that leaves its flight",
      {
        pacingPeriods: { mode: "weight", periods: [{ label: "x", start: "2026-05-04", end: "2026-05-06", weight: 1 }] },
      },
      "VALIDATION_ERROR",
      "pacingPeriods.periods.0.start",
    ],
    [
      "for a country of no name",
      { constraints: { countries: ["usa"] } },
      "VALIDATION_ERROR",
      "constraints.countries.0",
    ],
  ])("%s", async (_, change, code, field) => {
    const desk = await openCampaignFixture(market);
    const body = {
      advertiserId: desk.advertiserId,
      name: "x",
      flightDates: FLIGHT_DATES,
      budget: { total: 10 },
      ...change,
    };
    expect(await desk.buyer.post("/buyer/campaigns", body)).toMatchObject({ status: 400, error: { code, field } });
  });

  test("for an advertiser, a session or a storefront that the buyer cannot see", async () => {
    const [mine, theirs] = [await openCampaignFixture(market), await openCampaignFixture(market)];
    const body = { advertiserId: mine.advertiserId, name: "x", flightDates: FLIGHT_DATES, budget: { total: 10 } };
    const discoveryId = await theirs.discover([]);
    for (const foreign of [{ advertiserId: theirs.advertiserId }, { discoveryId }, { storefrontIds: [999_999_999] }])
      expect((await mine.buyer.post("/buyer/campaigns", { ...body, ...foreign })).status).toBe(404);
  });

  test("with a session of another advertiser, or of another campaign that is not over", async () => {
    const desk = await openCampaignFixture(market, new Shop("a"));
    const body = { advertiserId: desk.advertiserId, name: "x", flightDates: FLIGHT_DATES, budget: { total: 10 } };
    const { data: other } = await desk.buyer.post("/buyer/advertisers", { name: "Other", brand: "other.com" });
    const discoveryId = await desk.discover(["a"]);
    const elsewhere = await desk.buyer.post("/buyer/campaigns", { ...body, advertiserId: other.id, discoveryId });
    expect(elsewhere).toMatchObject({ status: 400, error: { field: "discoveryId" } });
    const { campaign } = ok(await desk.buyer.post("/buyer/campaigns", { ...body, discoveryId }));
    expect(await desk.buyer.post("/buyer/campaigns", { ...body, discoveryId })).toMatchObject({ status: 409 });
    await desk.buyer.delete(`/buyer/campaigns/${campaign.campaignId}`);
    expect((await desk.buyer.post("/buyer/campaigns", { ...body, discoveryId })).status).toBe(201);
  });
});

test("of two campaigns created concurrently from one session, one gets it and the other gets a conflict", async () => {
  const desk = await openCampaignFixture(market, new Shop("a"));
  const discoveryId = await desk.discover(["a"]);
  const body = {
    advertiserId: desk.advertiserId,
    name: "x",
    flightDates: FLIGHT_DATES,
    budget: { total: 10 },
    discoveryId,
  };
  const replies = await Promise.all([1, 2, 3, 4, 5, 6].map(() => desk.buyer.post("/buyer/campaigns", body)));
  expect(replies.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409, 409, 409, 409, 409]);
});

test("another buyer's campaign looks like a missing one in every operation", async () => {
  const [mine, theirs] = [await openCampaignFixture(market), await openCampaignFixture(market)];
  const id = await mine.plan([]);
  const path = (campaignId: string, rest = "") => `/buyer/campaigns/${campaignId}${rest}`;
  const ask = async (campaignId: string) =>
    Promise.all([
      theirs.buyer.get(path(campaignId)),
      theirs.buyer.put(path(campaignId), { name: "x" }),
      theirs.buyer.delete(path(campaignId)),
      ...["/execute", "/pause", "/reactivate"].map((rest) => theirs.buyer.post(path(campaignId, rest))),
    ]);
  const sent = (replies: Awaited<ReturnType<typeof ask>>, of: string) =>
    replies.map(({ status, error }) => [status, error?.message.replace(of, "it")]);
  const foreign = sent(await ask(id), id);
  expect(foreign).toEqual(sent(await ask("cmp_missing"), "cmp_missing"));
  expect(foreign.every(([status]) => status === 404)).toBe(true);
});

describe("the list", () => {
  test("is filtered by every filter, and paged", async () => {
    const shop = new Shop("a");
    const desk = await openCampaignFixture(market, shop);
    const [one, two, three] = [
      await desk.plan(["a"], { name: "One" }),
      await desk.plan([], { name: "Two" }),
      await desk.plan([], { name: "Three 100%" }),
    ];
    const { data: other } = await desk.buyer.post("/buyer/advertisers", { name: "Other", brand: "other.com" });
    await desk.execute(one);
    await desk.buyer.delete(`/buyer/campaigns/${three}`);
    const list = async (query: string) =>
      ok(await desk.buyer.get(`/buyer/campaigns?${query}`))
        .campaigns.map(({ campaignId }: { campaignId: string }) => campaignId)
        .sort();
    const sorted = (...ids: string[]) => ids.sort();
    expect(await list("")).toEqual(sorted(one, two));
    expect(await list("includeArchived=true")).toEqual(sorted(one, two, three));
    expect(await list("status=ALL")).toEqual(sorted(one, two, three));
    expect(await list("status=ARCHIVED")).toEqual([three]);
    expect(await list("status=ACTIVE&status=ARCHIVED")).toEqual(sorted(one, three));
    expect(await list("status=DRAFT,ACTIVE")).toEqual(sorted(one, two));
    expect(await list("mediaBuyStatus=ACTIVE")).toEqual([one]);
    expect(await list("mediaBuyStatus=PAUSED&mediaBuyStatus=FAILED")).toEqual([]);
    expect(await list("name=TW")).toEqual([two]);
    expect(await list("name=0%25&status=ALL")).toEqual([three]);
    expect(await list(`advertiserId=${desk.advertiserId}`)).toEqual(sorted(one, two));
    expect(await list(`advertiserId=${other.id}`)).toEqual([]);
    expect((await desk.buyer.get("/buyer/campaigns?advertiserId=999999999")).status).toBe(404);
    expect((await desk.buyer.get("/buyer/campaigns?status=LIVE")).error?.code).toBe("VALIDATION_ERROR");
    const page = await desk.buyer.get("/buyer/campaigns?take=1&skip=1");
    expect(page.meta.pagination).toEqual({ skip: 1, take: 1, total: 2, hasMore: false });
    expect(page.data.campaigns).toHaveLength(1);
  });

  test("is followed by its cursor to the end, each campaign once, even while others are created and if several have the same time", async () => {
    const desk = await openCampaignFixture(market);
    const made: string[] = [];
    for (let count = 0; count < 7; count++) made.push(await desk.plan([]));
    const seen: string[] = [];
    let cursor = "";
    do {
      const page = await desk.buyer.get(`/buyer/campaigns?take=3${cursor && `&cursor=${cursor}`}`);
      const { campaigns, total, hasMore, nextCursor } = ok(page);
      seen.push(...campaigns.map(({ campaignId }: { campaignId: string }) => campaignId));
      expect(hasMore).toBe(nextCursor !== undefined);
      expect(total).toBe(7 + (cursor ? 1 : 0));
      if (!cursor) {
        ok(await desk.buyer.post("/sandbox/clock", { hours: 1 }));
        await desk.plan([]);
      }
      cursor = nextCursor ?? "";
    } while (cursor);
    expect(seen).toHaveLength(7);
    expect(seen.toSorted()).toEqual(made.toSorted());
    for (const bad of ["nonsense", Buffer.from("[1,2,3]").toString("base64url")])
      expect(await desk.buyer.get(`/buyer/campaigns?cursor=${bad}`)).toMatchObject({
        status: 400,
        error: { field: "cursor" },
      });
  });

  test("shows each campaign whole, as it is shown alone", async () => {
    const desk = await openCampaignFixture(market, new Shop("a", "b"));
    const ids = [await desk.plan(["a"]), await desk.plan(["b", "a"])];
    await desk.execute(ids[0] ?? "");
    const { campaigns, total } = ok(await desk.buyer.get("/buyer/campaigns"));
    expect(total).toBe(2);
    for (const campaign of campaigns) expect(campaign).toEqual(await desk.read(campaign.campaignId));
  });
});
