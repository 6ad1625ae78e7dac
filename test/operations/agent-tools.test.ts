import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TOOLS } from "../../src/edge/adcp/tools/tools.ts";
import type { Noun } from "../../src/ground/kernel/inputs/noun.ts";
import { silentLog } from "../../src/ground/kernel/log.ts";
import { ROADS, type ToolReply, type Transport } from "../agent/roads.ts";
import { withValue } from "../sample.ts";
import { type Caller, openWorld, type World } from "../world.ts";
import { nasty, spoiled } from "./hostile-input.ts";
import { createOwnedResources, makeSponsored, type OwnedResources } from "./owned-resources.ts";
import { REQUESTS, type Shelf, shelve } from "./tool-requests.ts";

/** What every tool of a storefront's agent owes every caller, derived from the tools as it is for operations from the operations. */
const SEED = 20_261_122;
const RUNS = Number(process.env.FUZZ_RUNS ?? 12);
const STATUSES = ["active", "pending", "suspended"] as const;

let world: World;
let mine: Shelf;
let theirs: Shelf;
let estate: OwnedResources;
const sponsored = new Map<string, Caller>();
const bugs: string[] = [];

beforeAll(async () => {
  const noted = (fields: Readonly<Record<string, unknown>>) =>
    void bugs.push(String((fields.err as Error | undefined)?.stack));
  world = await openWorld({ log: { ...silentLog, error: noted } });
  const operator = await world.caller("OPERATOR");
  estate = await createOwnedResources(world, operator, "Mine");
  mine = await shelve(world, estate, "mine");
  theirs = await shelve(world, await createOwnedResources(world, operator, "Theirs"), "theirs");
  for (const status of STATUSES) {
    const { buyer } = await makeSponsored(world, estate, `Sponsored ${status}`);
    sponsored.set(status, buyer);
    await world.database.writeInstallation((db) =>
      db.updateTable("sponsorships").set({ status }).where("customer_id", "=", buyer.customerId).execute(),
    );
  }
});
afterAll(() => world.close());

const tools = TOOLS.map((tool) => [tool.name, tool] as const);
const keyed = tools.filter(([, { access }]) => access !== "public");
const changing = tools.filter(([, { access }]) => access === "write");
/** Platform sources make creatives: src/supply/providers/audiostack/audio-over-adcp.test.ts repeats that request there. */
const repeated = changing.filter(([name]) => name !== "comply_test_controller" && name !== "build_creative");

test("each tool has a request with which it is tested", () => {
  expect(Object.keys(REQUESTS).toSorted()).toEqual(TOOLS.map(({ name }) => name).toSorted());
});

/** Names of things that belong to nobody: the seller's catalogue, the caller's own names, and values that the protocol defines. */
const NOT_OWNED =
  /(^|\.)(product_id|pricing_option_id|format_option_id|metric_id|proposal_id|(target_)?format_ids?|id|brand_id|list_id|operation_id|plan_id|subscriber_id|placement_ids|concept_ids|event_source_id|io_id|signature_id|creatives\.creative_id|refine\.product_id)$|targeting_overlay|filters\.(format_ids|assigned_to_packages|accounts)|^(creative_ids|account\.brand)/;

test.each(tools)("%s declares the owner of every id in its input", (_, { listing, refs }) => {
  const ids = idsIn(listing.inputSchema as Schema, []).filter((path) => !NOT_OWNED.test(path));
  expect(ids.filter((path) => !(path in refs))).toEqual([]);
});

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

function idsIn({ properties = {}, items, anyOf = [] }: Schema, path: readonly string[]): string[] {
  const below = [...(items ? [items] : []), ...anyOf].flatMap((schema) => idsIn(schema, path));
  const own = Object.entries(properties).flatMap(([name, schema]) => [
    ...(/_ids?$/.test(name) ? [[...path, name].join(".")] : []),
    ...idsIn(schema, [...path, name]),
  ]);
  return [...new Set([...below, ...own])];
}

