import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { png } from "../../src/demand/creatives/media/files.fixture.ts";
import { refreshJob } from "../../src/ground/job-references/index.ts";
import { work } from "../../src/main/work.ts";
import { openReceiver } from "../../src/platform/webhooks/receiver.fixture.ts";
import { type Line, ledgerLines, lookAgain, openSandboxBuyer, type SandboxBuyer } from "../sandbox-buyer.ts";
import { openWorld, type World } from "../world.ts";
import { type KillPlan, killPlansAt, placesOf } from "./kill-plans.ts";
import { type Death, executeAndDie } from "./orders.ts";
import { AT_A_PLATFORM, DECISION_STAGES, dispatches, IN_THE_BACKGROUND, stagesOf } from "./stages.ts";

/**
 * Servers are killed with -9 while they execute campaigns and pause them, with work at every stage of every dispatch, and at
 * random moments. Afterwards another finishes the rest, requests without an answer are repeated with the same key, and
 * the sellers' own ledgers, files outside our database, are counted. `CRASH_KILLS=500` is a full run.
 */
const ELSEWHERE = [...DECISION_STAGES, ...IN_THE_BACKGROUND, ...AT_A_PLATFORM];
const HERE = dispatches.map(({ name }) => name).filter((name) => !ELSEWHERE.includes(name));
const AT_STAGES = [
  "executeCampaign claimed",
  "executeCampaign called",
  "pauseCampaign claimed",
  "pauseCampaign called",
  ...stagesOf(HERE),
];
const AT_RANDOM = 4;
const FATES_AT_STAGES = killPlansAt(AT_STAGES);
const KILLS = Math.max(Number(process.env.CRASH_KILLS ?? 0), FATES_AT_STAGES.length + AT_RANDOM);
/** One for each place where work is cut off. */
const CAMPAIGNS = AT_STAGES.length + KILLS - FATES_AT_STAGES.length;
const LATEST_MS = 6_000;
const SEED = 42;
const LONGEST_RUN_MS = KILLS * 30_000;

let world: World;
let buyer: SandboxBuyer;
let admin: pg.Client;
let receiver: Awaited<ReturnType<typeof openReceiver>>;

interface Victim extends Death {
  readonly fate: KillPlan;
  readonly campaignIds: readonly string[];
}
const victims: Victim[] = [];

beforeAll(async () => {
  world = await openWorld();
  buyer = await openSandboxBuyer(world, "crash");
  admin = new pg.Client({ connectionString: world.databaseUrl });
  await admin.connect();
  receiver = await openReceiver();
  await buyer.as("POST", "/buyer/webhook-subscriptions", {
    url: receiver.url,
    eventTypes: ["media_buy.status_changed"],
  });
  await killAndRecover();
}, LONGEST_RUN_MS);
afterAll(async () => {
  await admin.end();
  await world.close();
});

/** A campaign as the buyer plans it, with a banner. */
async function planWithBanner(): Promise<string> {
  const campaignId = await buyer.plan();
  await buyer.as("POST", `/buyer/campaigns/${campaignId}/creatives/create`, {
    name: "Banner",
    linked_assets: [{ data_url: `data:image/png;base64,${png(300, 250).toString("base64")}` }],
    url_assets: [{ asset_id: "click_url", url: "https://crash.example/", url_type: "clickthrough" }],
  });
  return campaignId;
}

const DISPATCHED = [
  "media_buys",
  "media_buy_changes",
  "order_legs",
  "order_change_parts",
  "creative_syncs",
  "creative_showings",
  "webhook_deliveries",
  "idempotency_keys",
];

/** Every dispatch, and the notification of an order after which its buyer polls it. */
const JOBS = [...dispatches.map(({ name }) => name), refreshJob.name];

/** Lets the time pass that a survivor would wait: leases end, delayed jobs come due, and the worker finds them. */
async function recover(campaignIds: readonly string[]): Promise<void> {
  for (let round = 0; round < 600; round++) {
    for (const table of DISPATCHED)
      await admin.query(`update ${table} set lease_until = now() - interval '1 s' where lease_until > now()`);
    await admin.query(
      "update jobs.job set start_after = now() where state in ('created', 'retry') and start_after > now() and name = any($1)",
      [JOBS],
    );
    const { rows } = await admin.query<{ open: number }>(
      `select (select count(*) from media_buys where campaign_id = any($1) and status = 'DRAFT' and submitted_at is not null)
            + (select count(*) from order_legs where state = 'open')
            + (select count(*) from webhook_deliveries where status = 'pending')
            + (select count(*) from jobs.job where name = any($2) and state in ('created', 'retry', 'active')) as open`,
      [campaignIds, JOBS],
    );
    if (Number(rows[0]?.open) === 0) return;
    await sleep(250);
  }
  throw new Error("something is in flight past its timeout");
}

