import { describe, expect, test } from "vitest";
import type { BuyerInstruction } from "./buyers/buyer-instruction.ts";
import type { Hierarchy, HouseDiscount } from "./discounts/house-discount.ts";
import { type BuyerScope, mayQuote, percentAt, resolveTerms, type Settled } from "./terms.ts";

const AT = new Date("2026-08-01T00:00:00Z");
const stamp = { storefrontId: 1, createdAt: AT, updatedAt: AT, createdBy: null };

const row = (id: number, percent: string | null, scope: Partial<BuyerInstruction> = {}): BuyerInstruction => ({
  ...stamp,
  buyerInstructionId: id,
  operatorDomain: null,
  brandDomain: null,
  discountPercent: percent,
  notes: `note ${id}`,
  countries: null,
  ...scope,
});

const house = (id: number, percent: string, scope: HouseDiscount["scope"], houseDomain: string): HouseDiscount => ({
  ...stamp,
  houseDiscountId: id,
  houseDomain,
  scope,
  discountPercent: percent,
  notes: null,
});

const of = (domain: string, houseDomain: string | null = null): Hierarchy => ({
  domain,
  house: houseDomain,
  coverage: "registered",
  isOld: false,
});

const settled = (changes: Partial<Settled> = {}): Settled => ({
  active: {},
  instructions: [],
  discounts: [],
  operator: of("agency.com", "holding.com"),
  brand: of("shoes.com", "house.com"),
  resold: new Set(),
  ...changes,
});

const BUYER: BuyerScope = { operatorDomain: "agency.com", brandDomain: "shoes.com", countries: ["DE"] };

const everybody = row(1, "5");
const operator = row(2, "10", { operatorDomain: "agency.com" });
const operatorInGermany = row(3, "12", { operatorDomain: "agency.com", countries: ["DE", "AT"] });
const brand = row(4, "11", { brandDomain: "shoes.com" });
const brandInFrance = row(5, "40", { brandDomain: "shoes.com", countries: ["FR"] });
const both = row(6, null, { operatorDomain: "agency.com", brandDomain: "shoes.com" });
const stranger = row(7, "90", { brandDomain: "boots.com" });
const all = [everybody, operator, operatorInGermany, brand, brandInFrance, both, stranger];

describe("the instructions that apply to a buyer", () => {
  test.each<[string, Partial<BuyerScope>, number[], string | null, number | null]>([
    ["operator, brand and country", {}, [6, 4, 3, 2, 1], "12", 3],
    ["another country", { countries: ["US"] }, [6, 4, 2, 1], "11", 4],
    ["a country of a brand's row", { countries: ["US", "FR"] }, [6, 5, 4, 2, 1], "40", 5],
    ["no country: rows with countries do not match", { countries: [] }, [6, 4, 2, 1], "11", 4],
    ["the brand alone", { operatorDomain: null }, [4, 1], "11", 4],
    ["the operator alone", { brandDomain: null }, [3, 2, 1], "12", 3],
    ["somebody else", { operatorDomain: "x.com", brandDomain: "y.com" }, [1], "5", 1],
  ])("by %s: all that match, the most specific first, and the largest discount", (_, scope, ids, percent, from) => {
    const terms = resolveTerms(settled({ instructions: all }), { ...BUYER, ...scope });
    expect(terms.matched.map(({ buyerInstructionId }) => buyerInstructionId)).toEqual(ids);
    expect(terms.discount).toMatchObject({ percent, sourceId: from });
  });

  test("a row that is more specific but worse overrides nothing", () => {
    const worse = row(9, "1", { operatorDomain: "agency.com", brandDomain: "shoes.com" });
    expect(resolveTerms(settled({ instructions: [worse, everybody] }), BUYER).discount?.percent).toBe("5");
  });

  test("if nothing matches there is no discount, which is not the same as a discount of 0", () => {
    expect(resolveTerms(settled(), BUYER).discount).toBeNull();
    expect(resolveTerms(settled({ instructions: [row(1, "0")] }), BUYER).discount?.percent).toBe("0");
  });
});

describe("a house discount", () => {
  test.each([
    ["the brand's own domain", house(1, "20", "brand", "shoes.com"), "20"],
    ["the house of the brand", house(1, "20", "brand", "house.com"), "20"],
    ["the house of the operator", house(1, "20", "operator", "holding.com"), "20"],
    ["the brand's house on the operator's axis", house(1, "20", "operator", "house.com"), undefined],
    ["another house", house(1, "20", "brand", "other.com"), undefined],
  ])("is given for %s or not", (_, discount, percent) => {
    expect(resolveTerms(settled({ discounts: [discount] }), BUYER).discount?.percent).toBe(percent);
  });

  test("applies if it is larger than an instruction, and is never added to it; of equals the instruction, then the brand", () => {
    const pick = (instructions: BuyerInstruction[], discounts: HouseDiscount[]) =>
      resolveTerms(settled({ instructions, discounts }), BUYER).discount;
    const [ofOperator, ofBrand] = [house(1, "20", "operator", "holding.com"), house(2, "20", "brand", "house.com")];
    expect(pick([row(1, "15")], [ofOperator])).toMatchObject({ source: "house_discount", percent: "20" });
    expect(pick([row(1, "20")], [ofOperator])).toMatchObject({ source: "buyer_instruction" });
    expect(pick([], [ofOperator, ofBrand])).toMatchObject({ sourceId: 2, givenTo: "the brands of house.com" });
  });
});

describe("what may be quoted", () => {
  const terms = resolveTerms(settled({ instructions: all, resold: new Set(["bought"]) }), { ...BUYER, countries: [] });

  test("is the current discount, the one of a specific country, and the unchanged price", () => {
    for (const percent of ["0", "11", "12", "40"]) expect(mayQuote(terms, "own", percent)).toBe(true);
    for (const percent of ["41", "90", "5"]) expect(mayQuote(terms, "own", percent)).toBe(false);
  });

  test("for a resold product is the price that the storefront pays, and nothing below it", () => {
    expect([percentAt(terms, "own"), percentAt(terms, "bought")]).toEqual(["11", "0"]);
    expect(mayQuote(terms, "bought", "11")).toBe(false);
  });
});

describe("an acceptance policy", () => {
  const under = (content: string) =>
    resolveTerms(settled({ active: { acceptance_policy: { version: 3, content, thresholds: null } } }), BUYER);

  test.each([
    ["Block buyers: shoes.com", "shoes.com"],
    ["# Rules\n\n- **Block buyers:** casino.com, https://www.Agency.com/", "agency.com"],
    ["* block buyers: `house.com`", "house.com"],
    ["We do not block buyers such as shoes.com", null],
    ["Block buyers: notshoes.com", null],
  ])("%j refuses by %s", (content, domain) => {
    expect(under(content).refusedAs).toBe(domain);
  });

  test("names products line by line, and which version said so", () => {
    const terms = under("Block products: main:a, `main:b`\nBlock products: side:c");
    expect([...terms.blocks.products]).toEqual(["main:a", "main:b", "side:c"]);
    expect(terms).toMatchObject({ acceptancePolicyVersion: 3, operatingInstructionsVersion: null, refusedAs: null });
  });
});
