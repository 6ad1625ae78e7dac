import { mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSandbox } from "../../src/main/sandbox/open-sandbox.ts";
import type { SandboxFile } from "../../src/main/sandbox/sandbox-file.ts";
import { work } from "../../src/main/work.ts";
import { readLedger } from "../../src/supply/simulated/index.ts";
import { openWorld, type World } from "../world.ts";
import { executeAndDie, type Fate } from "./orders.ts";

/**
 * A server is killed with -9 while it executes campaigns, at every stage of every part of the work and at random moments.
 * Afterwards another finishes what is left, and the sellers' own ledgers are counted: files that our database knows nothing of.
 */
const STAGES = [
  "executeCampaign claimed",
  "media-buys.submit claiming",
  "media-buys.submit claimed",
  "orders.place-leg claiming",
  "orders.place-leg claimed",
  "orders.place-leg called",
  "orders.place-leg settling",
  "orders.place-leg settled",
  "media-buys.submit called",
  "media-buys.submit settling",
  "media-buys.submit settled",
  "executeCampaign called",
];
const RANDOM_MOMENTS = 30;
const LATEST_MS = 250;
const SEED = 42;

let world: World;
let sandbox: SandboxFile;
let admin: pg.Client;
let advertiserId: string;

interface Victim {
  readonly fate: Fate;
  readonly campaignIds: readonly string[];
  /** The campaigns whose execution was answered before it died. */
  readonly acknowledged: readonly string[];
}
const victims: Victim[] = [];

beforeAll(async () => {
  world = await openWorld();
  sandbox = await openSandbox(world, { dataFolder: await mkdtemp(join(tmpdir(), "interchange-crash-")) });
  admin = new pg.Client({ connectionString: world.databaseUrl });
  await admin.connect();
  await as("POST", "/accept-tos");
  for (const { storefrontId, sourceId, sourceKey } of sandbox.publishers.filter(({ sourceKey }) => sourceKey)) {
    const body = { accountIdentifier: "crash", auth: { type: "api_key", token: sourceKey } };
    await as("POST", `/buyer/storefronts/${storefrontId}/sources/${sourceId}/credentials`, body);
  }
  advertiserId = (await as("POST", "/buyer/advertisers", { name: "Crash", brand: "crash.example" })).id;
  await killAndRecover();
});
afterAll(async () => {
  await admin.end();
  await world.close();
});

async function as(method: "GET" | "POST", path: string, body?: unknown) {
  const { status, data, error } = await world.anonymous(method, path, body, {
    authorization: `Bearer ${sandbox.buyer.key}`,
  });
  if (error) throw new Error(`${method} ${path}: ${status} ${error.message}`);
  return data;
}

/** A campaign with one product of each of the three publishers, ready to be executed. */
async function plan(): Promise<string> {
  const { discoveryId, productGroups } = await as("POST", "/buyer/discovery/discover-products", {
    advertiserId,
    productsPerGroup: 1,
    channels: ["ctv", "olv", "display", "podcast", "streaming_audio"],
  });
  type Option = { pricingOptionId: string; isFixed: boolean };
  const products = productGroups.map(
    ({
      products: [product],
    }: {
      products: { productId: string; salesAgentId: string; pricingOptions: Option[] }[];
    }) => {
      const option = product?.pricingOptions.find(({ isFixed }) => isFixed) ?? product?.pricingOptions[0];
      return {
        productId: product?.productId,
        salesAgentId: product?.salesAgentId,
        pricingOptionId: option?.pricingOptionId,
        budget: 5_000,
        ...(!option?.isFixed && { bidPrice: 60 }),
      };
    },
  );
  await as("POST", `/buyer/discovery/${discoveryId}/products`, { products });
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const made = await as("POST", "/buyer/campaigns", {
    advertiserId,
    name: `crash ${discoveryId}`,
    flightDates: { startDate: day(1), endDate: day(20) },
    budget: { total: 15_000 },
    discoveryId,
  });
  return made.campaign.campaignId;
}

