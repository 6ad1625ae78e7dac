import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../../test/world.ts";
import { fixed, product, ScriptedMarket, seller } from "../discovery.fixture.ts";

const market = new ScriptedMarket();
let world: World;
let buyer: Caller;
let advertiserId: string;

beforeAll(async () => {
  world = await openWorld({ sellers: market });
});
afterAll(() => world.close());
beforeEach(async () => {
  buyer = await world.caller("BUYER");
  advertiserId = (await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.com" })).data.id;
  market.open(OUTDOORS, KIOSK);
});

const OUTDOORS = seller("Outdoors", 1, () => ({
  products: [
    product("trail", {
      name: "Trail & Summit",
      description: "Hiking and trekking.",
      channels: ["display"],
      countries: ["US"],
    }),
    product("trail-talk", {
      name: "Trail Talk",
      description: "A podcast for hikers.",
      channels: ["podcast"],
      countries: ["DE"],
    }),
    product("camp", {
      name: "Camping TV",
      description: "Tents and campers.",
      channels: ["ctv"],
      pricingOptions: [fixed("30")],
    }),
  ],
}));
const KIOSK = seller("Kiosk", 2, () => ({
  products: [
    product("parliament", { name: "Parliament", description: "News about politics.", channels: ["display"] }),
    product("kitchen", { name: "Kitchen hour", description: "A podcast about cooking.", channels: ["podcast"] }),
    product("euro-trail", {
      name: "Wanderwege",
      description: "Alles übers Wandern.",
      pricingOptions: [fixed("9", { currency: "EUR" })],
    }),
  ],
}));

const discover = (body: object) => buyer.post("/buyer/discovery/discover-products", { advertiserId, ...body });
const ranked = ({ data }: { data: { ranking: { productId: string }[] } }) =>
  data.ranking.map(({ productId }) => productId);
interface Reading {
  readonly kind: string;
  readonly value: string;
  readonly negated: boolean;
}

test("the reading of a brief is returned, and what is certain filters", async () => {
  const brief = "Only podcasts for hikers, no politics";
  const { data } = await discover({ brief });
  expect(data.reading.chips).toMatchObject([
    { kind: "channel", value: "podcast", negated: false, effect: "filters", span: { start: 5, end: 13 } },
    { kind: "topic", value: "542", label: "hiking", negated: false, effect: "ranks" },
    { kind: "topic", value: "386", label: "politics", negated: true, effect: "filters" },
  ]);
  expect(data.reading.versions).toMatchObject({ ranking: expect.any(String), model: null });
  expect(ranked({ data })).toEqual(["trail-talk"]);
  // What keeps the demands and is about something else is no answer, and is not hidden either.
  const groups: { products: { productId: string; relevance: { fit: string } }[] }[] = data.productGroups;
  expect(groups.flatMap(({ products }) => products).at(-1)).toMatchObject({
    productId: "kitchen",
    relevance: { fit: "none" },
  });
  expect(data.removedByFilters).toMatchObject([
    { filter: "channels", because: "brief", products: 4, asked: ["podcast"] },
  ]);
  expect(data.defaultsApplied).toBeUndefined();
});

test("the caller is right about the brief, until another brief is sent", async () => {
  const first = await discover({ brief: "Only podcasts for hikers" });
  const { discoveryId, reading } = first.data;
  const chips = reading.chips.filter(({ kind }: Reading) => kind !== "channel");
  expect(ranked(first)).not.toContain("trail");
  expect(ranked(await discover({ discoveryId, chips }))).toContain("trail");
  expect(ranked(await discover({ discoveryId }))).toContain("camp");
  expect(ranked(await discover({ discoveryId, chips: [{ kind: "topic", value: "camping" }] }))[0]).toBe("camp");
  expect(ranked(await discover({ discoveryId, brief: "Podcasts about cooking" }))[0]).toBe("kitchen");
  const wrong = await discover({ brief: "x", chips: [{ kind: "topic", value: "no such thing" }] });
  expect(wrong).toMatchObject({ status: 400, error: { field: "chips.0" } });
});

test("channels of the call go before those of the brief", async () => {
  const { data } = await discover({ brief: "Podcasts for hikers", channels: ["ctv"] });
  expect(ranked({ data }).toSorted()).toEqual(["camp", "euro-trail"]);
});

test("a default hides nothing that fits the brief, and what it hides is reported first", async () => {
  const { data } = await discover({ brief: "people who hike" });
  expect(ranked({ data })).toContain("trail-talk");
  expect(ranked({ data })).not.toContain("kitchen");
  expect(data.defaultsApplied).toMatchObject([
    { filter: "channels", hidden: 1, values: ["display", "olv", "ctv", "social"] },
  ]);
  expect(Object.keys(data).slice(0, 2)).toEqual(["discoveryId", "defaultsApplied"]);
  expect(data.removedByFilters).toMatchObject([{ because: "default", names: ["Kitchen hour"] }]);
});

test("one order stands over all groups, whatever the page, and what cannot be bought stands lower and says why", async () => {
  const first = await discover({ brief: "hiking", groupLimit: 1, productsPerGroup: 1 });
  expect(ranked(first).slice(0, 3)).toEqual(
    ["trail-talk", "trail", "euro-trail"].toSorted((a, b) => ranked(first).indexOf(a) - ranked(first).indexOf(b)),
  );
  expect(first.data.ranking.map(({ rank }: { rank: number }) => rank)).toEqual(
    [1, 2, 3, 4, 5].slice(0, first.data.ranking.length),
  );
  const url = `/buyer/discovery/${first.data.discoveryId}/products/euro-trail/details?salesAgentId=storefront-kiosk`;
  expect((await buyer.get(url)).data.availability).toEqual({ canBuy: false, message: expect.stringContaining("EUR") });
  expect(ranked(first).indexOf("euro-trail")).toBeGreaterThan(ranked(first).indexOf("trail"));
});

test("nothing here fits is an answer: with the nearest, and what would have to change", async () => {
  const { data } = await discover({ brief: "opera lovers in Japan", countries: ["US"] });
  expect(data).toMatchObject({ productGroups: [], ranking: [] });
  expect(data.emptyReasons[0]).toMatchObject({ code: "nothing_fits", message: expect.stringContaining("about opera") });
  const barred = await discover({ brief: "podcasts about politics" });
  expect(barred.data.emptyReasons[0]).toMatchObject({
    code: "nothing_fits",
    nearest: expect.arrayContaining([expect.objectContaining({ productId: "parliament" })]),
    message: expect.stringContaining("1 of those that were removed would: ask for other channels"),
  });
});

test("a refinement in words changes what is shown, says what it did, and is remembered", async () => {
  const { data } = await discover({ brief: "hiking", channels: [] });
  const { discoveryId } = data;
  const refine = (ask: string) => discover({ discoveryId, refine: [{ scope: "request", ask }] });
  const only = await refine("only podcasts");
  expect(only.data.refinementApplied).toMatchObject([
    { status: "applied", notes: expect.stringContaining("read as podcast") },
  ]);
});

test("refinements add up: a drop, a price, and likeness to what was shown", async () => {
  const { data } = await discover({ brief: "hiking and politics" });
  const { discoveryId } = data;
  const refine = (ask: string) => discover({ discoveryId, refine: [{ scope: "request", ask }] });
  const dropped = await refine("drop politics");
  expect(dropped.data.refinementApplied).toMatchObject([
    { status: "applied", notes: expect.stringContaining("no politics") },
  ]);
  expect(ranked(dropped)).not.toContain("parliament");
  expect(dropped.data.removedByFilters).toContainEqual(
    expect.objectContaining({ filter: "topics", names: ["Parliament"] }),
  );
  const cheaper = await refine("cheaper, under 25 USD CPM");
  expect(ranked(cheaper)).not.toContain("camp");
  expect(ranked(cheaper)).not.toContain("parliament");
  const nothing = await refine("more like the ninth wonder");
  expect(nothing.data.refinementApplied).toMatchObject([{ status: "unable" }]);
  const like = await refine("more like the second");
  expect(like.data.refinementApplied).toMatchObject([{ status: "applied", notes: expect.stringContaining("like") }]);
  expect((await refine("more like the fifth")).data.refinementApplied).toMatchObject([{ status: "unable" }]);
  expect(ranked(await discover({ discoveryId }))).not.toContain("parliament");
});

test("what is added stands beside what was asked, what is meant instead replaces it, and a limit can be lifted", async () => {
  const { discoveryId } = (await discover({ brief: "podcasts" })).data;
  const refine = (ask: string) => discover({ discoveryId, refine: [{ scope: "request", ask }] });
  expect(ranked(await refine("CTV too")).toSorted()).toEqual(["camp", "euro-trail", "kitchen", "trail-talk"]);
  expect(ranked(await refine("display instead")).toSorted()).toEqual(["parliament", "trail"]);
  expect(ranked(await refine("Kiosk only"))).toEqual(["parliament"]);
  await refine("all channels again");
  expect(ranked(await refine("any seller")).length).toBeGreaterThan(3);
});

test("products and sellers are left out by place and by name, in this turn and the next, and no seller hears of it", async () => {
  const heard: unknown[] = [];
  const named = (name: string, id: number, ...ids: string[]) =>
    seller(name, id, ({ refine = [] }) => {
      heard.push(...refine);
      return { products: ids.map((one) => product(one, { name: one, description: "Hiking.", channels: ["display"] })) };
    });
  market.open(named("Radio Tower", 1, "a", "b"), named("Kiosk Media", 2, "c", "d"));
  const { discoveryId } = (await discover({ brief: "hiking" })).data;
  const refine = (ask: string) => discover({ discoveryId, refine: [{ scope: "request", ask }] });
  const [first] = ranked(await discover({ discoveryId }));
  const dropped = await refine("drop the first");
  expect(dropped.data.refinementApplied).toMatchObject([{ status: "applied", notes: `left out: "${first}"` }]);
  expect(ranked(dropped)).not.toContain(first);
  const without = await refine("without Radio Tower");
  expect(without.data.refinementApplied).toMatchObject([{ status: "applied", notes: "nothing from Radio Tower" }]);
  expect(ranked(without).every((id) => id === "c" || id === "d")).toBe(true);
  expect(ranked(without)).not.toContain(first);
  expect(ranked(await refine("undo"))).toHaveLength(3);
  expect(heard).toEqual([]);
});

test("the list is cut to what fits strongly, or to its first ones", async () => {
  const { data } = await discover({ brief: "hiking and politics", channels: [] });
  const refine = (ask: string) => discover({ discoveryId: data.discoveryId, refine: [{ scope: "request", ask }] });
  const top = await refine("just the top 2");
  expect(ranked(top)).toEqual(ranked({ data }).slice(0, 2));
  expect(top.data.removedByFilters).toMatchObject([{ filter: "fit", because: "refinement", asked: ["the first 2"] }]);
  await refine("undo");
  const strong = await refine("only strong matches");
  expect(strong.data.ranking.every(({ fit }: { fit: string }) => fit === "strong")).toBe(true);
  expect(ranked(strong)).not.toContain("kitchen");
});

test("a new brief in words is what sellers are then asked for, until it is taken back", async () => {
  const briefs: (string | undefined)[] = [];
  market.open(
    seller("Everything", 1, ({ brief }) => {
      briefs.push(brief);
      return {
        products: [
          product("trail", { name: "Trail", description: "Hiking." }),
          product("stove", { name: "Stove", description: "All about cooking." }),
        ],
      };
    }),
  );
  const { discoveryId } = (await discover({ brief: "hiking" })).data;
  const refine = (ask: string) => discover({ discoveryId, refine: [{ scope: "request", ask }] });
  expect(ranked(await refine("forget all that, we want cooking"))[0]).toBe("stove");
  expect(ranked(await refine("undo"))[0]).toBe("trail");
  expect(briefs).toEqual(["hiking", "we want cooking", "hiking"]);
});

test("an ask can be taken back, then all of them, and no seller hears of it", async () => {
  const heard: unknown[] = [];
  const topics = ["hiking", "cooking", "camping"].map((topic) =>
    product(topic, { name: topic, description: `All about ${topic}.`, channels: ["display"] }),
  );
  market.open(
    seller("Topics", 1, ({ refine = [] }) => {
      heard.push(...refine);
      return { products: topics };
    }),
  );
  const brief = "hiking, cooking and camping";
  const { discoveryId } = (await discover({ brief })).data;
  const refine = (...asks: string[]) =>
    discover({ discoveryId, refine: asks.map((ask) => ({ scope: "request", ask })) });
  expect((await refine("undo that")).data.refinementApplied).toMatchObject([{ status: "unable" }]);
  await refine("no cooking");
  expect(ranked(await refine("no camping"))).toEqual(["hiking"]);
  const undone = await refine("Undo that!");
  expect(undone.data.refinementApplied).toEqual([
    { scope: "request", status: "applied", notes: 'taken back: "no camping"' },
  ]);
  expect(ranked(undone).toSorted()).toEqual(["camping", "hiking"]);
  const anew = await refine("start over", "no hiking");
  expect(anew.data.refinementApplied).toMatchObject([
    { status: "applied", notes: "back to the brief; asks taken back: 1" },
    { status: "applied" },
  ]);
  expect(ranked(anew).toSorted()).toEqual(["camping", "cooking"]);
  expect(ranked(await refine("Von vorne anfangen")).toSorted()).toEqual(["camping", "cooking", "hiking"]);
  expect(heard).toEqual(["no cooking", "no camping", "no hiking"].map((ask) => ({ scope: "request", ask })));
});

test("an ask of nothing but spaces is refused at its place", async () => {
  const { discoveryId } = (await discover({ brief: "hiking" })).data;
  expect(await discover({ discoveryId, refine: [{ scope: "request", ask: " " }] })).toMatchObject({
    status: 400,
    error: { field: "refine.0.ask" },
  });
});

test("what a buyer has no account for is shown, says what to do, and stands below what can be bought", async () => {
  const barred =
    "no account at Adsville is mapped to this advertiser: POST /storefront-connections/7/accounts/1/advertiser";
  const hike = { name: "Trails", description: "Hiking and trekking.", channels: ["display"] };
  market.open(
    seller("Adsville", 1, () => ({ products: [product("platform", { ...hike, barred })] })),
    seller("Outdoors", 2, () => ({ products: [product("direct", hike)] })),
  );
  const found = await discover({ brief: "hiking" });
  expect(ranked(found)).toEqual(["direct", "platform"]);
  const shown = found.data.productGroups.flatMap(({ products }: { products: object[] }) => products);
  expect(shown).toContainEqual(
    expect.objectContaining({ productId: "platform", availability: { canBuy: false, message: barred } }),
  );
});
