import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../world.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const BODY = { name: "Acme", brand: "acme.example" };
const create = (buyer: Caller, key: string, body: unknown = BODY) =>
  buyer.post("/buyer/advertisers", body, { "idempotency-key": key });
const countOf = async (buyer: Caller) => (await buyer.get("/buyer/advertisers")).data.total;

test("a write repeated under its key answers the first success again, and says so", async () => {
  const buyer = await world.caller("BUYER");
  const first = await create(buyer, "order-0001");
  const again = await create(buyer, "order-0001");
  expect(again).toMatchObject({ status: first.status, data: first.data, meta: { replayed: true } });
  expect(again.headers["idempotency-replayed"]).toBe("true");
  expect(first.meta.replayed).toBeUndefined();
  expect(await countOf(buyer)).toBe(1);
});

test.each([2, 16])("%i concurrent requests with one key have one effect and one answer", async (callers) => {
  const buyer = await world.caller("BUYER");
  const { data } = await create(buyer, "the-advertiser");
  const home = `/buyer/advertisers/${data.id}/test-cohorts`;
  const cohort = { name: "West", cohortType: "custom", definition: { type: "custom" } };
  const answers = await Promise.all(
    Array.from({ length: callers }, () => buyer.post(home, cohort, { "idempotency-key": "at-once-1" })),
  );
  expect(new Set(answers.map(({ status, data }) => JSON.stringify([status, data]))).size).toBe(1);
  expect(answers.filter(({ meta }) => !meta.replayed)).toHaveLength(1);
  expect((await buyer.get(home)).data.total).toBe(1);
});

test("of 16 concurrent requests with external calls one takes effect, and the others get its answer or have to wait", async () => {
  const buyer = await world.caller("BUYER");
  const answers = await Promise.all(Array.from({ length: 16 }, () => create(buyer, "at-once-1")));
  const made = answers.filter(({ status }) => status === 201);
  expect(new Set(made.map(({ data }) => data.id)).size).toBe(1);
  for (const { status, error } of answers.filter((answer) => !made.includes(answer)))
    expect({ status, code: error?.code }).toEqual({ status: 409, code: "IDEMPOTENCY_IN_FLIGHT" });
  expect(await countOf(buyer)).toBe(1);
});

test("the same key with another request is a conflict, and changes nothing", async () => {
  const buyer = await world.caller("BUYER");
  await create(buyer, "reused-key");
  expect(await create(buyer, "reused-key", { ...BODY, name: "Other" })).toMatchObject({
    status: 409,
    error: { code: "IDEMPOTENCY_CONFLICT" },
  });
  expect(await countOf(buyer)).toBe(1);
});

test("a refused request leaves its key free", async () => {
  const buyer = await world.caller("BUYER");
  expect((await create(buyer, "refused-1", { name: "" })).status).toBe(400);
  expect(await create(buyer, "refused-1")).toMatchObject({
    status: 201,
    meta: expect.not.objectContaining({ replayed: true }),
  });
});

test("two organisations may use the same key", async () => {
  const [one, other] = await Promise.all([world.caller("BUYER"), world.caller("BUYER")]);
  const answers = await Promise.all([create(one, "shared-key"), create(other, "shared-key")]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  expect(answers[0]?.data.id).not.toBe(answers[1]?.data.id);
});

test("a different order of fields or unknown fields do not make it another request", async () => {
  const buyer = await world.caller("BUYER");
  await create(buyer, "same-thing");
  expect(await create(buyer, "same-thing", { brand: "acme.example", extra: 1, name: "Acme" })).toMatchObject({
    status: 201,
    meta: { replayed: true },
  });
});

test("every write has an audit entry in its transaction, and a refused one has none", async () => {
  const buyer = await world.caller("BUYER");
  const made = await create(buyer, "audited-1");
  await create(buyer, "audited-1");
  await create(buyer, "audited-2", { name: "" });
  const entries = await world.database.readInstallation((db) =>
    db.selectFrom("audit_log").selectAll().where("customer_id", "=", buyer.customerId).execute(),
  );
  expect(entries).toMatchObject([
    {
      operation: "createAdvertiser",
      action: "CREATE",
      resource_type: "ADVERTISER",
      resource_id: made.data.id,
      sequence: 1,
    },
  ]);
});
