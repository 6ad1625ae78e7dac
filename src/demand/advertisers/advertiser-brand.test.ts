import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import { type BrandHost, openBrandHost } from "../../platform/brands/brand-host.fixture.ts";

let host: BrandHost;
let world: World;
let buyer: Caller;

beforeAll(async () => {
  host = await openBrandHost();
  const plain = await openWorld();
  const { brandJsonUrl } = host;
  world = await openWorld({ installation: { ...plain.host.installation, brandJsonUrl } });
  await plain.close();
  buyer = await world.caller("BUYER");
});
afterAll(() => world.close());

const create = (body: object) => buyer.post("/buyer/advertisers", { name: "Seat", ...body });

test("an advertiser is linked to the brand that its domain publishes, without any further data", async () => {
  host.publish("acme.com", {
    id: "acme",
    names: [{ en: "Acme" }],
    logos: [{ url: "https://acme.com/logo.svg" }],
    colors: { primary: "#FF0000" },
  });
  const { status, data } = await create({ brand: "acme.com" });
  expect(status).toBe(201);
  expect(data.linkedBrand).toEqual({
    id: "acme",
    name: "Acme",
    domain: "acme.com",
    source: "brand.json",
    logoUrl: "https://acme.com/logo.svg",
    colors: { primary: "#FF0000" },
    manifest: expect.objectContaining({ name: "Acme" }),
  });
  expect(data).not.toHaveProperty("brandWarning");
  const { advertisers, items } = (await buyer.get("/buyer/advertisers?includeBrand=true")).data;
  expect([advertisers[0].linkedBrand, items[0].linkedBrand]).toEqual([data.linkedBrand, data.linkedBrand]);
});

test("a brand that is not found gives a warning that says where we looked, and is never made up", async () => {
  const { status, data } = await create({ brand: "nobody.com" });
  expect(status).toBe(201);
  expect(data.brandWarning).toContain(`${host.origin}/nobody.com/brand.json answered 404`);
  expect(data).not.toHaveProperty("linkedBrand");
});

test("what a customer saves about its brand is used, marked as saved, for that customer only, until the brand publishes its own", async () => {
  const { data } = await create({ name: "Shy", brand: "shy.com", description: "quiet shoes", saveBrand: true });
  expect(data.linkedBrand).toEqual({
    id: "shy.com",
    name: "Shy",
    domain: "shy.com",
    source: "saved",
    manifest: { name: "Shy", description: "quiet shoes" },
  });
  expect(data.brandWarning).toContain("you saved");
  const other = await world.caller("BUYER");
  expect((await other.post("/buyer/advertisers", { name: "Other", brand: "shy.com" })).data).not.toHaveProperty(
    "linkedBrand",
  );
  host.publish("shy.com", { id: "shy", names: [{ en: "Shy & Sons" }] });
  await world.database.writeInstallation((db) => db.deleteFrom("brands").where("domain", "=", "shy.com").execute());
  const changed = await buyer.put(`/buyer/advertisers/${data.id}`, { brand: "shy.com", saveBrand: true });
  expect(changed.data.linkedBrand).toMatchObject({ name: "Shy & Sons", source: "brand.json" });
  expect(changed.data).not.toHaveProperty("brandWarning");
});

test("another brand is looked up when an advertiser changes to it", async () => {
  host.publish("new.com", { id: "new", names: [{ en: "New" }] });
  const { data } = await create({ brand: "old.com" });
  const changed = await buyer.put(`/buyer/advertisers/${data.id}`, { brandDomain: "https://www.new.com" });
  expect(changed.data).toMatchObject({ brand: "new.com", linkedBrand: { name: "New" } });
});

test("saving a brand on an update needs the brand", async () => {
  const { data } = await create({ brand: "acme.com" });
  expect(await buyer.put(`/buyer/advertisers/${data.id}`, { saveBrand: true })).toMatchObject({
    status: 400,
    error: { field: "saveBrand" },
  });
});

test("a brand that does not answer delays the creation of an advertiser but does not prevent it", async () => {
  host.publish("silent.com", () => undefined);
  const { status, data } = await create({ brand: "silent.com" });
  expect(status).toBe(201);
  expect(data.brandWarning).toContain("silent.com");
});

test("a domain that cannot exist is not looked up", async () => {
  const { data } = await create({ brand: "acme.example" });
  expect(data.brandWarning).toContain("reserved");
  expect(host.asked.filter((url) => url.includes("acme.example"))).toEqual([]);
});

test("an account that no source lists leaves no advertiser behind", async () => {
  const linkedAccounts = [{ storefrontId: 999_999, sourceId: "main", accountId: "acc" }];
  const before = (await buyer.get("/buyer/advertisers")).data.total;
  const refused = await create({ brand: "acme.com", linkedAccounts });
  expect(refused.status).toBeGreaterThanOrEqual(400);
  expect((await buyer.get("/buyer/advertisers")).data.total).toBe(before);
});
