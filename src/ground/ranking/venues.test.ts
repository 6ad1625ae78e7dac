import { expect, test } from "vitest";
import { readBrief } from "../brief/index.ts";
import { product } from "../seller-agent/product.fixture.ts";
import { rankProducts } from "./rank-products.ts";
import { venuesAmong } from "./venues.ts";

const venuesIn = (brief: string) =>
  [...venuesAmong(readBrief(brief).chips, brief)].map(({ span }) => brief.slice(span?.start, span?.end));

test.each([
  ["DOOH screens in gyms in Germany for our protein bars", ["gyms"]],
  ["Campagne pour un parfum, affichage numérique dans les gares", ["gares"]],
  ["Digitale Screens an Bahnhöfen für unsere Schokolade", ["Bahnhöfen"]],
  ["Pantallas digitales en gimnasios para una marca de agua", ["gimnasios"]],
  ["a coffee brand: billboards at train stations and in airports", ["train stations", "airports"]],
  ["駅のデジタルサイネージで缶コーヒーの広告", ["駅"]],
  ["podcasts on coffee, and billboards for a book", []],
  ["no billboards at train stations; display on travel", []],
])("the places where an out-of-home medium shall stand are told from its subjects: %s", (brief, venues) => {
  expect([...new Set(venuesIn(brief))]).toEqual(venues);
});

test("they decide more than what is advertised there", async () => {
  const offers = [
    ["perfumeries", "Écrans en parfumerie", "Parfums et cosmétiques, dans 90 parfumeries."],
    ["stations", "Écrans en gare", "Dans 200 gares."],
  ].map(([productId = "", name = "", description = ""]) => ({
    salesAgentId: "screens",
    product: product(productId, { name, description, channels: ["dooh"], countries: ["FR"] }),
  }));
  const [first] = await rankProducts(offers, "Un parfum pour hommes : écrans numériques dans les gares en France");
  expect(first?.product.productId).toBe("stations");
});
