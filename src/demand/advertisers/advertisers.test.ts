import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/world.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

test("an advertiser is read back as it was written, its brand as a bare domain", async () => {
  const buyer = await world.caller("BUYER");
  const made = await buyer.post("/buyer/advertisers", { name: "Acme", brand: "https://www.Acme.com/shop", unknown: 1 });
  expect(made).toMatchObject({
    status: 201,
    data: { name: "Acme", brand: "acme.com", status: "ACTIVE", primaryCurrency: "USD", currencyLocked: false },
  });
  expect((await buyer.get(`/buyer/advertisers/${made.data.id}`)).data).toEqual(made.data);
  expect((await buyer.get("/buyer/advertisers?name=ACM&whatever=1")).data).toEqual({
    advertisers: [made.data],
    total: 1,
  });
});

test("an update changes what it names and nothing else", async () => {
  const buyer = await world.caller("BUYER");
  const { data } = await buyer.post("/buyer/advertisers", {
    name: "Acme",
    brandDomain: "acme.com",
    description: "shoes",
    sandbox: true,
  });
  const changed = await buyer.put(`/buyer/advertisers/${data.id}`, { name: "Acme Sport", sandbox: false });
  expect(changed.data).toEqual({ ...data, name: "Acme Sport", updatedAt: expect.any(String) });
});

test("a currency is locked once a campaign is in it, and may be changed until then", async () => {
  const buyer = await world.caller("BUYER");
  const { data } = await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.com" });
  const path = `/buyer/advertisers/${data.id}`;
  expect((await buyer.put(path, { primaryCurrency: "EUR" })).data).toMatchObject({
    primaryCurrency: "EUR",
    currencyLocked: false,
  });
  const [startDate, endDate] = [1, 9].map((days) => new Date(Date.now() + days * 86_400_000).toISOString());
  const plan = { advertiserId: data.id, name: "Spring", flightDates: { startDate, endDate }, budget: { total: 100 } };
  expect((await buyer.post("/buyer/campaigns", plan)).status).toBe(201);
  expect((await buyer.get(path)).data).toMatchObject({ currencyLocked: true });
  expect((await buyer.get("/buyer/advertisers")).data.advertisers).toMatchObject([{ currencyLocked: true }]);
  expect(await buyer.put(path, { primaryCurrency: "USD" })).toMatchObject({
    status: 400,
    error: { field: "primaryCurrency" },
  });
});

test("bad input names every field that is wrong", async () => {
  const buyer = await world.caller("BUYER");
  const refused = await buyer.post("/buyer/advertisers", { name: "", brand: "not a domain", primaryCurrency: "usd" });
  expect(refused).toMatchObject({ status: 400, data: null, error: { code: "VALIDATION_ERROR", field: "name" } });
  const issues = refused.error?.details?.issues as { path: string }[];
  expect(issues.map(({ path }) => path)).toEqual(["name", "brand", "primaryCurrency"]);
});

test("lists are paged, and say so", async () => {
  const buyer = await world.caller("BUYER");
  for (const name of ["a", "b", "c"]) await buyer.post("/buyer/advertisers", { name, brand: `${name}.com` });
  const page = await buyer.get("/buyer/advertisers?take=2&skip=1");
  expect(page.data.advertisers.map(({ name }: { name: string }) => name)).toEqual(["b", "a"]);
  expect(page.meta.pagination).toEqual({ skip: 1, take: 2, total: 3, hasMore: false });
  expect((await buyer.get("/buyer/advertisers?take=251")).error?.field).toBe("take");
});