describe.each(ROADS)("over %s", (_, road) => {
  const ask = (name: string, as: Partial<Asking> = {}) => send(road, name, as);

  test.each(keyed)("%s without a key answers 401 and says how to send one", async (name) => {
    const { http, headers, error } = await ask(name, { key: null });
    expect([http, error?.code]).toEqual([401, "UNAUTHORIZED"]);
    expect(headers["www-authenticate"]).toContain("Bearer");
  });

  test.each(tools)("%s is not for the other sides of the market", async (name) => {
    for (const side of ["SELLER", "OPERATOR"] as const) {
      const { key } = await world.caller(side);
      const { http, error } = await ask(name, { key });
      expect([http, error?.code]).toEqual([403, "CUSTOMER_ROLE_DENIED"]);
    }
  });

  test.each(changing)("%s is refused to a read-only key", async (name) => {
    const { key } = await world.caller("BUYER", { readOnly: true, sandbox: true });
    expect(codeOf(await ask(name, { key }))).toBe("PERMISSION_DENIED");
  });

  test.each(changing)("%s needs the accepted terms", async (name) => {
    const { key } = await world.caller("BUYER", { terms: false, sandbox: true });
    expect(codeOf(await ask(name, { key }))).toBe("ACCOUNT_SETUP_REQUIRED");
  });

  const references = tools.flatMap(([name, { refs }]) =>
    Object.entries(refs).map(([path, noun]) => [name, path, noun] as const),
  );
  test.each(references)("%s answers a foreign %s exactly like a missing one", async (name, path, noun) => {
    const foreign = idOf(theirs, noun);
    const missing = foreign.replace(/.{4}$/, "0000");
    const [a, b] = [
      await ask(name, { change: (input) => withValue(input, path.split("."), foreign) }),
      await ask(name, { change: (input) => withValue(input, path.split("."), missing) }),
    ];
    expect(reported(a, [foreign, missing])).toEqual(reported(b, [foreign, missing]));
    expect(JSON.stringify(a.payload)).not.toMatch(/theirs media/i);
  });

  describe.each(STATUSES)("a sponsored buyer that is %s", (status) => {
    const keyOf = () => sponsored.get(status)?.key ?? "";

    test.each(tools)("gets the same answer from %s for another storefront as for a missing one", async (name) => {
      const [a, b] = [
        await ask(name, { key: keyOf(), platformId: theirs.platformId }),
        await ask(name, { key: keyOf(), platformId: "nowhere" }),
      ];
      expect(a.http).toBe(404);
      expect(reported(a, [theirs.platformId, "nowhere"])).toEqual(reported(b, [theirs.platformId, "nowhere"]));
    });

    test.each(tools)("learns nothing about another storefront through %s", async (name) => {
      expect(JSON.stringify(await ask(name, { key: keyOf() }))).not.toMatch(/theirs[ -]media/i);
    });

    test.skipIf(status === "active").each(changing)("is refused %s, and told why", async (name) => {
      const { payload } = await ask(name, { key: keyOf() });
      expect(payload?.errors).toMatchObject([{ code: "PERMISSION_DENIED", details: { sponsorshipStatus: status } }]);
    });
  });

  test("a sponsored buyer that is waiting sees nothing of what its storefront sells", async () => {
    const { payload } = await ask("get_products", { key: sponsored.get("pending")?.key ?? "" });
    expect(payload?.products).toEqual([]);
  });

  test.each(tools)("%s answers hostile input in the protocol's terms, and without a bug", async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 200 }), nasty, async (at, value) => {
        bugs.length = 0;
        const reply = await ask(name, { change: (input) => spoiled(input, at, value) });
        expect([reply.http < 500, bugs]).toEqual([true, []]);
        expect(reply.payload === undefined ? reply.error?.code : reply.payload.status).toBeDefined();
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  test.each(repeated)(
    "%s repeated under its key is done once, answered alike, and once in the seller's log",
    async (name) => {
      const key = crypto.randomUUID();
      const withKey = (input: object) => ({ ...input, idempotency_key: key });
      const before = await entriesOf(name);
      const answers = await Promise.all(Array.from({ length: 4 }, () => ask(name, { change: withKey })));
      const again = await ask(name, { change: withKey });
      expect(again.payload?.replayed).toBe(true);
      const bodies = [...answers, again].map(({ payload: { replayed: _replayed, ...rest } }) => JSON.stringify(rest));
      expect(new Set(bodies).size).toBe(1);
      expect((await entriesOf(name)).length - before.length).toBe(1);
      const other = await ask(name, { change: (input) => ({ ...withKey(input), ext: { another: 1 } }) });
      expect(codeOf(other)).toBe("IDEMPOTENCY_CONFLICT");
      expect((await entriesOf(name)).length - before.length).toBe(1);
    },
  );

  test.each(repeated)("a refused %s leaves its key free, and no entry in the log", async (name) => {
    const idempotency_key = crypto.randomUUID();
    const before = await entriesOf(name);
    const wrong = await ask(name, { change: (input) => ({ ...input, idempotency_key, account: 7, accounts: 7 }) });
    expect(wrong.payload?.status).toBe("failed");
    expect((await entriesOf(name)).length).toBe(before.length);
    const { payload } = await ask(name, { change: (input) => ({ ...input, idempotency_key }) });
    expect([payload?.status !== "failed", payload?.replayed]).toEqual([true, undefined]);
  });
});

test("two callers may use the same key, and one caller the same at two storefronts", async () => {
  const [, road] = ROADS[0];
  const idempotency_key = crypto.randomUUID();
  const change = (input: object) => ({ ...input, idempotency_key });
  const replies = [
    await send(road, "sync_accounts", { change }),
    await send(road, "sync_accounts", { change, key: theirs.buyer.key }),
    await send(road, "sync_accounts", { change, platformId: theirs.platformId }),
  ];
  for (const { payload } of replies) expect([payload?.status, payload?.replayed]).toEqual(["completed", undefined]);
});

interface Asking {
  readonly key: string | null;
  readonly platformId: string;
  change(input: object): unknown;
}

function send(
  road: Transport,
  name: string,
  { key = mine.buyer.key, platformId = mine.platformId, change }: Partial<Asking>,
) {
  const request = REQUESTS[name]?.(mine) ?? {};
  const writes = TOOLS.some((tool) => tool.name === name && tool.access === "write");
  const input = { ...request, ...(writes && { idempotency_key: crypto.randomUUID() }) };
  return road(world, { platformId, key, name, input: change ? change(input) : input });
}

function idOf({ ids }: Shelf, noun: Noun): string {
  const id = ids[noun];
  if (id === undefined) throw new Error(`the estate owns no ${noun}: add one to tool-requests.ts`);
  return id;
}

function codeOf({ payload }: ToolReply): string | undefined {
  return payload?.errors?.[0]?.code;
}

/** The information in a reply, except for the requested ids and values that are specific to one call. */
function reported({ http, payload, error }: ToolReply, ids: readonly string[]) {
  const { task_id: _task, last_updated: _updated, ...rest } = payload ?? {};
  const written = JSON.stringify([http, rest, error && { ...error, requestId: undefined }]);
  return ids.reduce((text, id) => text.replaceAll(id, "ID"), written);
}

/** The entries about a tool in the seller's own log. */
async function entriesOf(operation: string) {
  return world.database.readInstallation((db) =>
    db
      .selectFrom("audit_log")
      .select(["operation", "resource_id"])
      .where("customer_id", "=", estate.seller.customerId)
      .where("operation", "=", operation)
      .execute(),
  );
}
