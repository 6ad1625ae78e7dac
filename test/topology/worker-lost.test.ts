import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { work } from "../../src/main/work.ts";
import { ledgerLines, lookAgain, openSandboxBuyer, type SandboxBuyer } from "../sandbox-buyer.ts";
import { type Caller, openWorld, type Reply, type World } from "../world.ts";
import { rowServerIn } from "./row-server.ts";

const own = inject("ownDatabases");
const servers = (own?.workers ?? []).map((folder) => rowServerIn(folder, own?.startWorker ?? ""));
const how =
  servers.length > 0 ? `${servers.length} servers` : "not run: TEST_DATABASE_WORKERS names no servers of rows";

/** How long after the purchase was requested: while it is being claimed, called or settled. */
const MOMENTS_MS = [0, 60, 200, 500];
const PATIENCE = { timeout: 120_000, interval: 250 };

describe.skipIf(servers.length === 0)(`a server of rows that is killed during a purchase (${how})`, () => {
  let world: World;
  let buyer: SandboxBuyer;
  let admin: pg.Client;
  const bought: string[] = [];
  /** A buyer on each server, by the server's port. */
  const neighbours = new Map<number, Caller>();

  beforeAll(async () => {
    world = await openWorld();
    buyer = await openSandboxBuyer(world, "lost");
    admin = new pg.Client({ connectionString: world.databaseUrl });
    await admin.connect();
    while (neighbours.size < servers.length) {
      const neighbour = await world.caller("BUYER");
      neighbours.set(await portOf(neighbour), neighbour);
    }
    await work(world);
  });
  afterAll(async () => {
    await admin?.end();
    await world?.close();
  });

  test.each(servers.flatMap((server, at) => MOMENTS_MS.map((afterMs) => ({ server, at, afterMs }))))(
    "server $at, after $afterMs ms: the buyer is told to try again, and has bought once when it is back",
    async ({ server, afterMs }) => {
      const campaignId = await buyer.plan();
      const answers: Reply[] = [];
      const executed = untilDone(campaignId, answers);
      await sleep(afterMs);
      const port = await server.port();
      await server.kill();
      await sleep(3_000);
      for (const [lies, neighbour] of neighbours)
        expect([lies, await statusOfList(neighbour)]).toEqual([lies, lies === port ? 503 : 200]);
      await server.start();
      const answer = await executed;
      // No answer claims to know what it did not: undecided purchases continue by themselves, and no refusal is final.
      const undecided = (answer.data.mediaBuyResults as readonly Result[]).filter(
        ({ outcome }) => outcome === "failed",
      );
      for (const { nextStep } of undecided) expect(nextStep).toContain("sent again automatically");
      const refused = answers.filter(({ status }) => status >= 400);
      expect(refused.filter(({ status }) => status !== 503 && status !== 409).map(({ error }) => error)).toEqual([]);
      for (const { headers } of refused.filter(({ status }) => status === 503))
        expect(headers["retry-after"]).toBeDefined();
      await settled(campaignId);
      bought.push(campaignId);
      await lookAgain(world, admin, [campaignId]);
      await vi.waitFor(
        async () => expect(await statusesOf(campaignId)).toEqual(["ACTIVE", "ACTIVE", "PENDING_APPROVAL"]),
        PATIENCE,
      );
      const again = await buyer.ask("POST", `/buyer/campaigns/${campaignId}/execute`, undefined, keyOf(campaignId));
      expect(again).toMatchObject({ status: answer.status, data: answer.data });
    },
    300_000,
  );

  test("the sellers' own ledgers hold every purchase once", async () => {
    const lines = (await ledgerLines(world)).filter(({ type }) => type === "created");
    expect(lines).toHaveLength(bought.length * 3);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
    expect(await halfCommitted()).toEqual([]);
  });

  const statusOfList = async ({ key }: Caller) =>
    (await world.app.inject({ url: "/api/v2/buyer/advertisers", headers: { authorization: `Bearer ${key}` } }))
      .statusCode;

  /** The port of the server on which a buyer's rows are stored. */
  async function portOf({ customerId }: Caller): Promise<number> {
    const { rows } = await admin.query<{ port: number }>(
      "select nodeport::int as port from pg_dist_shard_placement where shardid = get_shard_id_for_distribution_column('campaigns', $1::bigint)",
      [customerId],
    );
    return rows[0]?.port ?? 0;
  }

  const keyOf = (campaignId: string) => ({ "idempotency-key": `execute-${campaignId}` });

  /** Retries under the same key, as a client does that was told to. */
  async function untilDone(campaignId: string, answers: Reply[]): Promise<Reply> {
    return vi.waitFor(async () => {
      const answer = await buyer.ask("POST", `/buyer/campaigns/${campaignId}/execute`, undefined, keyOf(campaignId));
      answers.push(answer);
      if (answer.error) throw new Error(`${answer.status} ${answer.error.message}`);
      return answer;
    }, PATIENCE);
  }

  async function statusesOf(campaignId: string): Promise<string[]> {
    const { campaign } = await buyer.as("GET", `/buyer/campaigns/${campaignId}`);
    return campaign.mediaBuys.map(({ status }: { status: string }) => status).sort();
  }

  /** Lets as much time pass as a worker would wait: half-committed transactions are committed, leases end, and delayed jobs become due. */
  async function settled(campaignId: string): Promise<void> {
    await vi.waitFor(async () => expect(await halfCommitted()).toEqual([]), PATIENCE);
    await vi.waitFor(async () => {
      const past = new Date(Date.now() - 1_000);
      for (const table of ["media_buys", "order_legs", "idempotency_keys"])
        await admin.query(`update ${table} set lease_until = $1 where lease_until > $1`, [past]);
      await admin.query(
        "update jobs.job set start_after = now() where state in ('created', 'retry') and start_after > now()",
      );
      const { rows: buys } = await admin.query(
        "select 1 from media_buys where campaign_id = $1 and status = 'DRAFT' and submitted_at is not null",
        [campaignId],
      );
      const { rows: legs } = await admin.query("select 1 from order_legs where state = 'open'");
      expect([buys, legs]).toEqual([[], []]);
    }, PATIENCE);
  }

  /** The servers with transactions whose outcome they do not know yet. */
  async function halfCommitted(): Promise<unknown[]> {
    const { rows } = await admin.query(
      "select nodeport, result from run_command_on_all_nodes('select count(*) from pg_prepared_xacts') join pg_dist_node using (nodeid) where result <> '0'",
    );
    return rows;
  }
});

interface Result {
  readonly outcome: string;
  readonly nextStep: string;
}
