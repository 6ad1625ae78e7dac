import { expect, test } from "vitest";
import { product } from "../seller-agent/product.fixture.ts";
import { rankProducts } from "./rank-products.ts";

const offer = (id: string, description: string) => ({
  salesAgentId: "paper",
  salesAgentName: "paper",
  product: product(id, { name: id, description }),
});

test("what has a word that the brief refuses, known or not, stands behind what has not", async () => {
  const offers = [offer("a1", "Extreme sports and zorbing every week."), offer("b1", "Extreme sports every week.")];
  const ranked = await rankProducts(offers, "Helmets for extreme sports, but no zorbing");
  expect(ranked.map(({ product: { productId } }) => productId)).toEqual(["b1", "a1"]);
  expect(ranked[1]?.relevance?.fit).not.toBe("strong");
});

test("decision makers of another trade are no answer to a brief that names one", async () => {
  const offers = [
    offer("steel", "Decision makers in steel mills."),
    offer("cows", "Weekly for dairy farmers: fodder, barns, milking machines."),
  ];
  const ranked = await rankProducts(offers, "Milking machines: we look for decision makers on dairy farms");
  expect(ranked.map(({ product: { productId } }) => productId)).toEqual(["cows", "steel"]);
});
