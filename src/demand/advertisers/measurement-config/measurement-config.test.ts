import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../../test/world.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

async function openConfig() {
  const buyer: Caller = await world.caller("BUYER");
  const { id, createdAt } = (await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.com" })).data;
  const path = `/buyer/advertisers/${id}/measurement-config`;
  return { id, createdAt, read: () => buyer.get(path), set: (body: object) => buyer.put(path, body) };
}

test("before it is set it has its defaults, dated to the creation of the advertiser", async () => {
  const { id, createdAt, read } = await openConfig();
  expect((await read()).data).toEqual({
    measurementConfig: {
      advertiserId: id,
      mmmEnabled: false,
      mmmConfig: null,
      incrementalityTestingEnabled: false,
      brandLiftEnabled: false,
      settings: null,
      createdAt,
      updatedAt: createdAt,
    },
  });
});

test("an update changes what it names and nothing else, and the answer is what is read back", async () => {
  const { read, set } = await openConfig();
  const mmmConfig = { provider: "scope3", reportingFrequency: "weekly", dataSourceIds: ["ds_1"], extra: { a: 1 } };
  await set({ mmmEnabled: true, mmmConfig, settings: { vendor: "x" } });
  const changed = await set({ brandLiftEnabled: true, settings: null });
  expect(changed.data.measurementConfig).toMatchObject({
    mmmEnabled: true,
    mmmConfig,
    incrementalityTestingEnabled: false,
    brandLiftEnabled: true,
    settings: null,
  });
  expect((await read()).data).toEqual(changed.data);
});

test("the model's configuration is hidden while the model is off, and returns when it is on", async () => {
  const { read, set } = await openConfig();
  const mmmConfig = { provider: "scope3" };
  expect((await set({ mmmConfig })).data.measurementConfig.mmmConfig).toBeNull();
  expect((await set({ mmmEnabled: true })).data.measurementConfig.mmmConfig).toEqual(mmmConfig);
  await set({ mmmEnabled: false });
  expect((await read()).data.measurementConfig.mmmConfig).toBeNull();
});

test("two concurrent changes of different settings both take effect", async () => {
  const { read, set } = await openConfig();
  await Promise.all([set({ brandLiftEnabled: true }), set({ incrementalityTestingEnabled: true })]);
  expect((await read()).data.measurementConfig).toMatchObject({
    brandLiftEnabled: true,
    incrementalityTestingEnabled: true,
  });
});

test("an unknown reporting frequency is refused by name", async () => {
  const { set } = await openConfig();
  expect(await set({ mmmConfig: { reportingFrequency: "hourly" } })).toMatchObject({
    status: 400,
    error: { code: "VALIDATION_ERROR", field: "mmmConfig.reportingFrequency" },
  });
});
