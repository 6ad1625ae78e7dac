import { expect, test } from "vitest";
import { understand } from "../../../src/demand/discovery/reading/understand.ts";
import { briefFilters } from "../../../src/demand/discovery/search/brief-filters.ts";
import { filterProducts } from "../../../src/demand/discovery/search/filter-products.ts";
import { type Chip, isFirm } from "../../../src/ground/brief/index.ts";
import { rankProducts } from "../../../src/ground/ranking/rank-products.ts";
import { offerOf } from "../judge.ts";
import { type GradedProduct, readProducts } from "../set.ts";
import { CASE_FILES, readCases } from "./probe.ts";

const products = readProducts();
const byId = new Map(products.map((product) => [product.id, product]));
const offers = products.map(offerOf);

/** Whether a graded product is against what a brief was read to demand, by the product's own fields alone. */
function isAgainst({ channels, countries, pricing }: GradedProduct, chips: readonly Chip[]): boolean {
  const of = (kind: Chip["kind"], negated: boolean) =>
    chips.filter((chip) => chip.kind === kind && chip.negated === negated && isFirm(chip)).map(({ value }) => value);
  const [asked, refused] = [of("channel", false), of("channel", true)];
  if (channels.some((one) => refused.includes(one)) || !overlaps(channels, chips, "channel", asked)) return true;
  const places = countries.filter((one) => !of("country", true).includes(one));
  if (places.length === 0 || !overlaps(places, chips, "country", of("country", false))) return true;
  return chips.some(
    ({ kind, value, currency = pricing.currency }) =>
      kind === "maxCpm" && currency === pricing.currency && pricing.cpm > Number(value),
  );
}

/** A preference beside a demand is welcome as well. */
function overlaps(has: readonly string[], chips: readonly Chip[], kind: Chip["kind"], demanded: readonly string[]) {
  if (demanded.length === 0) return true;
  return chips.some((chip) => chip.kind === kind && !chip.negated && has.includes(chip.value));
}

test.each(CASE_FILES.filter((file) => file !== "unseen-b"))(
  "nothing that is shown is against what was read: %s",
  (file) => {
    const broken = readCases(file).flatMap(({ text }) => {
      const understanding = understand({ brief: text });
      const { kept, removed } = filterProducts(offers, briefFilters(understanding));
      const gone = removed.reduce((sum, { products: count }) => sum + count, 0);
      expect(kept.length + gone, text).toBe(offers.length);
      const wrong = kept.filter(({ product }) => {
        const graded = byId.get(product.productId);
        return graded && isAgainst(graded, understanding.reading.chips);
      });
      return wrong.map(({ product }) => `${text}: ${product.productId}`);
    });
    expect(broken).toEqual([]);
  },
);

const pair = (name: string, description: string, changes: Partial<GradedProduct> = {}) =>
  offerOf({ ...(products[0] as GradedProduct), ...changes, id: name, name, description, audiences: ["all"] });

const remainingOf = (text: string, some: readonly ReturnType<typeof offerOf>[]) =>
  filterProducts(some, briefFilters(understand({ brief: text }))).kept.map(({ product }) => product.productId);

test("what is only in a refused city is out, and what is in others as well stays", () => {
  const german = { countries: ["DE"], channels: ["dooh" as const] };
  const some = [
    pair("one", "Screens in Munich.", german),
    pair("several", "Screens in Munich, Berlin and Hamburg.", german),
    pair("elsewhere", "Screens in Cologne.", german),
  ];
  expect(remainingOf("Screens in Germany, but not in Munich", some)).toEqual(["several", "elsewhere"]);
  expect(remainingOf("Screens in Germany, nothing in Bavaria", some)).toEqual(["several", "elsewhere"]);
});

test("a product that runs in Germany and Austria is for a brief about Austria, and not for one that refuses Germany", () => {
  const both = pair("both", "Skiing.", { countries: ["DE", "AT"] });
  expect(remainingOf("Austria only, skiing", [both])).toEqual(["both"]);
  expect(remainingOf("Skiing, anywhere but Germany", [both])).toEqual([]);
});

const properties = [
  pair("site", "Recipes on our website.", { channels: ["display"] }),
  pair("app", "Banners in our apps for cooks.", { channels: ["display"] }),
  pair("unstated", "Recipes.", { channels: ["display"] }),
  pair("paper", "Recipes.", { channels: ["print"] }),
];

test.each([
  ["Recipes, in-app only", ["app", "unstated"]],
  ["Recipes, no apps", ["site", "unstated", "paper"]],
  ["Recipes, websites only", ["site", "unstated"]],
  ["Recipes, no websites", ["app", "paper"]],
  ["Rezepte, keine Apps", ["site", "unstated", "paper"]],
  ["Recettes, uniquement des sites web", ["site", "unstated"]],
])("websites and apps are no channels, and are demanded and refused all the same: %s", (brief, names) => {
  expect(remainingOf(brief, properties)).toEqual(names);
});

test("which type of property a product runs on is said where it does not state it", async () => {
  const [first] = await rankProducts(
    properties.filter(({ product }) => product.productId === "unstated"),
    "Recipes, in-app only",
  );
  expect(first?.relevance?.why).toContain("it does not state its types of property");
});

test("dating apps are a subject, and no property that is refused", () => {
  expect(remainingOf("Recipes, no dating apps", properties)).toContain("app");
});

test("few products name where in a video they run: a brief for pre-rolls keeps what says nothing of it", () => {
  const olv = { channels: ["olv" as const] };
  const some = [
    pair("video", "Recipes.", { ...olv, formats: ["video_15s"] }),
    pair("mid", "Recipes.", { ...olv, formats: ["mid_roll", "video_15s"] }),
  ];
  expect(remainingOf("Recipes, pre-roll only", some)).toEqual(["video"]);
});

test("a part of a country is refused by its point of the compass", () => {
  const german = { countries: ["DE"], channels: ["dooh" as const] };
  const some = [pair("south", "Screens in Munich.", german), pair("north", "Screens in Kiel.", german)];
  expect(remainingOf("Screens in Germany, but not in the south", some)).toEqual(["north"]);
  expect(remainingOf("Ekrany w Niemczech, ale nie na południu", some)).toEqual(["north"]);
});

test("a magazine for people at work is not refused for touching on what consumers read", () => {
  const some = [
    pair("trade", "Briefing for finance directors and controllers: payments, audit, lending.", { channels: ["email"] }),
    pair("consumers", "Loans, cards and savings compared.", { channels: ["email"] }),
  ];
  expect(remainingOf("Accounting software for CFOs. No consumer money sites.", some)).toEqual(["trade"]);
});

test("a format is refused however its seller writes it", () => {
  const written = pair("written", "Talks.", { formats: ["host_read"], channels: ["podcast"] });
  expect(remainingOf("Podcasts, no host-read", [written])).toEqual([]);
});

test("what a product does not state is no reason to remove it, and is said", async () => {
  const silent = offers.slice(2, 3).map((offer) => ({
    ...offer,
    product: { ...offer.product, productId: "silent", countries: [], channels: [], pricingOptions: [] },
  }));
  const brief = "Business news in France, display, CPM under 20 EUR";
  const { kept } = filterProducts(silent, briefFilters(understand({ brief })));
  const [ranked] = await rankProducts(kept, brief);
  expect(ranked?.relevance?.why).toContain("it does not state its channel, countries and price");
});
