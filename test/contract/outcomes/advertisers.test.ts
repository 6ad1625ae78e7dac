import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../world.ts";

let world: World;
let buyer: Caller;
beforeAll(async () => {
  world = await openWorld();
  buyer = await world.caller("BUYER");
});
afterAll(() => world.close());

async function advertise(owner: Caller): Promise<string> {
  return (await owner.post("/buyer/advertisers", { name: "Acme", brand: "acme.example" })).data.id;
}

const CATALOG = { catalog_id: "summer", type: "product" };
const COHORT = { name: "West", cohortType: "geographic", definition: { type: "geo_region", regions: ["US-CA"] } };

describe("an archived advertiser cannot start anything new:", () => {
  let id: string;
  beforeAll(async () => {
    id = await advertise(buyer);
    await buyer.delete(`/buyer/advertisers/${id}`);
  });

  test.each<[string, "post" | "put", string, (account: string) => object]>([
    ["a catalog", "post", "catalogs", () => ({ name: "Summer", type: "product" })],
    ["a sync of catalogs", "post", "catalogs/sync", (account_id) => ({ account: { account_id }, catalogs: [CATALOG] })],
    ["a test cohort", "post", "test-cohorts", () => COHORT],
    ["a measurement config", "put", "measurement-config", () => ({})],
  ])("%s is refused", async (_, method, path, body) => {
    expect(await buyer[method](`/buyer/advertisers/${id}/${path}`, body(id))).toMatchObject({
      status: 400,
      error: { code: "INVALID_STATE", message: expect.stringContaining("restore") },
    });
  });
});

test("event sources of somebody else's advertiser are not registered", async () => {
  const id = await advertise(await world.caller("BUYER"));
  const body = { account: { account_id: id }, event_sources: [{ event_source_id: "pixel" }] };
  expect(await buyer.post(`/buyer/advertisers/${id}/event-sources/sync`, body)).toMatchObject({ status: 404 });
});