/** Lets the time pass that a survivor would wait: leases end, delayed jobs come due, and the worker finds them. */
async function recover(campaignIds: readonly string[]): Promise<void> {
  for (let round = 0; round < 600; round++) {
    await admin.query("update media_buys set lease_until = now() - interval '1 s' where lease_until > now()");
    await admin.query("update order_legs set lease_until = now() - interval '1 s' where lease_until > now()");
    await admin.query(
      "update jobs.job set start_after = now() where state in ('created', 'retry') and start_after > now()",
    );
    const { rows } = await admin.query<{ open: number }>(
      `select (select count(*) from media_buys where campaign_id = any($1) and status = 'DRAFT' and submitted_at is not null)
            + (select count(*) from order_legs where state = 'open')
            + (select count(*) from jobs.job where name like any(array['media-buys.submit', 'orders.place-leg']) and state in ('created', 'retry', 'active')) as open`,
      [campaignIds],
    );
    if (Number(rows[0]?.open) === 0) return;
    await sleep(250);
  }
  throw new Error("something is in flight past its timeout");
}

/** How many buys each publisher's own ledger holds for each of the campaigns' buys. */
async function ledgerCounts(): Promise<Map<string, number>> {
  const folder = join(world.parts.dataFolder, "simulated");
  const counts = new Map<string, number>();
  for (const file of await readdir(folder)) {
    for (const { name } of readLedger(join(folder, file)).buys)
      counts.set(`${file} ${name}`, (counts.get(`${file} ${name}`) ?? 0) + 1);
  }
  return counts;
}

/** Every victim, two at a time; then one survivor takes up what all of them left. */
async function killAndRecover(): Promise<void> {
  const random = seeded(SEED);
  const fates: Fate[] = [
    ...STAGES.map((dieAt) => ({ dieAt })),
    ...Array.from({ length: RANDOM_MOMENTS }, () => ({ afterMs: random() * LATEST_MS })),
  ];
  const queue = fates.values();
  const kill = async () => {
    // Both killers draw from one queue.
    for (const fate of queue) {
      const campaignIds = [await plan()];
      if (fate.afterMs !== undefined) campaignIds.push(await plan());
      victims.push({
        fate,
        campaignIds,
        acknowledged: await executeAndDie(world, sandbox.buyer.key, campaignIds, fate),
      });
    }
  };
  await Promise.all([kill(), kill()]);
  await work(world);
  await recover(victims.flatMap(({ campaignIds }) => campaignIds));
}

async function expectBoughtOnce({ campaignIds, acknowledged }: Victim): Promise<void> {
  for (const campaignId of campaignIds) {
    const before = (await as("GET", `/buyer/campaigns/${campaignId}`)).campaign;
    const promised = acknowledged.includes(campaignId) ? 3 : 0;
    expect(before.mediaBuys.length).toBeGreaterThanOrEqual(promised);
    // Whoever got no answer asks again, as a client would: what was done is not done twice.
    await as("POST", `/buyer/campaigns/${campaignId}/execute`);
    const { mediaBuys } = (await as("GET", `/buyer/campaigns/${campaignId}`)).campaign;
    expect(mediaBuys.map(({ status }: { status: string }) => status).sort()).toEqual([
      "ACTIVE",
      "ACTIVE",
      "PENDING_APPROVAL",
    ]);
  }
}

test.each(STAGES)(
  "killed at %s: what was acknowledged is there, and what was not is bought when it is asked for again",
  async (dieAt) => {
    const died = victims.filter(({ fate }) => fate.dieAt === dieAt);
    expect(died).toHaveLength(1);
    for (const victim of died) await expectBoughtOnce(victim);
  },
);

test(`killed at ${RANDOM_MOMENTS} random moments: the same`, async () => {
  const died = victims.filter(({ fate }) => fate.afterMs !== undefined);
  expect(died).toHaveLength(RANDOM_MOMENTS);
  for (const victim of died) await expectBoughtOnce(victim);
});

test("the sellers' own ledgers hold every buy exactly once", async () => {
  const counts = await ledgerCounts();
  expect([...counts].filter(([, count]) => count !== 1)).toEqual([]);
  expect(counts.size).toBe(victims.flatMap(({ campaignIds }) => campaignIds).length * 3);
});

/** A small generator of its own (mulberry32), so that a failing run can be run again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
