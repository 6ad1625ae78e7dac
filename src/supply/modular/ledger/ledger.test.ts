import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../../../test/world.ts";
import { frozenClock, MINUTE_MS } from "../../../ground/kernel/clock.ts";
import { agentOf, avail, callOf, type ModularFixture, ok, openModularFixture, stock } from "../modular.fixture.ts";
import { listDriftOfAllCustomers } from "./store.ts";

const START = new Date("2026-05-01T09:00:00Z");
const clock = frozenClock(START);

let world: World;
beforeAll(async () => void (world = await openWorld({ clock, poolSize: 24 })));
afterAll(() => world.close());

const buyOf = (number: number, availId = "a") => ({
  mediaBuyId: `mb-${number}`,
  buyerCustomerId: 7_000 + number,
  availId,
});

async function standing({ place }: ModularFixture, availId = "a") {
  return world.database.readInstallation((db) =>
    db
      .selectFrom("modular_avails")
      .select(["held", "booked", "impressions_capacity as capacity"])
      .where("customer_id", "=", place.customerId)
      .where("avail_id", "=", availId)
      .executeTakeFirstOrThrow(),
  );
}

const drift = () => world.database.readInstallation((db) => listDriftOfAllCustomers(db));

test("64 clients of one avail get exactly what it has, and each of the others is told how much is left", async () => {
  const desk = await openModularFixture(world);
  await stock(desk, avail("a", { impressionsCapacity: 1_000 }));
  const replies = await Promise.all(
    Array.from({ length: 64 }, (_, at) => desk.post("/reservations", { ...buyOf(at), requestedImpressions: 100 })),
  );
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(10);
  const refused = replies.filter(({ status }) => status !== 200);
  expect(refused.every(({ status }) => status === 409)).toBe(true);
  expect(refused.at(-1)?.error?.details).toMatchObject({ reason: "INSUFFICIENT_CAPACITY", availableImpressions: 0 });
  expect(await standing(desk)).toEqual({ held: 1_000, booked: 0, capacity: 1_000 });
  expect(await drift()).toEqual([]);
});

test("the same reservation sent sixteen times concurrently is one hold, and with other impressions a conflict", async () => {
  const desk = await openModularFixture(world);
  await stock(desk, avail("a"));
  const body = { ...buyOf(1), packageId: "p", requestedImpressions: 500 };
  const replies = await Promise.all(Array.from({ length: 16 }, () => desk.post("/reservations", body)));
  expect(new Set(replies.map((reply) => ok(reply).bookingId)).size).toBe(1);
  expect(await standing(desk)).toMatchObject({ held: 500 });
  const other = await desk.post("/reservations", { ...body, requestedImpressions: 501 });
  expect(other).toMatchObject({ status: 409, error: { details: { reason: "DIFFERENT_REQUEST" } } });
});

test("an expired hold blocks nobody, even if no job has run", async () => {
  const desk = await openModularFixture(world);
  await stock(desk, avail("a", { impressionsCapacity: 100 }));
  ok(await desk.post("/reservations", { ...buyOf(1), requestedImpressions: 100, holdMinutes: 30 }));
  clock.set(new Date(clock.now().getTime() + 30 * MINUTE_MS));
  ok(await desk.post("/reservations", { ...buyOf(2), requestedImpressions: 100 }));
  const late = await desk.post("/bookings/finalize", buyOf(1));
  expect(late).toMatchObject({ status: 409, error: { details: { status: "RELEASED" } } });
  expect(await standing(desk)).toMatchObject({ held: 100, booked: 0 });
});

test("a hold that was handed off does not expire, and one without anybody to book it upstream is booked", async () => {
  const desk = await openModularFixture(world);
  await stock(desk, avail("a"));
  ok(await desk.post("/reservations", { ...buyOf(1), requestedImpressions: 10, holdMinutes: 1 }));
  expect(ok(await desk.post("/bookings/finalize", buyOf(1)))).toMatchObject({ executionStatus: "BOOKED" });
  ok(await desk.post("/modules", { contractId: "manual-trafficking:v1", config: { targetSystem: "OMS" } }));
  ok(await desk.post("/reservations", { ...buyOf(2), requestedImpressions: 10, holdMinutes: 1 }));
  expect(ok(await desk.post("/bookings/finalize", buyOf(2)))).toMatchObject({ executionStatus: "PENDING_TRAFFICKING" });
  clock.set(new Date(clock.now().getTime() + 60 * MINUTE_MS));
  await desk.tick();
  expect(await standing(desk)).toMatchObject({ held: 10, booked: 10 });
  // Handing it off again returns its status, with the existing items.
  expect(ok(await desk.post("/bookings/finalize", buyOf(2))).workItems).toHaveLength(2);
});

