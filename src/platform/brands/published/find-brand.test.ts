import { expect, test } from "vitest";
import { fromBrandJson } from "./brand-document.ts";
import { type Finding, findBrand, type Reader } from "./find-brand.ts";

type Pages = Readonly<Record<string, unknown>>;

const addressOf = (domain: string) => `https://${domain}/.well-known/brand.json`;

/** Documents on the web by address, or by domain for those at a domain's usual address. */
function webOf(pages: Pages): Reader {
  const at = new Map(
    Object.entries(pages).map(([where, page]) => [where.includes("/") ? where : addressOf(where), page]),
  );
  return {
    addressOf,
    async read(url) {
      const page = at.get(url);
      if (page === undefined) return { kind: "none", reason: `${url} answered 404`, momentary: false };
      const document = fromBrandJson(page);
      if (document.kind === "none") return { kind: "none", reason: `${url}: ${document.complaint}`, momentary: false };
      return { kind: "page", url, document };
    },
  };
}

async function look(domain: string, pages: Pages): Promise<Finding> {
  return findBrand(domain, webOf(pages));
}

async function reasonFor(domain: string, pages: Pages): Promise<string> {
  const finding = await look(domain, pages);
  return finding.kind === "none" ? finding.reason : `found ${finding.brand.name}`;
}

const TIDE = {
  id: "tide",
  names: [{ zh_CN: "汰渍" }, { en_US: "Tide" }],
  properties: [{ type: "website", identifier: "www.tide.com" }],
  colors: { primary: "#FF6600" },
};
const PORTFOLIO = {
  house: { domain: "pg.com", name: "P&G", architecture: "house_of_brands" },
  brands: [{ id: "gillette", names: [{ en: "Gillette" }], url: "https://gillette.com/en" }, TIDE],
  authorized_operators: [{ domain: "agency.com", brands: ["tide"] }, { domain: "broken" }],
};

test("a brand that describes itself is returned as described, with its English name", async () => {
  expect(await look("tide.com", { "tide.com": { ...TIDE, unknown: 1 } })).toMatchObject({
    kind: "found",
    brand: {
      domain: "tide.com",
      brandId: "tide",
      name: "Tide",
      url: "https://tide.com/.well-known/brand.json",
      profile: { colors: { primary: "#FF6600" } },
      house: null,
      warning: null,
    },
  });
});

test("a brand that refers to its house is described by the house", async () => {
  expect(await look("tide.com", { "tide.com": { house: "pg.com" }, "pg.com": PORTFOLIO })).toMatchObject({
    kind: "found",
    brand: {
      brandId: "tide",
      name: "Tide",
      house: { domain: "pg.com", name: "P&G" },
      operators: [{ domain: "agency.com" }],
    },
  });
});

test("a house is found by its own domain, and its brand by its website", async () => {
  const pages = { "pg.com": PORTFOLIO, "gillette.com": { house: "pg.com" } };
  expect(await look("pg.com", pages)).toMatchObject({ brand: { name: "P&G", brandId: null, isHouse: true } });
  expect(await look("gillette.com", pages)).toMatchObject({ brand: { name: "Gillette", isHouse: false } });
});

test("a domain that a house does not list is not one of its brands", async () => {
  const pages = { "acme.com": { house: "pg.com" }, "pg.com": PORTFOLIO };
  expect(await reasonFor("acme.com", pages)).toContain("lists no brand for acme.com");
});

test("a document that has moved is read at its new address, and again soon if the redirect is temporary", async () => {
  const moved = { authoritative_location: "https://cdn.com/tide.json", redirect_reason: "rebrand" };
  expect(await look("tide.com", { "tide.com": moved, "https://cdn.com/tide.json": TIDE })).toMatchObject({
    kind: "found",
    passing: true,
    brand: { name: "Tide", url: "https://cdn.com/tide.json" },
  });
});

test("three redirects are followed, a fourth is not, and a loop ends", async () => {
  const chain = (last: string) => ({
    "a.com": { house: "b.com" },
    "b.com": { house: "c.com" },
    "c.com": { house: last },
  });
  expect(await look("a.com", { ...chain("pg.com"), "pg.com": { ...TIDE } })).toMatchObject({ kind: "found" });
  expect(await reasonFor("a.com", { ...chain("d.com"), "d.com": { house: "pg.com" } })).toContain("3 redirects");
  expect(await reasonFor("a.com", { "a.com": { house: "a.com" } })).toContain("3 redirects");
});

test("a brand's statement about its house only counts if the house confirms it", async () => {
  const brand = { ...TIDE, house_domain: "pg.com" };
  const house = { house: PORTFOLIO.house, brand_refs: [{ domain: "tide.com", brand_id: "tide" }] };
  expect(await look("tide.com", { "tide.com": brand, "pg.com": house })).toMatchObject({
    brand: { house: { name: "P&G" }, warning: null },
  });
  for (const pages of [{ "tide.com": brand, "pg.com": PORTFOLIO }, { "tide.com": brand }]) {
    expect(await look("tide.com", pages)).toMatchObject({
      brand: { name: "Tide", house: null, operators: [], warning: expect.stringContaining("pg.com") },
    });
  }
});

test("a malformed field costs a brand that field, and a malformed brand costs a house that brand", async () => {
  const colourless = { ...TIDE, colors: { primary: "orange" }, tagline: "Clean" };
  expect(await look("tide.com", { "tide.com": colourless })).toMatchObject({
    brand: { name: "Tide", profile: { tagline: "Clean" }, warning: expect.stringContaining("colors") },
  });
  const house = { ...PORTFOLIO, brands: [{ id: "No Id", names: [] }, TIDE] };
  expect(await look("tide.com", { "tide.com": { house: "pg.com" }, "pg.com": house })).toMatchObject({
    brand: { name: "Tide" },
  });
});

test("a profile that is too large is passed on without its largest parts", async () => {
  const assets = Array.from({ length: 400 }, (_, n) => ({
    asset_id: `a${n}`,
    asset_type: "image",
    url: `https://tide.com/${"x".repeat(200)}/${n}.jpg`,
  }));
  expect(await look("tide.com", { "tide.com": { ...TIDE, assets } })).toMatchObject({
    brand: { profile: { colors: TIDE.colors }, warning: expect.stringContaining("too large: assets") },
  });
});

test.each([
  ["nothing", {}],
  ["a list", []],
  ["null", null],
  ["a brand without a name", { id: "tide" }],
  ["a house without a name", { house: { domain: "pg.com" }, brands: [] }],
  ["an address that is none", { authoritative_location: "javascript:alert(1)" }],
  ["a house that is none", { house: "not a domain" }],
])("%s is no brand.json, and says why", async (_, page) => {
  expect(await reasonFor("tide.com", { "tide.com": page })).toMatch(
    /^https:\/\/tide\.com\/\.well-known\/brand\.json: ./,
  );
});

test("a brand that refers to an agent is not made up", async () => {
  const page = { agents: [{ type: "brand", url: "https://agent.tide.com/mcp", id: "tide" }] };
  expect(await reasonFor("tide.com", { "tide.com": page })).toContain("https://agent.tide.com/mcp");
});
