import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { makeApplicationLogin, ONE_SERVER, type Topology } from "../../src/ground/db/connection/index.ts";
import { type EmbeddedPostgres, startEmbedded } from "../../src/ground/db/embedded/start-embedded.ts";
import { migrate } from "../../src/ground/db/index.ts";
import { silentLog as log } from "../../src/ground/kernel/log.ts";
import { type Caller, openWorld, type World } from "../world.ts";
import { type Standby, startStandby } from "./standby.ts";

/** Two servers of ours on a primary and its streaming replica. */
let home: string;
let primary: EmbeddedPostgres;
let standby: Standby;
let first: World;
let second: World;
let buyer: Caller;
let neighbour: Caller;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "interchange-replica-"));
  primary = await startEmbedded({ folder: home, log });
  await migrate(primary.url);
  const databaseUrl = await makeApplicationLogin(primary.url, primary.applicationPassword);
  standby = await startStandby(primary.url, join(home, "postgres"));
  const topology: Topology = { ...ONE_SERVER, replicaUrl: standby.at(databaseUrl), processes: 2 };
  const there = async () => ({ databaseUrl, topology });
  first = await openWorld({}, there);
  second = await openWorld({ vaultKeys: first.parts.vaultKeys }, there);
  buyer = await first.caller("BUYER");
  neighbour = await first.caller("BUYER");
}, 120_000);
afterAll(async () => {
  await Promise.allSettled([first?.close(), second?.close()]);
  await standby?.stop().catch(() => undefined);
  await primary?.stop();
  await rm(home, { recursive: true, force: true });
});

const make = (caller: Caller, name: string) =>
  caller.post("/buyer/advertisers", { name, brand: `${name.toLowerCase()}.example` });

interface ListedNames {
  readonly names: readonly string[];
  /** The moment of the data; undefined if the primary itself answered. */
  readonly asOf: string | undefined;
}

async function listed(caller: Caller): Promise<ListedNames> {
  const { data, meta } = await caller.get("/buyer/advertisers");
  const { items } = data as { readonly items: readonly { readonly name: string }[] };
  return { names: items.map(({ name }) => name).sort(), asOf: (meta as { readonly asOf?: string }).asOf };
}

/** A change that the application does not know about. */
async function atPrimary(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: primary.url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

const PATIENCE = { timeout: 60_000, interval: 50 };
const fromReplica = (caller: Caller) =>
  vi.waitFor(async () => {
    const told = await listed(caller);
    expect(told.asOf).toBeDefined();
    return told;
  }, PATIENCE);

test("a list is answered by the replica, which says as of when; a single resource by the primary", async () => {
  await make(buyer, "Acorn");
  const { names, asOf } = await fromReplica(buyer);
  expect(names).toEqual(["Acorn"]);
  expect(Date.now() - Date.parse(asOf ?? "")).toBeLessThan(60_000);
  expect((await buyer.get("/buyer/reporting/metrics?days=7")).meta).toHaveProperty("asOf");
  expect((await buyer.get("/accounts/current")).meta).not.toHaveProperty("asOf");
});

test("while it replays nothing, a writer reads its own write through either server, and all others read what was before", async () => {
  await make(neighbour, "Nettle");
  await fromReplica(neighbour);
  await standby.pause();
  try {
    await make(buyer, "Birch");
    expect(await listed(buyer)).toEqual({ names: ["Acorn", "Birch"], asOf: undefined });
    const elsewhere = second.holder(buyer.customerId, buyer.key);
    expect(await listed(elsewhere)).toEqual({ names: ["Acorn", "Birch"], asOf: undefined });

    const before = new Date().toISOString();
    await atPrimary("update advertisers set name = 'Renamed' where name = 'Nettle'");
    const { names, asOf } = await fromReplica(neighbour);
    expect(names).toEqual(["Nettle"]);
    expect(asOf && asOf < before).toBe(true);
  } finally {
    await standby.resume();
  }
  await vi.waitFor(async () => expect(await fromReplica(neighbour)).toMatchObject({ names: ["Renamed"] }), PATIENCE);
  await vi.waitFor(async () => expect(await fromReplica(buyer)).toMatchObject({ names: ["Acorn", "Birch"] }), PATIENCE);
});

test("tenants are separated on the replica as well", async () => {
  const { customerId } = buyer;
  await fromReplica(buyer);
  const seen = await first.database.list({ customerId, reach: "tenant" }, async (db) => {
    const { rows } = await sql<{ customer_id: number; there: boolean; who: string }>`
      select distinct customer_id, pg_is_in_recovery() as there, current_user::text as who from advertisers`.execute(
      db,
    );
    return rows;
  });
  expect(seen).toEqual([{ customer_id: customerId, there: true, who: "interchange_app" }]);
});

test("nobody misses one that dies, and its server reports that it is unavailable", async () => {
  await fromReplica(neighbour);
  await standby.stop();
  const lists = await Promise.all([1, 2, 3].map(() => buyer.get("/buyer/advertisers")));
  expect(lists.map(({ status }) => status)).toEqual([200, 200, 200]);
  await vi.waitFor(
    async () => expect(await listed(buyer)).toEqual({ names: ["Acorn", "Birch"], asOf: undefined }),
    PATIENCE,
  );
  await vi.waitFor(() => expect(first.database.replica()).toMatchObject({ isAway: true }), PATIENCE);
  expect((await first.app.inject("/readyz")).statusCode).toBe(200);
});
