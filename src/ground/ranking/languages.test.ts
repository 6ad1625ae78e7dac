import { expect, test } from "vitest";
import { readBrief } from "../brief/index.ts";
import { product } from "../seller-agent/product.fixture.ts";
import { demandsOf, unmetBy } from "./demands.ts";

const offer = {
  salesAgentId: "seller",
  product: product("football", {
    name: "Gol en vivo",
    description: "Pódcast: fútbol y análisis de la liga, en primera posición. Llega a aficionados al fútbol.",
    briefRelevance: "Nothing in the brief names it; it adds reach.",
    countries: ["ES"],
  }),
};

test("the language of a product is that of its own text, and not of the seller's note on the brief", () => {
  const unmet = (brief: string) => unmetBy(offer, demandsOf(readBrief(brief)));
  expect(unmet("podcast foot mais pas en espagnol")).toContain("languages");
  expect(unmet("podcast sobre finanças em inglês")).toContain("languages");
  expect(unmet("podcast en español")).not.toContain("languages");
});
