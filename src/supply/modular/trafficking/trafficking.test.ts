import { afterAll, beforeAll, expect, test } from "vitest";
import { doJobs, makeEverythingDue } from "../../../../test/jobs.ts";
import { openWorld, type World } from "../../../../test/world.ts";
import { perform } from "../../../ground/kernel/perform.ts";
import { avail, type ModularFixture, ok, openModularFixture, stock } from "../modular.fixture.ts";
import { carryOut } from "./carry-out.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const buy = { mediaBuyId: "mb-1", buyerCustomerId: 7001, availId: "a" };

/** A source whose order system fails this often, with one buy handed off. */
async function handedOff(failureRatePercent: number): Promise<ModularFixture> {
  const desk = await openModularFixture(world);
  await stock(desk, avail("a"));
  const config = { endpointUrl: "https://oms.example", failureRatePercent };
  ok(await desk.post("/modules", { contractId: "sim-oms:v1", config }));
  ok(await desk.post("/modules/traffic-1/credentials/API_KEY", { auth: { apiKey: "hush-hush-key" } }));
  ok(await desk.post("/reservations", { ...buy, requestedImpressions: 100 }));
  const creative = { clientCopyMasterRef: "copy" };
  const handed = ok(await desk.post("/bookings/finalize", { ...buy, creative }));
  expect(handed).toMatchObject({ executionStatus: "PENDING_TRAFFICKING", workItems: [] });
  return desk;
}

const taskOf = ({ place }: ModularFixture, stage: string) =>
  world.database.readInstallation((db) =>
    db
      .selectFrom("modular_tasks")
      .selectAll()
      .where("customer_id", "=", place.customerId)
      .where("stage", "=", stage)
      .executeTakeFirst(),
  );

const bookingOf = ({ place }: ModularFixture) =>
  world.database.readInstallation((db) =>
    db.selectFrom("modular_bookings").selectAll().where("customer_id", "=", place.customerId).executeTakeFirstOrThrow(),
  );

async function attempts(turns: number) {
  for (let turn = 0; turn < turns; turn += 1) {
    await makeEverythingDue(world);
    await doJobs(world);
  }
}

test("a module books and traffics automatically, without any work items", async () => {
  const desk = await handedOff(0);
  await attempts(2);
  expect(await bookingOf(desk)).toMatchObject({
    status: "BOOKED",
    upstream_order_id: expect.stringMatching(/^sim-order-/),
    traffic_ref: expect.stringMatching(/^sim-line-/),
  });
  expect(ok(await desk.get("/work-items?status=OPEN,COMPLETED,CANCELLED")).items).toEqual([]);
});

test("after three attempts people are asked as well, and the first to complete the task has done it", async () => {
  const desk = await handedOff(100);
  await attempts(4);
  const { items } = ok(await desk.get("/work-items"));
  expect(items).toMatchObject([{ kind: "EXECUTE_UPSTREAM_BOOKING", requiredResultFields: ["upstreamOrderId"] }]);
  expect(await taskOf(desk, "FINALIZE_BOOKING")).toMatchObject({ state: "WITH_PEOPLE" });
  // The system is repaired while the work item is open, and the module is faster than the people.
  ok(await desk.seller.patch(`${desk.path}/modules/traffic-1/config`, { config: { failureRatePercent: 0 } }));
  const { customerId } = desk.place;
  const task = await taskOf(desk, "FINALIZE_BOOKING");
  await perform(carryOut, { customerId, taskKey: task?.task_key ?? "", attempt: task?.fence }, "req_late", world.host);
  const done = ok(await desk.get(`/work-items/${items[0].id}`));
  expect(done.item).toMatchObject({ status: "COMPLETED", completedBy: "traffic-1" });
  expect(done.events.map(({ eventType, actorType }: Record<string, string>) => `${eventType} ${actorType}`)).toEqual([
    "OPENED system",
    "COMPLETED module",
  ]);
  const late = { result: { upstreamOrderId: "by-hand" } };
  expect(ok(await desk.post(`/work-items/${items[0].id}/complete`, late))).toMatchObject({ changed: false });
  expect((await bookingOf(desk)).upstream_order_id).toMatch(/^sim-order-/);
});

test("a person who is first ends the module's task", async () => {
  const desk = await handedOff(100);
  await attempts(4);
  const { items } = ok(await desk.get("/work-items"));
  ok(await desk.post(`/work-items/${items[0].id}/complete`, { result: { upstreamOrderId: "by-hand" } }));
  expect(await taskOf(desk, "FINALIZE_BOOKING")).toMatchObject({ state: "DONE" });
  expect(await bookingOf(desk)).toMatchObject({ status: "BOOKED", upstream_order_id: "by-hand" });
});

