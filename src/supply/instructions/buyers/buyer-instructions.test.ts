import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../../test/world.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

async function newSeller(): Promise<Caller> {
  const seller = await world.caller("SELLER");
  await seller.post("/storefront", { name: "Premium CTV" });
  return seller;
}

describe("a buyer instruction", () => {
  const path = "/storefront/buyer-instructions";
  const everybody = { operatorDomain: null, brandDomain: null, discountPercent: null, notes: null, countries: null };

  test("is returned as it was created, with bare domains", async () => {
    const seller = await newSeller();
    const body = {
      operatorDomain: "https://www.Agency.com/",
      brandDomain: "shoes.com",
      discountPercent: 12.5,
      notes: "viewability",
      countries: ["DE", "AT", "DE"],
    };
    const { status, data } = await seller.post(path, body);
    expect(status).toBe(201);
    expect(data).toMatchObject({ ...body, operatorDomain: "agency.com", countries: ["DE", "AT"] });
    expect((await seller.get(path)).data).toEqual({ items: [data], total: 1 });
  });

  test("there is one for each scope, and null is a scope like any other", async () => {
    const seller = await newSeller();
    expect((await seller.post(path, everybody)).status).toBe(201);
    expect(await seller.post(path, everybody)).toMatchObject({ status: 409, error: { code: "CONFLICT" } });
    expect((await seller.post(path, { ...everybody, brandDomain: "shoes.com" })).status).toBe(201);
  });

  test("changes in what is named, and never in its scope", async () => {
    const seller = await newSeller();
    const { id } = (await seller.post(path, { ...everybody, discountPercent: 5, countries: ["DE"] })).data;
    const changed = await seller.patch(`${path}/${id}`, { notes: "new", countries: null });
    expect(changed.data).toMatchObject({ discountPercent: 5, notes: "new", countries: null });
    expect(await seller.patch(`${path}/${id}`, { brandDomain: "shoes.com" })).toMatchObject({
      status: 400,
      error: { code: "VALIDATION_ERROR", field: "brandDomain" },
    });
    expect((await seller.delete(`${path}/${id}`)).status).toBe(204);
    expect((await seller.delete(`${path}/${id}`)).error?.code).toBe("NOT_FOUND");
    expect((await seller.patch(`${path}/${id}`, {})).error?.code).toBe("NOT_FOUND");
  });

  test.each([
    { operatorDomain: undefined },
    { discountPercent: 101 },
    { discountPercent: -1 },
    { countries: [] },
    { countries: ["de"] },
    { brandDomain: "no domain" },
  ])("that breaks its bounds is refused (%#)", async (change) => {
    expect((await (await newSeller()).post(path, { ...everybody, ...change })).error?.code).toBe("VALIDATION_ERROR");
  });

  test("is explained before anybody buys: what matches, which one applies and why", async () => {
    const seller = await newSeller();
    const rows = [
      { ...everybody, discountPercent: 5, notes: "all" },
      { ...everybody, brandDomain: "shoes.com", discountPercent: 10, notes: "shoes", countries: ["DE"] },
    ];
    const [first, second] = [(await seller.post(path, rows[0])).data, (await seller.post(path, rows[1])).data];
    const inGermany = await seller.get(`${path}/resolve?brandDomain=shoes.com&country=DE`);
    expect(inGermany.data).toMatchObject({
      matchedRowIds: [second.id, first.id],
      notes: ["shoes", "all"],
      effectiveDiscountPercent: 10,
      source: "buyer_instruction",
      sourceId: second.id,
      explanation: expect.stringContaining("10 % off"),
    });
    const anywhere = await seller.get(`${path}/resolve?brandDomain=shoes.com`);
    expect(anywhere.data).toMatchObject({ matchedRowIds: [first.id], effectiveDiscountPercent: 5 });
  });
});

describe("a house discount", () => {
  const path = "/storefront/house-discounts";
  const shoes = { houseDomain: "house.com", scope: "brand", discountPercent: 20, notes: null };

  test("is created, listed, changed and deleted; there is one for each house and scope, and both are fixed", async () => {
    const seller = await newSeller();
    const { status, data } = await seller.post(path, { ...shoes, houseDomain: "House.com" });
    expect(status).toBe(201);
    expect(data).toMatchObject(shoes);
    expect(await seller.post(path, shoes)).toMatchObject({ status: 409, error: { code: "CONFLICT" } });
    expect((await seller.post(path, { ...shoes, scope: "operator" })).status).toBe(201);
    expect((await seller.patch(`${path}/${data.id}`, { discountPercent: 25 })).data).toMatchObject({
      discountPercent: 25,
      notes: null,
    });
    expect((await seller.patch(`${path}/${data.id}`, { scope: "operator" })).error?.field).toBe("scope");
    expect((await seller.get(path)).data.total).toBe(2);
    expect((await seller.delete(`${path}/${data.id}`)).status).toBe(204);
    expect((await seller.patch(`${path}/${data.id}`, {})).error?.code).toBe("NOT_FOUND");
    expect((await seller.get(path)).data.total).toBe(1);
  });

  test("applies to domains known to belong to the house, and the preview says what is known", async () => {
    const seller = await newSeller();
    await seller.post(path, shoes);
    await know("shoes.com", "house.com");
    await know("house.com", "house.com");
    const resolve = async (domain: string) => (await seller.get(`${path}/resolve?domain=${domain}`)).data;
    expect(await resolve("shoes.com")).toEqual({
      domain: "shoes.com",
      chain: ["shoes.com", "house.com"],
      house: "house.com",
      known: true,
      coverage: "registered",
      resolverDegraded: false,
      isTop: false,
    });
    expect(await resolve("house.com")).toMatchObject({ chain: ["house.com"], isTop: true });
    expect(await resolve("nobody.com")).toMatchObject({ known: false, coverage: "unavailable", isTop: false });
    const held = await seller.get("/storefront/buyer-instructions/resolve?brandDomain=shoes.com");
    expect(held.data).toMatchObject({ effectiveDiscountPercent: 20, source: "house_discount" });
  });
});

/** Stores a brand as a look-up would have. */
async function know(domain: string, house: string): Promise<void> {
  const at = world.host.clock.now();
  const brand = JSON.stringify({ domain, house: { domain: house, name: house } });
  await world.database.writeInstallation((db) =>
    db.insertInto("brands").values({ domain, brand, read_at: at, looked_up_at: at, fresh_until: at }).execute(),
  );
}
