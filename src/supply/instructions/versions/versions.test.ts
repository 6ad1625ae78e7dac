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

describe.each(["/storefront/operating-instructions", "/storefront/acceptance-policy"])("%s", (path) => {
  test("a version is numbered from 1, returned in full, and inactive until somebody activates it", async () => {
    const seller = await newSeller();
    const { status, data } = await seller.post(path, { content: "# One", notes: "the first" });
    expect(status).toBe(201);
    expect(data).toMatchObject({ version: 1, content: "# One", notes: "the first", isActive: false });
    expect(data.storefrontId).toBe((await seller.get("/storefront")).data.storefrontId);
    expect((await seller.get(`${path}/1`)).data).toEqual(data);
    expect(await seller.get(`${path}/active`)).toMatchObject({ status: 404, error: { code: "NOT_FOUND" } });
  });

  test("one is active at a time; an older one can be activated again, and the history stays", async () => {
    const seller = await newSeller();
    await seller.post(path, { content: "one", activate: true });
    await seller.post(path, { content: "two", activate: true });
    expect((await seller.get(`${path}/active`)).data).toMatchObject({ version: 2, isActive: true });
    const again = await seller.post(`${path}/1/activate`);
    expect(again).toMatchObject({ status: 200, data: { version: 1, isActive: true } });
    expect((await seller.post(`${path}/1/activate`)).data).toEqual(again.data);
    const { items, total } = (await seller.get(path)).data;
    expect(total).toBe(2);
    expect(items.map((one: { version: number; isActive: boolean }) => [one.version, one.isActive])).toEqual([
      [2, false],
      [1, true],
    ]);
  });

  test("sixteen concurrent versions get sixteen numbers, and one of them is active", async () => {
    const seller = await newSeller();
    const all = Array.from({ length: 16 }, (_, index) => seller.post(path, { content: `${index}`, activate: true }));
    const numbers = (await Promise.all(all)).map(({ data }) => data.version).toSorted((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
    const { items } = (await seller.get(path)).data;
    expect(items.filter((one: { isActive: boolean }) => one.isActive)).toHaveLength(1);
  });

  test("a version that does not exist is missing, and activating it is an error in the request", async () => {
    const seller = await newSeller();
    expect(await seller.get(`${path}/7`)).toMatchObject({ status: 404, error: { code: "NOT_FOUND" } });
    expect(await seller.post(`${path}/7/activate`)).toMatchObject({
      status: 400,
      error: { code: "VALIDATION_ERROR", field: "version" },
    });
  });

  test.each([{}, { content: "" }, { content: "x".repeat(50_001) }, { content: "x", notes: "n".repeat(2001) }])(
    "a body that breaks its bounds is refused (%#)",
    async (body) => {
      expect((await (await newSeller()).post(path, body)).error?.code).toBe("VALIDATION_ERROR");
    },
  );

  test("nothing is written without a storefront, or in an archived one", async () => {
    const [none, archived] = [await world.caller("SELLER"), await newSeller()];
    expect((await none.post(path, { content: "x" })).error?.code).toBe("NOT_FOUND");
    await archived.post("/storefront/archive");
    expect((await archived.post(path, { content: "x" })).error?.code).toBe("INVALID_STATE");
  });
});

describe("a selling doctrine", () => {
  const doctrineOf = async (doctrine?: unknown) =>
    (await (await newSeller()).post("/storefront/operating-instructions", { content: "x", doctrine })).data?.doctrine;
  const thresholds = { minimumCategoryFit: 0.3, counterAppetite: 0.6, floorPosture: "hold_floor" };

  test("is always returned: the default if a version has none, and recognised by its numbers if it has", async () => {
    expect(await doctrineOf()).toMatchObject({ variant: "house_default", isDefault: true });
    const adopted = await doctrineOf({ variant: "consultative" });
    expect(adopted).toMatchObject({ variant: "consultative", isDefault: false });
    expect(await doctrineOf({ thresholds: adopted.thresholds })).toEqual(adopted);
    expect(await doctrineOf({ thresholds })).toEqual({ variant: "custom", thresholds, isDefault: false });
  });

  test.each([{}, { variant: "house_default" }, { variant: "consultative", thresholds }])(
    "that is none, or two, is refused (%#)",
    async (doctrine) => expect(await doctrineOf(doctrine)).toBeUndefined(),
  );
});

test.each([
  ["Lead with our sports packages.", []],
  ["Never go below a $12 CPM.", ["pricing"]],
  ["Give agencies a discount.", ["discounts"]],
  ["Accepted countries: DE, AT.", ["markets"]],
  ["We do not accept gambling.", ["acceptance_policy"]],
  ["Sell at 10 EUR and reject political advertisers.", ["pricing", "acceptance_policy"]],
])("%j is told which part of it is set elsewhere", async (content, areas) => {
  const { data } = await (await newSeller()).post("/storefront/operating-instructions", { content });
  expect(data.ownershipIssues.map(({ area }: { area: string }) => area)).toEqual(areas);
});
