import { readFile } from "node:fs/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import { after, DAY_MS, frozenClock } from "../../ground/kernel/clock.ts";
import { perform } from "../../ground/kernel/perform.ts";
import { type BrandHost, openBrandHost, type Page } from "./brand-host.fixture.ts";
import { brandAgenda, deleteUnusedBrandsOfAllCustomers, lookUpBrand } from "./index.ts";

const NORTHWIND = {
  id: "northwind",
  names: [{ en: "Northwind" }],
  url: "https://northwind.com",
  industries: ["retail"],
  logos: [
    { url: "https://northwind.com/dark.svg", background: "dark-bg" },
    { url: "https://northwind.com/logo.svg", variant: "primary", background: "light-bg" },
  ],
  colors: { primary: ["#0044AA", "#0055BB"], accent: "#FFAA00" },
  tone: { voice: "plain", attributes: ["warm", "brief"] },
  tagline: [{ de: "Wind aus Nord" }, { en: "Wind from the north" }],
  product_catalog: { feed_url: "https://northwind.com/feed.xml" },
  assets: [{ asset_id: "hero", asset_type: "image", url: "https://northwind.com/hero.jpg" }],
};

const clock = frozenClock(new Date());
let host: BrandHost;
let world: World;
let buyer: Caller;

beforeAll(async () => {
  host = await openBrandHost();
  const plain = await openWorld();
  const { brandJsonUrl, brandRegistryUrl } = host;
  world = await openWorld({ clock, installation: { ...plain.host.installation, brandJsonUrl, brandRegistryUrl } });
  await plain.close();
  buyer = await world.caller("BUYER");
});
afterAll(() => world.close());

const resolve = async (domain: string) => (await buyer.post("/buyer/brands/resolve", { domain })).data;
const asksFor = (domain: string) => host.asked.filter((url) => url === `/${domain}/brand.json`).length;

test("a brand is returned as its own domain describes it, in both spellings", async () => {
  host.publish("northwind.com", NORTHWIND);
  expect(await resolve("https://www.Northwind.com/shop")).toEqual({
    resolved: true,
    domain: "northwind.com",
    brandName: "Northwind",
    logoUrl: "https://northwind.com/logo.svg",
    logoBackground: "light-bg",
    manifestUrl: `${host.origin}/northwind.com/brand.json`,
    registryEntry: null,
    authorizedOperators: [],
    houseBrand: false,
    manifest: expect.objectContaining({
      name: "Northwind",
      industry: "retail",
      colors: { primary: "#0044AA", accent: "#FFAA00" },
      tone: "plain; warm, brief",
      tagline: "Wind from the north",
      productCatalog: expect.objectContaining({ feedUrl: "https://northwind.com/feed.xml" }),
      product_catalog: { feed_url: "https://northwind.com/feed.xml" },
      assets: [expect.objectContaining({ assetId: "hero", asset_id: "hero" })],
    }),
  });
});

test("a seller gets the same about its own brand, and its storefront does not change", async () => {
  host.publish("northwind.com", NORTHWIND);
  const seller = await world.caller("SELLER");
  const made = (await seller.post("/storefront", { name: "Northwind Media" })).data;
  const reported = await seller.post("/storefront/resolve-brand", { domain: "northwind.com" });
  expect(reported).toMatchObject({ status: 200, data: await resolve("northwind.com") });
  expect((await seller.get("/storefront")).data).toEqual(made);
});

test("only operators that may act for the brand today are named", async () => {
  const at = (days: number) => after(clock.now(), days * DAY_MS).toISOString();
  const operator = (domain: string, brand: string, bounds: object) => ({ domain, brands: [brand], ...bounds });
  host.publish("house.com", {
    house: { domain: "house.com", name: "House" },
    brands: [{ id: "tea", names: [{ en: "Tea" }], url: "https://tea.com" }],
    authorized_operators: [
      operator("now.com", "tea", { valid_from: at(-1), valid_until: at(1) }),
      operator("all.com", "*", {}),
      operator("over.com", "tea", { valid_until: at(-1) }),
      operator("soon.com", "tea", { valid_from: at(1) }),
      operator("other.com", "coffee", {}),
    ],
  });
  host.publish("tea.com", { house: "house.com" });
  const { authorizedOperators, houseBrand } = await resolve("tea.com");
  expect(authorizedOperators.map(({ domain }: { domain: string }) => domain)).toEqual(["now.com", "all.com"]);
  expect(houseBrand).toBe(false);
  expect(await resolve("house.com")).toMatchObject({ brandName: "House", houseBrand: true });
});

