import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, openWorld, type Reply, type World } from "../world.ts";

/** Sequences of requests under few keys, so that they collide, compared with a model of a dozen lines. */
const SEED = 20_261_122;
const HISTORIES = Number(process.env.FUZZ_RUNS ?? 25);

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

/** The same request may be written in several ways; `wanted` distinguishes requests that are not the same. */
interface Variant {
  readonly wanted: string;
  readonly path: "advertisers" | "cohorts";
  readonly body: object;
  readonly isValid: boolean;
}
const definition = { type: "custom" };
const VARIANTS: readonly Variant[] = [
  { wanted: "a", path: "advertisers", body: { name: "A", brand: "acme.example" }, isValid: true },
  { wanted: "a", path: "advertisers", body: { brand: "acme.example", extra: 1, name: "A" }, isValid: true },
  { wanted: "b", path: "advertisers", body: { name: "B", brand: "acme.example" }, isValid: true },
  { wanted: "c", path: "cohorts", body: { name: "C", cohortType: "custom", definition }, isValid: true },
  { wanted: "c", path: "cohorts", body: { definition, cohortType: "custom", name: "C" }, isValid: true },
  { wanted: "d", path: "advertisers", body: { name: "", brand: "acme.example" }, isValid: false },
  { wanted: "e", path: "cohorts", body: { name: "", cohortType: "custom", definition }, isValid: false },
];

interface Asked {
  readonly who: 0 | 1;
  readonly key: string;
  readonly variant: Variant;
}
const asked: fc.Arbitrary<Asked> = fc.record({
  who: fc.constantFrom(0 as const, 1 as const),
  key: fc.constantFrom("history-1", "history-2", "history-3"),
  variant: fc.constantFrom(...VARIANTS),
});

interface Tenant {
  readonly caller: Caller;
  readonly home: string;
}

async function openTenant(): Promise<Tenant> {
  const caller = await world.caller("BUYER");
  const { data } = await caller.post("/buyer/advertisers", { name: "Home", brand: "acme.example" });
  return { caller, home: `/buyer/advertisers/${data.id}/test-cohorts` };
}

const send = ({ caller, home }: Tenant, { key, variant: { path, body } }: Asked) =>
  caller.post(path === "cohorts" ? home : "/buyer/advertisers", body, { "idempotency-key": key });

const effectsOf = async ({ caller, home }: Tenant) => ({
  advertisers: (await caller.get("/buyer/advertisers")).data.total - 1,
  cohorts: (await caller.get(home)).data.total,
});

/** The first answer for each tenant's keys, and its effect. */
class Model {
  readonly first = new Map<string, { readonly wanted: string; readonly data: unknown }>();
  readonly effects = [
    { advertisers: 0, cohorts: 0 },
    { advertisers: 0, cohorts: 0 },
  ];

  /** The expected answer, as far as it is known beforehand; a first success is stored as it was received. */
  wanted({ who, key, variant: { wanted, path, isValid } }: Asked, { data }: Reply) {
    const known = this.first.get(`${who} ${key}`);
    if (!isValid) return { status: 400, error: { code: "VALIDATION_ERROR" } };
    if (known && known.wanted !== wanted) return { status: 409, error: { code: "IDEMPOTENCY_CONFLICT" } };
    if (known) return { status: 201, data: known.data, meta: { replayed: true } };
    this.first.set(`${who} ${key}`, { wanted, data });
    const effects = this.effects[who];
    if (effects) effects[path] += 1;
    return { status: 201, error: null };
  }
}

test("whatever is requested under whichever keys in whatever order, each key has one effect and one answer", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(asked, { minLength: 2, maxLength: 20 }), async (history) => {
      const tenants = [await openTenant(), await openTenant()] as const;
      const model = new Model();
      for (const one of history) {
        const tenant = tenants[one.who];
        const reply = await send(tenant, one);
        expect(reply).toMatchObject(model.wanted(one, reply));
      }
      expect(await Promise.all(tenants.map(effectsOf))).toEqual(model.effects);
    }),
    { seed: SEED, numRuns: HISTORIES },
  );
});

test("under any concurrent requests, each key has one effect, and all its answers are the same", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(asked, { minLength: 2, maxLength: 10 }), async (crowd) => {
      const tenants = [await openTenant(), await openTenant()] as const;
      const replies = await Promise.all(crowd.map((one) => send(tenants[one.who], one)));
      const made = crowd.flatMap((one, n) => (replies[n]?.status === 201 ? [{ one, data: replies[n]?.data }] : []));
      const byKey = Map.groupBy(made, ({ one: { who, key } }) => `${who} ${key}`);
      for (const same of byKey.values()) expect(new Set(same.map(({ data }) => JSON.stringify(data))).size).toBe(1);
      for (const { status } of replies) expect(status).toBeOneOf([201, 400, 409]);
      for (const who of [0, 1] as const) {
        const { advertisers, cohorts } = await effectsOf(tenants[who]);
        expect(advertisers + cohorts).toBe([...byKey.keys()].filter((key) => key.startsWith(`${who} `)).length);
      }
    }),
    { seed: SEED, numRuns: HISTORIES },
  );
});