test("another buyer's booking does not exist, and a final one stays as it is", async () => {
  const desk = await openModularFixture(world);
  await stock(desk, avail("a"));
  ok(await desk.post("/reservations", { ...buyOf(1), requestedImpressions: 10 }));
  const stranger = { ...buyOf(1), buyerCustomerId: 9_999 };
  expect((await desk.post("/bookings/finalize", stranger)).status).toBe(404);
  expect((await desk.post("/bookings/release", stranger)).status).toBe(404);
  const released = ok(await desk.post("/bookings/release", buyOf(1)));
  expect(released.status).toBe("RELEASED");
  expect(ok(await desk.post("/bookings/release", buyOf(1)))).toEqual(released);
  expect(ok(await desk.post("/reservations", { ...buyOf(1), requestedImpressions: 10 })).bookingId).not.toBe(
    released.bookingId,
  );
});

test("after a cut below what is sold nothing new is sold, bookings stay, and a person is asked once", async () => {
  const desk = await openModularFixture(world);
  await stock(desk, avail("a", { impressionsCapacity: 1_000 }));
  ok(await desk.post("/reservations", { ...buyOf(1), requestedImpressions: 800 }));
  await stock(desk, avail("a", { impressionsCapacity: 500 }));
  await stock(desk, avail("a", { impressionsCapacity: 400 }));
  expect((await desk.post("/reservations", { ...buyOf(2), requestedImpressions: 1 })).status).toBe(409);
  expect(ok(await desk.get("/products")).products).toMatchObject([{ heldImpressions: 800, availableImpressions: 0 }]);
  expect(ok(await desk.get("/work-items?kind=CONFIRM_AVAILS")).items).toMatchObject([{ priority: "HIGH" }]);
});

test("buys of several packages that need the same avails in different orders are all or nothing, and none waits for ever", async () => {
  const desk = await openModularFixture(world);
  const ids = ["a", "b", "c", "d"];
  await stock(desk, ...ids.map((id) => avail(id, { impressionsCapacity: 1_000, cpm: 10 })));
  const agent = agentOf(world, desk);
  const flight = { start: clock.now(), end: new Date("2026-12-31T00:00:00Z") };
  const outcomes = await Promise.all(
    Array.from({ length: 24 }, (_, at) => {
      const wanted = at % 2 === 0 ? ids : ids.toReversed();
      const packages = wanted.map((id) => ({
        buyerRef: `p-${id}`,
        productId: `avail.${id}`,
        pricingOptionId: "cpm",
        budget: "3",
        currency: "USD",
        bidPrice: null,
        pacing: "even" as const,
      }));
      const request = { idempotencyKey: `key-${at}`, buyerRef: `order-${at}`, name: "All", flight, packages };
      return agent.createMediaBuy(request, callOf(world));
    }),
  );
  // A package takes 300 of its avail's 1,000 impressions, so three buys fit.
  expect(outcomes.filter(({ kind }) => kind === "done")).toHaveLength(3);
  for (const id of ids) expect(await standing(desk, id)).toMatchObject({ held: 0, booked: 900 });
  expect(await drift()).toEqual([]);
});

/** The expected contents of the ledger, computed in the simplest possible way. */
interface Model {
  readonly capacity: Map<string, number>;
  readonly live: Map<string, { availId: string; impressions: number; booked: boolean; until: number }>;
}

