import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { silentLog } from "../../src/ground/kernel/log.ts";
import { apisOf, type Operation } from "../../src/ground/kernel/operation.ts";
import type { CustomerKind } from "../../src/ground/kernel/viewer.ts";
import { operations } from "../../src/main/areas.ts";
import { openWorld, type World } from "../world.ts";
import { nasty, spoiled } from "./hostile-input.ts";
import { createOwnedResources, type OwnedResources } from "./owned-resources.ts";
import { inputsOf, send } from "./request-of.ts";

/** Hostile input for every operation, generated from its own schemas: a well-formed request in which one thing is wrong. */
const SEED = 20_261_121;
const RUNS = Number(process.env.FUZZ_RUNS ?? 12);

let world: World;
let estate: OwnedResources;
const bugs: string[] = [];

beforeAll(async () => {
  const noted = (fields: Readonly<Record<string, unknown>>) =>
    void bugs.push(String((fields.err as Error | undefined)?.stack));
  world = await openWorld({ log: { ...silentLog, error: noted } });
  estate = await createOwnedResources(world, await world.caller("OPERATOR"), "Fuzzed");
  // The join link that samples of public operations name, so that hostile sign-ups get as far as any others.
  const link = { storefrontId: estate.ids.storefront, slug: "sample", approvalPolicy: "auto_approve" };
  await estate.seller.post("/storefront/join-links", link);
});
afterAll(() => world.close());

const sideOf = (op: Operation): CustomerKind =>
  op.sides?.[0] ??
  ({ buyer: "BUYER", storefront: "SELLER", operator: "OPERATOR", platform: "BUYER" } as const)[
    apisOf(op)[0] ?? "platform"
  ];

test.each(operations.map((op) => [op.id, op] as const))(
  "%s answers bad input in the envelope, never with a 5xx",
  async (_, op) => {
    const callers = { BUYER: estate.buyer, SELLER: estate.seller, OPERATOR: await world.caller("OPERATOR") };
    const { key } = callers[sideOf(op)];
    const parts = [...(op.body ? ["body"] : []), ...(op.query ? ["query"] : []), ...(op.params ? ["params"] : [])] as (
      | "body"
      | "query"
      | "params"
    )[];
    if (parts.length === 0) return;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...parts), fc.nat({ max: 200 }), nasty, async (part, at, value) => {
        const inputs = inputsOf(op, estate.ids);
        const whole = spoiled(inputs[part], at, value);
        if (part === "params" && (typeof whole !== "object" || whole === null)) return;
        const params =
          part === "params"
            ? Object.fromEntries(Object.entries(whole as object).map(([name, text]) => [name, inPath(text)]))
            : inputs.params;
        bugs.length = 0;
        const reply = await send(world, op, { ...inputs, [part]: whole, params }, key);
        expect([reply.status, bugs]).toEqual([expect.toSatisfy((status: number) => status < 500), []]);
        expect(reply.status < 400 || (/^[A-Z_]+$/.test(reply.error?.code ?? "") && reply.error?.message)).toBeTruthy();
        expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      }),
      { numRuns: RUNS, seed: SEED },
    );
  },
);

test("a body that is not JSON, or nested endlessly, is a 400 and not a crash", async () => {
  const raw = (payload: string) =>
    world.app.inject({
      method: "POST",
      url: "/api/v2/buyer/advertisers",
      headers: { authorization: `Bearer ${estate.buyer.key}`, "content-type": "application/json" },
      payload,
    });
  for (const payload of ["{", "undefined", "\u0000", '{"name":', `${"[".repeat(100_000)}${"]".repeat(100_000)}`]) {
    const answer = await raw(payload);
    expect([answer.statusCode, answer.json().error.code]).toEqual([400, "VALIDATION_ERROR"]);
  }
  expect((await raw(`"${"x".repeat(2_000_000)}"`)).statusCode).toBe(413);
});

test("headers of any shape are answered in the envelope", async () => {
  for (const headers of [
    { authorization: "Bearer" },
    { authorization: "Basic abc" },
    { authorization: `Bearer ${"x".repeat(4_000)}` },
    { "x-scope3-api-key": "'" },
  ]) {
    const reply = await world.anonymous("GET", "/accounts/current", undefined, headers);
    expect(reply).toMatchObject({ status: 401, error: { code: "UNAUTHORIZED" } });
  }
  const reply = await estate.buyer.post(
    "/buyer/advertisers",
    { name: "x", brand: "acme.example" },
    { "idempotency-key": "no" },
  );
  expect(reply).toMatchObject({ status: 400, error: { field: "Idempotency-Key" } });
});

/** Some generated objects cannot be written as text at all. */
function inPath(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.toWellFormed() || "1";
}
