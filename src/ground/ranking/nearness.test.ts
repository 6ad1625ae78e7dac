import { expect, test } from "vitest";
import { readBrief } from "../brief/index.ts";
import { product } from "../seller-agent/product.fixture.ts";
import { demandsOf, unmetBy } from "./demands.ts";
import { rankProducts } from "./rank-products.ts";

function offer(productId: string, description: string, changes: Parameters<typeof product>[1] = {}) {
  return { salesAgentId: "seller", product: product(productId, { name: "Title", description, ...changes }) };
}

async function fitsOf(offers: readonly ReturnType<typeof offer>[], brief: string) {
  const ranked = await rankProducts(offers, brief);
  return new Map(ranked.map(({ product: { productId }, relevance }) => [productId, relevance?.fit]));
}

const LEISURE = [
  offer("football", "For footballers."),
  offer("crosswords", "Crosswords and sudoku."),
  offer("board-games", "Board games for the whole table."),
  offer("water", "Water sports of every sort."),
];

test("another kind of what a word also means is no answer: rodeos are sport, and so is football", async () => {
  const fits = await fitsOf(LEISURE, "Rodeo");
  expect(fits.get("football")).not.toBe("fair");
  expect(fits.get("football")).not.toBe("strong");
});

test.each(["Chess", "Schach", "échecs", "ajedrez", "scacchi", "xadrez", "schaken", "szachy", "将棋", "شطرنج"])(
  "chess is a board game, and no puzzle: %s",
  async (brief) => {
    const fits = await fitsOf(LEISURE, brief);
    expect(["fair", "strong"]).toContain(fits.get("board-games"));
    expect(["weak", "none"]).toContain(fits.get("crosswords"));
  },
);

test("a word that the lexicon does not know is no answer where it knows another: one skis and dances on a pista", async () => {
  const others = Array.from({ length: 30 }, (_, index) => offer(`other-${index}`, "Chess and card games."));
  const fits = await fitsOf(
    [offer("dance", "Funk e samba na pista."), ...others],
    "Scarponi da sci: chi scia in pista",
  );
  expect(fits.get("dance")).not.toBe("fair");
});

test("who looks for some people is answered for them, and not for what is sold to them", async () => {
  const fits = await fitsOf(
    [offer("furniture", "Hassocks, one and all."), offer("hair", "For hair salons.")],
    "We sell furniture. Looking for hair salons.",
  );
  expect(fits.get("furniture")).toBe("weak");
  expect(["fair", "strong"]).toContain(fits.get("hair"));
});

test("of two products on one subject the one that says it in the brief's words comes first", async () => {
  const offers = [offer("crops", "For growers and their crops."), offer("tractors", "For growers and their tractors.")];
  for (const { product: one } of offers)
    expect((await rankProducts(offers, one.productId))[0]?.product.productId).toBe(one.productId);
});

test("what may be in a language that no product is read in stays where the language is spoken", () => {
  const demands = demandsOf(readBrief("Swedish-language podcasts"));
  const unmet = (description: string, countries: readonly string[]) =>
    unmetBy(offer("one", description, { countries, channels: ["podcast"] }), demands);
  expect(unmet("En podd om skogen.", ["SE"])).toEqual([]);
  expect(unmet("Podcasts in Swedish, for emigrants.", ["US"])).toEqual([]);
  expect(unmet("A show about the woods.", ["US"])).toEqual(["languages"]);
});