test("a brand that publishes nothing is described by a registry, with a warning if that is unconfirmed", async () => {
  const entry = {
    canonical_id: "listed.com",
    canonical_domain: "listed.com",
    brand_name: "Listed",
    source: "enriched",
  };
  host.enter("listed.com", { ...entry, brand_manifest: { logos: [{ url: "https://listed.com/l.svg" }], tone: 7 } });
  expect(await resolve("listed.com")).toMatchObject({
    resolved: true,
    brandName: "Listed",
    logoUrl: "https://listed.com/l.svg",
    registryEntry: { brandName: "Listed" },
    warning: expect.stringContaining("registry"),
  });
});

const UNSAFE = [
  "https://user:secret@logos.com/l.svg",
  "javascript:alert(1)",
  "data:image/svg+xml,<svg onload=alert(1)>",
  `https://logos.com/${"l".repeat(2_048)}`,
];
test.each(UNSAFE)("a logo at %.40s is not passed on", async (url) => {
  const domain = `logo${UNSAFE.indexOf(url)}.com`;
  host.publish(domain, { id: "logo", names: [{ en: "Logo" }], logos: [{ url }] });
  const answer = await resolve(domain);
  expect(answer).toMatchObject({ brandName: "Logo", logoUrl: null, warning: expect.stringContaining("logos") });
  expect(answer.manifest).not.toHaveProperty("logos");
});

