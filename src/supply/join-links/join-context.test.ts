import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { listenDuring } from "../../../bench/harness/statements.ts";
import { doJobs } from "../../../test/jobs.ts";
import { INSTALLATION, openWorld, type World } from "../../../test/world.ts";
import { openBrandHost } from "../../platform/brands/brand-host.fixture.ts";
import { join, openHost } from "./joining.fixture.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const contextOf = (slug: string, headers = {}) =>
  world.anonymous("GET", `/storefront/join-context/${slug}`, undefined, headers);

const INVALID = {
  valid: false,
  storefrontName: null,
  operatorDomain: null,
  logoUrl: null,
  brandColors: null,
  defaultCurrency: null,
  supportedLanguages: null,
};

test("a usable link shows the storefront and its brand, and nobody's ids", async () => {
  const { seller, name, mint } = await openHost(world);
  const { data: link } = await mint();
  expect((await contextOf(link.slug)).data).toEqual({
    slug: link.slug,
    valid: true,
    storefrontName: name,
    operatorDomain: "host.example",
    logoUrl: null,
    brandColors: null,
    defaultCurrency: "EUR",
    supportedLanguages: null,
  });
  const brand = {
    logoUrl: "https://host.example/logo.png",
    brandColors: { primary: "#E4002B", secondary: "#1A1A1A" },
    supportedLanguages: ["nl", "en"],
  };
  expect((await seller.put("/storefront", brand)).data).toMatchObject({
    ...brand,
    discoveryCard: { brandColors: brand.brandColors },
  });
  expect((await contextOf(link.slug)).data).toMatchObject(brand);
});

test("the parts of its look that the storefront did not choose come from its operator's brand.json", async () => {
  const brands = await openBrandHost();
  const { brandJsonUrl, brandRegistryUrl } = brands;
  const own = await openWorld({ installation: { ...INSTALLATION, brandJsonUrl, brandRegistryUrl } });
  onTestFinished(() => own.close());
  brands.publish("northwind.com", {
    id: "northwind",
    names: [{ en: "Northwind" }],
    url: "https://northwind.com",
    logos: [{ url: "https://northwind.com/icon.png" }, { url: "https://northwind.com/logo.png", variant: "primary" }],
    colors: { primary: ["#E4002B", "#FF0000"], secondary: "#1A1A1A" },
  });
  const { seller, mint } = await openHost(own);
  await seller.put("/storefront", { operatorDomain: "northwind.com" });
  const { data: link } = await mint();
  await doJobs(own);
  const look = async () => (await own.anonymous("GET", `/storefront/join-context/${link.slug}`)).data;
  expect(await look()).toMatchObject({
    logoUrl: "https://northwind.com/logo.png",
    brandColors: { primary: "#E4002B", secondary: "#1A1A1A" },
  });
  await seller.put("/storefront", { brandColors: { primary: "#000000" } });
  expect(await look()).toMatchObject({ brandColors: { primary: "#000000" } });
});

test.each([{ primary: "red" }, { "": "#000000" }, { primary: "#12" }])(
  "brand colours like %j are refused",
  async (brandColors) => {
    const { seller } = await openHost(world);
    expect(await seller.put("/storefront", { brandColors })).toMatchObject({
      status: 400,
      error: { code: "VALIDATION_ERROR" },
    });
  },
);

/** A link for each of the five reasons for which one is invalid. */
async function invalidLinks(): Promise<string[]> {
  const { seller, mint } = await openHost(world, { sandbox: true });
  const slugOf = async (body = {}) => (await mint(body)).data.slug as string;
  const disabled = await mint();
  await seller.delete(`/storefront/join-links/${disabled.data.id}`);
  const usedUp = await slugOf({ maxUses: 1 });
  await join(world, usedUp);
  const expired = await slugOf({ expiresAt: new Date(Date.now() + 3_600_000).toISOString() });
  expect((await contextOf(expired)).data.valid).toBe(true);
  await seller.post("/sandbox/clock", { hours: 2 });
  return ["no-such-link", disabled.data.slug, expired, usedUp, await slugOf({ approvalPolicy: "closed" })];
}

test("links that are missing, disabled, expired, used up and closed answer the same bytes, and so does a sign-up by them", async () => {
  for (const slug of await invalidLinks()) {
    const answer = await contextOf(slug);
    expect([slug, answer.status, answer.data]).toEqual([slug, 200, { slug, ...INVALID }]);
    expect(Object.keys(answer.data)).toEqual(["slug", ...Object.keys(INVALID)]);
    const refused = await join(world, slug);
    expect([slug, refused.status, refused.error]).toEqual([slug, 409, (await join(world, "no-such-link")).error]);
  }
});

test.each<[string, (slug: string) => Promise<unknown>]>([
  ["looked at by a program", contextOf],
  ["looked at by a person", (slug) => world.app.inject(`/join/${slug}`)],
  ["signed up by", (slug) => join(world, slug)],
])("the five causes ask the database the same where a link is %s, so that no time tells them apart", async (_, use) => {
  const asked: string[] = [];
  for (const slug of await invalidLinks()) {
    const { statements } = await listenDuring(() => use(slug));
    asked.push(statements.map(({ text }) => text).join("; "));
  }
  expect(asked[0]).toContain("join_links");
  expect(new Set(asked).size).toBe(1);
});

test("an archived storefront's links admit nobody", async () => {
  const { seller, mint } = await openHost(world);
  const { data } = await mint();
  await seller.post("/storefront/archive");
  expect((await contextOf(data.slug)).data).toEqual({ slug: data.slug, ...INVALID });
});

test("a malformed slug is the only error, and a key is neither required nor read", async () => {
  for (const slug of ["x", "UPPER", "a_b", "x".repeat(65), "%20%20"])
    expect(await contextOf(slug)).toMatchObject({ status: 400, error: { code: "VALIDATION_ERROR", field: "slug" } });
  expect((await contextOf("anything", { authorization: "Bearer nonsense" })).status).toBe(200);
});

test("without the text of the terms no link admits anybody, and nobody is told why", async () => {
  const closed = await openWorld({ installation: { ...INSTALLATION, signUpOpen: false } });
  const { data: link } = await (await openHost(closed)).mint();
  const context = await closed.anonymous("GET", `/storefront/join-context/${link.slug}`);
  expect(context.data).toEqual({ slug: link.slug, ...INVALID });
  expect(await join(closed, link.slug)).toMatchObject({ status: 409, error: { code: "CONFLICT" } });
  await closed.close();
});