test("a booking that is released while upstream books it is cancelled there", async () => {
  const desk = await handedOff(0);
  const { customerId } = desk.place;
  const task = await taskOf(desk, "FINALIZE_BOOKING");
  const host = {
    ...world.host,
    reached: (work: string, stage: string) => {
      if (`${work} ${stage}` === "modular.carry-out called") throw new Error("killed");
    },
  };
  const asked = { customerId, taskKey: task?.task_key ?? "", attempt: 0 };
  await expect(perform(carryOut, asked, "req_1", host)).rejects.toThrow("killed");
  expect(ok(await desk.post("/bookings/release", buy))).toMatchObject({ status: "RELEASED" });
  await attempts(1);
  expect(await taskOf(desk, "FINALIZE_BOOKING")).toMatchObject({ state: "CANCELLED" });
  expect(await bookingOf(desk)).toMatchObject({ status: "RELEASED" });
});

test("a secret is stored encrypted, shown to nobody, and deleted when it is revoked", async () => {
  const desk = await handedOff(0);
  const path = `${desk.path}/modules/traffic-1/credentials/API_KEY`;
  const rotated = ok(await desk.seller.put(path, { auth: { apiKey: "a-newer-key" } }));
  expect(rotated).toMatchObject({ status: "ACTIVE", credentialKind: "API_KEY" });
  expect(JSON.stringify([rotated, ok(await desk.get())])).not.toMatch(/hush-hush|newer-key/);
  expect(ok(await desk.get()).modules.at(-1).configuredFieldKeys).toContain("credential:API_KEY");
  expect(ok(await desk.seller.delete(path))).toMatchObject({ status: "REVOKED" });
  const rows = await world.database.readInstallation((db) =>
    db.selectFrom("modular_credentials").select("sealed").where("customer_id", "=", desk.place.customerId).execute(),
  );
  expect(rows.map(({ sealed }) => sealed)).toEqual([null, null]);
  expect(ok(await desk.get()).modules.at(-1)).toMatchObject({ status: "CONFIGURING" });
});

test.each([
  ["nothing", undefined, "is missing"],
  ["blanks", " \u3000", "is missing"],
  ["an object", { id: 7 }, "upstreamOrderId must be a text"],
  ["a list", ["7"], "upstreamOrderId must be a text"],
  ["a yes", true, "upstreamOrderId must be a text"],
])("%s is no id of an order upstream, and books nothing", async (_, upstreamOrderId, message) => {
  const desk = await openModularFixture(world);
  await stock(desk, avail("a"));
  ok(await desk.post("/modules", { contractId: "manual-trafficking:v1", config: { targetSystem: "OMS" } }));
  ok(await desk.post("/reservations", { ...buy, requestedImpressions: 10 }));
  const { workItems } = ok(await desk.post("/bookings/finalize", buy));
  const complete = (result: object) => desk.post(`/work-items/${workItems[0].id}/complete`, { result });
  expect(await complete({ upstreamOrderId })).toMatchObject({
    status: 400,
    error: { field: "result.upstreamOrderId", message: expect.stringContaining(message) },
  });
  expect((await bookingOf(desk)).status).toBe("HELD");
  ok(await complete({ upstreamOrderId: 4711 }));
  expect(await bookingOf(desk)).toMatchObject({ status: "BOOKED", upstream_order_id: "4711" });
});

test("a work item is claimed, blocked with a reason and reported when it grows old, and every move is stored", async () => {
  const desk = await openModularFixture(world);
  await stock(desk, avail("a"));
  ok(await desk.post("/modules", { contractId: "manual-trafficking:v1", config: { targetSystem: "OMS" } }));
  ok(await desk.post("/reservations", { ...buy, requestedImpressions: 10 }));
  const { workItems } = ok(await desk.post("/bookings/finalize", buy));
  const path = `${desk.path}/work-items/${workItems[0].id}`;
  expect((await desk.seller.patch(path, { status: "BLOCKED" })).status).toBe(400);
  ok(await desk.seller.patch(path, { status: "IN_PROGRESS", assignedTo: "Ada" }));
  ok(await desk.seller.patch(path, { status: "BLOCKED", blockedReason: "the buyer's order number is missing" }));
  await desk.seller.post("/sandbox/clock", { days: 2 });
  const { item, events } = ok(await desk.seller.get(path));
  expect(item).toMatchObject({ status: "BLOCKED", assignedTo: "Ada" });
  expect(events.map(({ eventType }: { eventType: string }) => eventType)).toEqual([
    "OPENED",
    "UPDATED",
    "UPDATED",
    "GREW_OLD",
  ]);
  const reported = JSON.stringify(ok(await desk.seller.get("/notifications?limit=50")));
  expect(reported).toContain("work_item.opened");
  expect(reported).toContain("work_item.overdue");
  expect(ok(await desk.seller.get("/storefront/work-items?olderThanHours=24")).items).toHaveLength(2);
  ok(await desk.post("/bookings/release", buy));
  expect((await desk.seller.patch(path, { status: "OPEN" })).status).toBe(409);
});

test("a module that is configured to polls the status of its orders upstream, by the clock", async () => {
  const desk = await handedOff(0);
  ok(await desk.post("/modules", { contractId: "sim-oms-status:v1", config: { pollMinutes: 720 } }));
  await attempts(2);
  expect((await bookingOf(desk)).upstream_status).toBeNull();
  ok(await desk.seller.post("/sandbox/clock", { days: 1 }));
  await doJobs(world);
  expect((await bookingOf(desk)).upstream_status).toMatch(/^(BOOKED|LIVE)$/);
});