test("every URL that a brand publishes is spelt so that a page can load it", async () => {
  const url = `https://spelt.com/'><script>"`;
  host.publish("spelt.com", {
    id: "spelt",
    names: [{ en: "Spelt" }],
    logos: [{ url }],
    assets: [{ asset_id: "hero", asset_type: "image", url }],
    product_catalog: { feed_url: url },
    privacy_policy_url: url,
  });
  const answer = await resolve("spelt.com");
  expect(answer.logoUrl).toBe("https://spelt.com/%27%3E%3Cscript%3E%22");
  expect(JSON.stringify(answer)).not.toMatch(/['<>]/);
});

test("a brand that was stored before its URLs were checked is deleted, and all others stay", async () => {
  const keep = (domain: string, logo: string) => ({
    domain,
    brand: JSON.stringify({ domain, name: "Kept", url: `https://${domain}/`, profile: { logos: [{ url: logo }] } }),
    read_at: clock.now(),
    looked_up_at: clock.now(),
    fresh_until: after(clock.now(), DAY_MS),
  });
  const rows = [
    keep("safe.com", "https://safe.com/a@2x.svg?size=1"),
    ...["https://u:p@evil.com/", "https://evil.com/'><script>", "HTTPS://evil.com/a b"].map((logo, n) =>
      keep(`unsafe${n}.com`, logo),
    ),
  ];
  const migration = new URL("../../ground/db/migrations/0057-checked-brand-addresses.sql", import.meta.url);
  const kept = await world.database.writeInstallation(async (db) => {
    await db.insertInto("brands").values(rows).execute();
    await sql.raw(await readFile(migration, "utf8")).execute(db);
    return db.selectFrom("brands").select("domain").where("brand", "is not", null).execute();
  });
  const domains = kept.map(({ domain }) => domain);
  expect(domains).toContain("safe.com");
  expect(domains.filter((domain) => domain.startsWith("unsafe"))).toEqual([]);
});

const HOSTILE: Readonly<Record<string, Page>> = {
  "an error": (_, response) => void response.writeHead(500).end(),
  "something else": (_, response) => void response.end("<html>"),
  "an endless document": (_, response) => void response.end(`["${"x".repeat(1_100_000)}"]`),
  "a document that did not change since nobody read it": (_, response) => void response.writeHead(304).end(),
  "a redirect inside": (_, response) => void response.writeHead(302, { location: "https://10.0.0.1/" }).end(),
  "half an answer": (_, response) => void response.socket?.destroy(),
  "half a character": (_, response) => void response.end('{"id":"x","names":[{"en":"\\ud800"}]}'),
  "no character": (_, response) => void response.end('{"id":"x","names":[{"en":"\\u0000"}]}'),
  "a deep document": (_, response) => void response.end(`${"[".repeat(100_000)}${"]".repeat(100_000)}`),
};
test.each(Object.keys(HOSTILE))("a domain that answers with %s has no brand, with no other effect", async (kind) => {
  const domain = `hostile${Object.keys(HOSTILE).indexOf(kind)}.com`;
  host.publish(domain, HOSTILE[kind]);
  const answer = await buyer.post("/buyer/brands/resolve", { domain });
  expect(answer).toMatchObject({ status: 200, data: { resolved: false, domain, builderUrl: host.origin } });
  expect(answer.data.error).toContain(`${host.origin}/${domain}/brand.json`);
});

test("an invalid domain is refused, and a domain that nobody can have is not looked up", async () => {
  expect(await buyer.post("/buyer/brands/resolve", { domain: "not a domain" })).toMatchObject({
    status: 400,
    error: { field: "domain" },
  });
  expect(await resolve("acme.example")).toMatchObject({ resolved: false, error: expect.stringContaining("reserved") });
  expect(asksFor("acme.example")).toBe(0);
});

test("a brand is read once a day for everybody, and fetched again only if it has changed", async () => {
  const { id, names } = NORTHWIND;
  let reads = 0;
  host.publish("tagged.com", ((request, response) => {
    if (request.headers["if-none-match"] === '"v1"') return void response.writeHead(304).end();
    reads += 1;
    response.setHeader("etag", '"v1"').end(JSON.stringify({ id, names }));
  }) satisfies Page);
  const other = await world.caller("BUYER");
  await resolve("tagged.com");
  await other.post("/buyer/brands/resolve", { domain: "tagged.com" });
  expect([asksFor("tagged.com"), reads]).toEqual([1, 1]);
  clock.set(after(clock.now(), DAY_MS));
  expect(await resolve("tagged.com")).toMatchObject({ resolved: true, brandName: "Northwind" });
  expect([asksFor("tagged.com"), reads]).toEqual([2, 1]);
});

test("brands of active advertisers are kept up to date, and unused brands are deleted", async () => {
  host.publish("kept.com", NORTHWIND);
  host.publish("loose.com", NORTHWIND);
  await buyer.post("/buyer/advertisers", { name: "Kept", brand: "kept.com" });
  await resolve("loose.com");
  clock.set(after(clock.now(), DAY_MS));
  const due = await world.database.readInstallation((db) => brandAgenda.dueOfAllCustomers(db, clock.now(), 100));
  expect(due.map(({ subject }) => subject)).toContain("brand kept.com");
  expect(due.map(({ subject }) => subject)).not.toContain("brand loose.com");
  await perform(lookUpBrand, { customerId: 0, domain: "kept.com" }, "req_test", world.host);
  expect(asksFor("kept.com")).toBe(2);
  clock.set(after(clock.now(), 8 * DAY_MS));
  await world.database.writeInstallation((db) => deleteUnusedBrandsOfAllCustomers(db, clock.now()));
  const left = await world.database.readInstallation((db) => db.selectFrom("brands").select("domain").execute());
  expect(left).toContainEqual({ domain: "kept.com" });
  expect(left).not.toContainEqual({ domain: "loose.com" });
});

test("no tenant can write what others read about a brand", async () => {
  const scope = { customerId: buyer.customerId, reach: "market" } as const;
  const forged = { domain: "forged.com", reason: "mine", looked_up_at: clock.now(), fresh_until: clock.now() };
  await expect(world.database.write(scope, (db) => db.insertInto("brands").values(forged).execute())).rejects.toThrow(
    "row-level security",
  );
  const { numUpdatedRows } = await world.database.write(scope, (db) =>
    db.updateTable("brands").set({ reason: "mine" }).executeTakeFirst(),
  );
  expect(numUpdatedRows).toBe(0n);
});