const actArb = fc.oneof(
  fc.record({
    kind: fc.constant("reserve" as const),
    who: fc.integer({ min: 1, max: 6 }),
    availId: fc.constantFrom("a", "b"),
    impressions: fc.integer({ min: 1, max: 60 }),
    minutes: fc.integer({ min: 1, max: 90 }),
  }),
  fc.record({
    kind: fc.constantFrom("finalize" as const, "release" as const),
    who: fc.integer({ min: 1, max: 6 }),
    availId: fc.constantFrom("a", "b"),
  }),
  fc.record({ kind: fc.constant("wait" as const), minutes: fc.integer({ min: 1, max: 60 }) }),
  fc.record({
    kind: fc.constant("stock" as const),
    availId: fc.constantFrom("a", "b"),
    capacity: fc.integer({ min: 0, max: 150 }),
  }),
);

test("whatever is reserved, booked, released, expired and cut, the ledger follows the rules", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(actArb, { minLength: 10, maxLength: 40 }), async (acts) => {
      const desk = await openModularFixture(world);
      await stock(desk, avail("a", { impressionsCapacity: 100 }), avail("b", { impressionsCapacity: 100 }));
      const model: Model = {
        capacity: new Map([
          ["a", 100],
          ["b", 100],
        ]),
        live: new Map(),
      };
      for (const act of acts) {
        const [reported, expected] = await play(desk, model, act);
        expect(reported).toEqual(expected);
      }
      for (const availId of ["a", "b"]) {
        const sums = sumsOf(model, availId, clock.now().getTime());
        // Reading releases expired holds too, as every decision does.
        await desk.post("/bookings/release", { ...buyOf(1, availId), mediaBuyId: "nobody" });
        await desk.tick();
        expect(await standing(desk, availId)).toMatchObject(sums);
      }
      expect(await drift()).toEqual([]);
    }),
    { numRuns: 12, seed: 20_260_501 },
  );
});

type Act = typeof actArb extends fc.Arbitrary<infer A> ? A : never;

/** Executes it here and in the model, and returns the actual and the expected result. */
async function play(desk: ModularFixture, model: Model, act: Act): Promise<readonly [unknown, unknown]> {
  const at = clock.now().getTime();
  if (act.kind === "wait") clock.set(new Date(at + act.minutes * MINUTE_MS));
  if (act.kind === "stock") {
    await stock(desk, avail(act.availId, { impressionsCapacity: act.capacity }));
    model.capacity.set(act.availId, act.capacity);
  }
  if (act.kind === "wait" || act.kind === "stock") return [null, null];
  for (const [name, one] of model.live) if (!one.booked && one.until <= at) model.live.delete(name);
  const key = `${act.who} ${act.availId}`;
  const before = model.live.get(key);
  if (act.kind === "reserve") return hold(desk, model, { act, key, before, at });
  const reply = await desk.post(`/bookings/${act.kind}`, buyOf(act.who, act.availId));
  if (act.kind === "finalize") {
    if (before) model.live.set(key, { ...before, booked: true });
    return [reply.status === 200, before !== undefined];
  }
  model.live.delete(key);
  if (!before) return [true, true];
  return [reply.data.status, before.booked ? "CANCELLED" : "RELEASED"];
}

interface Holding {
  readonly act: Extract<Act, { readonly kind: "reserve" }>;
  readonly key: string;
  readonly before: { readonly impressions: number } | undefined;
  readonly at: number;
}

async function hold(
  desk: ModularFixture,
  model: Model,
  { act, key, before, at }: Holding,
): Promise<readonly [unknown, unknown]> {
  const { availId, impressions, minutes } = act;
  const { held, booked } = sumsOf(model, availId, at);
  const free = Math.max(0, (model.capacity.get(availId) ?? 0) - held - booked);
  const good = before ? before.impressions === impressions : impressions <= free;
  const body = { ...buyOf(act.who, availId), requestedImpressions: impressions, holdMinutes: minutes };
  const { status } = await desk.post("/reservations", body);
  if (good && !before) model.live.set(key, { availId, impressions, booked: false, until: at + minutes * MINUTE_MS });
  return [status, good ? 200 : 409];
}

function sumsOf({ live }: Model, availId: string, at: number) {
  const own = [...live.values()].filter((one) => one.availId === availId && (one.booked || one.until > at));
  const sum = (booked: boolean) =>
    own.filter((one) => one.booked === booked).reduce((total, one) => total + one.impressions, 0);
  return { held: sum(false), booked: sum(true) };
}
