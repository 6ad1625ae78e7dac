import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../../test/world.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const WEST = {
  name: "West Coast Treatment Group",
  cohortType: "geographic",
  definition: { type: "zip_code", zips: ["94103", "97201"], nested: { kept: true } },
};

async function openCohorts(): Promise<{ buyer: Caller; advertiserId: string; path: string }> {
  const buyer = await world.caller("BUYER");
  const { id } = (await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.com" })).data;
  return { buyer, advertiserId: id, path: `/buyer/advertisers/${id}/test-cohorts` };
}

test("a cohort is read back as it was written, and is for treatment unless it says otherwise", async () => {
  const { buyer, advertiserId, path } = await openCohorts();
  const made = await buyer.post(path, { ...WEST, splitPercentage: 50 });
  expect(made).toMatchObject({ status: 201 });
  expect(made.data).toEqual({
    cohort: {
      id: expect.stringMatching(/^coh_/),
      advertiserId,
      ...WEST,
      role: "TREATMENT",
      isActive: true,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    },
  });
  expect((await buyer.get(`${path}/${made.data.cohort.id}`)).data).toEqual(made.data);
});

test.each(["zip_code", "user_segment", "geo_region", "custom"])("a definition may be a %s", async (type) => {
  const { buyer, path } = await openCohorts();
  expect((await buyer.post(path, { ...WEST, definition: { type, any: [1] } })).data.cohort.definition).toEqual({
    type,
    any: [1],
  });
});

test("bad input names every field that is wrong", async () => {
  const { buyer, path } = await openCohorts();
  const { error } = await buyer.post(path, { role: "PLACEBO", definition: { type: "moon" }, estimatedSize: -1 });
  const issues = error?.details?.issues as { path: string }[];
  expect(issues.map(({ path }) => path).sort()).toEqual([
    "cohortType",
    "definition.type",
    "estimatedSize",
    "name",
    "role",
  ]);
});

test("an update changes what it names and nothing else, and null removes a value", async () => {
  const { buyer, path } = await openCohorts();
  const { cohort } = (await buyer.post(path, { ...WEST, description: "Sees it", estimatedSize: 50_000 })).data;
  const change = { role: "OBSERVATION", description: null, isActive: false };
  const { description: _, ...rest } = cohort;
  expect((await buyer.put(`${path}/${cohort.id}`, change)).data.cohort).toEqual({
    ...rest,
    role: "OBSERVATION",
    isActive: false,
    updatedAt: expect.any(String),
  });
});

test("the list is of summaries, newest first, by role and by whether they are in use", async () => {
  const { buyer, path } = await openCohorts();
  for (const role of ["TREATMENT", "CONTROL", "OBSERVATION"]) await buyer.post(path, { ...WEST, name: role, role });
  const named = async (query: string) =>
    (await buyer.get(`${path}${query}`)).data.cohorts.map(({ name }: { name: string }) => name);
  const { cohorts, total } = (await buyer.get(path)).data;
  expect(total).toBe(3);
  expect(Object.keys(cohorts[0]).sort()).toEqual(
    ["advertiserId", "cohortType", "createdAt", "id", "isActive", "name", "role", "updatedAt"].sort(),
  );
  await buyer.put(`${path}/${cohorts[0].id}`, { isActive: false });
  expect(await named("")).toEqual(["OBSERVATION", "CONTROL", "TREATMENT"]);
  expect(await named("?role=CONTROL")).toEqual(["CONTROL"]);
  expect(await named("?isActive=true&take=1&skip=1")).toEqual(["TREATMENT"]);
  expect(await named("?isActive=false")).toEqual(["OBSERVATION"]);
});

test("a deleted cohort is gone, and one of another advertiser is not to be found", async () => {
  const { buyer, path } = await openCohorts();
  const other = (await buyer.post("/buyer/advertisers", { name: "Other", brand: "other.com" })).data;
  const { cohort } = (await buyer.post(path, WEST)).data;
  const astray = `/buyer/advertisers/${other.id}/test-cohorts/${cohort.id}`;
  for (const reply of [await buyer.get(astray), await buyer.put(astray, {}), await buyer.delete(astray)])
    expect(reply).toMatchObject({ status: 404, error: { code: "NOT_FOUND" } });
  expect(await buyer.delete(`${path}/${cohort.id}`)).toMatchObject({ status: 204, data: null });
  expect((await buyer.get(`${path}/${cohort.id}`)).status).toBe(404);
  expect((await buyer.delete(`${path}/${cohort.id}`)).status).toBe(404);
});