/** Runs every victim, two at a time; then one survivor resumes what they all left, and the same requests are sent again. */
async function killAndRecover(): Promise<void> {
  const random = seeded(SEED);
  const fates: KillPlan[] = [
    ...FATES_AT_STAGES,
    ...Array.from({ length: KILLS - FATES_AT_STAGES.length }, () => ({ afterMs: random() * LATEST_MS })),
  ];
  const queue = fates.values();
  const kill = async () => {
    // Both workers take victims from one queue.
    for (const fate of queue) victims.push(await patiently(() => oneVictim(fate)));
  };
  await Promise.all([kill(), kill()]);
  const campaignIds = victims.flatMap((victim) => victim.campaignIds);
  // Jobs that a dead worker was processing return to the queue, as they would on expiry, even if another job with the same key is already waiting.
  await admin.query("update jobs.job set state = 'retry', start_after = now() where state in ('retry', 'active')");
  await work(world);
  await recover(campaignIds);
  await lookAgain(world, admin, campaignIds);
  await recover(campaignIds);
  for (const act of ["execute", "pause"]) {
    for (const campaignId of campaignIds) await askAgain(act, campaignId);
    await recover(campaignIds);
    await lookAgain(world, admin, campaignIds);
    await recover(campaignIds);
  }
}

async function oneVictim(fate: KillPlan): Promise<Victim> {
  const campaignIds: string[] = [];
  for (const _ of placesOf(fate)) campaignIds.push(await planWithBanner());
  const death = await executeAndDie(world, buyer.key, campaignIds, fate);
  if (death.signal === null && !death.wasReady) throw new Error("a victim did not start");
  return { fate, campaignIds, ...death };
}

/** A busy machine may be slow to execute a campaign or to start a server; neither is under test here. */
async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; tries < 5; tries += 1) {
    const done = await attempt().catch(() => undefined);
    if (done !== undefined) return done;
  }
  return attempt();
}

/** Requests without an answer are repeated with the same key, as a client would. */
async function askAgain(act: string, campaignId: string): Promise<void> {
  await buyer.as("POST", `/buyer/campaigns/${campaignId}/${act}`, undefined, {
    "idempotency-key": `${act}-${campaignId}`,
  });
}

test("every dispatch is killed here, or where its notifications are counted", () => {
  expect(dispatches.map(({ name }) => name)).toEqual(expect.arrayContaining(ELSEWHERE));
  expect(victims).toHaveLength(KILLS);
  const places = victims.flatMap(({ fate }) => placesOf(fate));
  expect(places.filter((place) => place !== "at random").sort()).toEqual(AT_STAGES.toSorted());
  expect(victims.filter(({ signal }) => signal !== "SIGKILL").map(({ fate }) => fate)).toEqual([]);
});

test("what was asked of a server that died is there when it is asked again under the same key, and was done once", async () => {
  for (const { campaignIds } of victims) {
    for (const campaignId of campaignIds) {
      const { mediaBuys } = (await buyer.as("GET", `/buyer/campaigns/${campaignId}`)).campaign;
      const statuses = mediaBuys.map(({ status }: { status: string }) => status).sort();
      expect([campaignId, statuses]).toEqual([campaignId, ["PAUSED", "PAUSED", "PENDING_APPROVAL"]]);
    }
  }
});

test("the sellers' own ledgers hold every buy exactly once, paused once, and shown its creative", async () => {
  const lines = await ledgerLines(world);
  const buys = lines.filter(({ type }) => type === "created");
  // A change either pauses a buy or has its packages show the banner.
  const pauses = lines.filter(({ type, paused }) => type === "changed" && paused);
  const shown = lines.filter(({ packages }) => packages?.some(({ creativeIds }) => creativeIds?.length === 1));
  const idsOf = (some: readonly Line[]) => new Set(some.map(({ mediaBuyId }) => mediaBuyId));
  expect([buys.length, idsOf(buys).size]).toEqual([CAMPAIGNS * 3, CAMPAIGNS * 3]);
  expect([pauses.length, idsOf(pauses).size]).toEqual([CAMPAIGNS * 2, CAMPAIGNS * 2]);
  // One of a campaign's three products takes a banner.
  expect(idsOf(shown).size).toBe(CAMPAIGNS);
  expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
});

test("everybody who was to be told was told, of each event under one id", async () => {
  const { rows } = await admin.query<{ id: string; status: string }>(
    "select webhook_delivery_id as id, status from webhook_deliveries",
  );
  expect(rows.length).toBeGreaterThanOrEqual(CAMPAIGNS * 3);
  expect(rows.filter(({ status }) => status !== "delivered")).toEqual([]);
  const received = new Set(receiver.received.map(({ headers }) => headers["webhook-id"]));
  expect(rows.filter(({ id }) => !received.has(id))).toEqual([]);
});

/** Its own small generator (mulberry32), so that a failing run can be repeated. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
