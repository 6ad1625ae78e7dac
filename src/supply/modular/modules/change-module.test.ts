import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../../../test/world.ts";
import { ok, openModularFixture } from "../modular.fixture.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

test("a configuration is added to what is there, unless it replaces it", async () => {
  const desk = await openModularFixture(world);
  const config = { endpointUrl: "https://oms.example", failureRatePercent: 5 };
  ok(await desk.post("/modules", { contractId: "sim-oms:v1", moduleInstanceId: "oms", config }));
  const configure = async (body: object) =>
    JSON.stringify(ok(await desk.seller.patch(`${desk.path}/modules/oms/config`, body)));
  expect(await configure({ config: { failureRatePercent: 7 } })).toContain('"endpointUrl"');
  const replaced = await configure({ config: { failureRatePercent: 7 }, merge: false });
  const [, keys] = /"moduleInstanceId":"oms".*?"configuredFieldKeys":(\[[^\]]*\])/.exec(replaced) ?? [];
  expect(JSON.parse(keys ?? "null")).toEqual(["failureRatePercent"]);
});

test("a source whose seller keeps its bookings elsewhere has no ledger here", async () => {
  const desk = await openModularFixture(world);
  const add = async (name: string, includeBookingLedger: boolean) => {
    const body = { name, includeBookingLedger };
    const { sourceId } = ok(await desk.seller.post("/storefront/inventory-sources/modular/feed", body));
    return JSON.stringify(ok(await desk.seller.get(`/storefront/inventory-sources/${sourceId}/modular`)));
  };
  expect(await add("With a ledger", true)).toContain("booking-ledger:v1");
  expect(await add("Without", false)).not.toContain("booking-ledger:v1");
});
