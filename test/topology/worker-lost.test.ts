import { mkdtemp, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { refreshJob } from "../../src/ground/job-references/index.ts";
import { openSandbox } from "../../src/main/sandbox/open-sandbox.ts";
import type { SandboxFile } from "../../src/main/sandbox/sandbox-file.ts";
import { work } from "../../src/main/work.ts";
import { PROFILES } from "../../src/supply/simulated/index.ts";
import { type Caller, openWorld, type Reply, type World } from "../world.ts";
import { rowServerIn } from "./row-server.ts";

const own = inject("ownDatabases");
const servers = (own?.workers ?? []).map((folder) => rowServerIn(folder, own?.startWorker ?? ""));
const how =
  servers.length > 0 ? `${servers.length} servers` : "not run: TEST_DATABASE_WORKERS names no servers of rows";

/** How long after the purchase was asked for: while it is claimed, called or settled. */
const MOMENTS_MS = [0, 60, 200, 500];
const PATIENCE = { timeout: 120_000, interval: 250 };

describe.skipIf(servers.length === 0)(`a server of rows that is killed during a purchase (${how})`, () => {
  let world: World;
  let sandbox: SandboxFile;
  let admin: pg.Client;
  let advertiserId: string;
  const bought: string[] = [];
  /** A buyer on each server, by its port. */
  const neighbours = new Map<number, Caller>();

  beforeAll(async () => {
    world = await openWorld();
    sandbox = await openSandbox(world, { dataFolder: await mkdtemp(join(tmpdir(), "interchange-lost-")) });
    admin = new pg.Client({ connectionString: world.databaseUrl });
    await admin.connect();
    await as("POST", "/accept-tos");
    for (const { storefrontId, sourceId, sourceKey } of sellers().filter((one) => one.sourceKey)) {
      const body = { accountIdentifier: "lost", auth: { type: "api_key", token: sourceKey } };
      await as("POST", `/buyer/storefronts/${storefrontId}/sources/${sourceId}/credentials`, body);
    }
    advertiserId = (await as("POST", "/buyer/advertisers", { name: "Lost", brand: "lost.example" })).id;
    while (neighbours.size < servers.length) {
      const buyer = await world.caller("BUYER");
      neighbours.set(await portOf(buyer), buyer);
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
      const campaignId = await plan();
      const answers: Reply[] = [];
      const executed = untilDone(campaignId, answers);
      await sleep(afterMs);
      const port = await server.port();
      await server.kill();
      await sleep(3_000);
      for (const [lies, buyer] of neighbours)
        expect([lies, await statusOfList(buyer)]).toEqual([lies, lies === port ? 503 : 200]);
      await server.start();
      const answer = await executed;
      // Nothing that was not known was answered as if it were: what has not been decided goes on by itself, and no refusal is final.
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
      await lookAgain(campaignId);
      await vi.waitFor(
        async () => expect(await statusesOf(campaignId)).toEqual(["ACTIVE", "ACTIVE", "PENDING_APPROVAL"]),
        PATIENCE,
      );
      const again = await ask("POST", `/buyer/campaigns/${campaignId}/execute`, undefined, keyOf(campaignId));
      expect(again).toMatchObject({ status: answer.status, data: answer.data });
    },
    300_000,
  );

  test("the sellers' own ledgers hold every purchase once", async () => {
    const lines = (await ledgerLines()).filter(({ type }) => type === "created");
    expect(lines).toHaveLength(bought.length * 3);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
    expect(await halfCommitted()).toEqual([]);
  });

  /** Keys, auctions, guarantees and waiting: these three show every way there is. */
  function sellers() {
    const names = Object.values(PROFILES).map(({ name }) => name);
    return sandbox.publishers.filter(({ name }) => names.includes(name));
  }

  const statusOfList = async ({ key }: Caller) =>
    (await world.app.inject({ url: "/api/v2/buyer/advertisers", headers: { authorization: `Bearer ${key}` } }))
      .statusCode;

  /** Of the server that the rows of a buyer lie on. */
  async function portOf({ customerId }: Caller): Promise<number> {
    const { rows } = await admin.query<{ port: number }>(
      "select nodeport::int as port from pg_dist_shard_placement where shardid = get_shard_id_for_distribution_column('campaigns', $1::bigint)",
      [customerId],
    );
    return rows[0]?.port ?? 0;
  }

  const keyOf = (campaignId: string) => ({ "idempotency-key": `execute-${campaignId}` });

  function ask(method: "GET" | "POST", path: string, body?: unknown, headers: Record<string, string> = {}) {
    return world.anonymous(method, path, body, { authorization: `Bearer ${sandbox.buyer.key}`, ...headers });
  }

  async function as(method: "GET" | "POST", path: string, body?: unknown) {
    const { status, data, error } = await ask(method, path, body);
    if (error) throw new Error(`${method} ${path}: ${status} ${error.message}`);
    return data;
  }

  /** As a client does that was told to: again, under the same key. */
  async function untilDone(campaignId: string, answers: Reply[]): Promise<Reply> {
    return vi.waitFor(async () => {
      const answer = await ask("POST", `/buyer/campaigns/${campaignId}/execute`, undefined, keyOf(campaignId));
      answers.push(answer);
      if (answer.error) throw new Error(`${answer.status} ${answer.error.message}`);
      return answer;
    }, PATIENCE);
  }

  async function plan(): Promise<string> {
    const { discoveryId, productGroups } = await as("POST", "/buyer/discovery/discover-products", {
      advertiserId,
      productsPerGroup: 1,
      channels: ["ctv", "olv", "display", "podcast", "streaming_audio"],
      storefrontIds: sellers().map(({ storefrontId }) => storefrontId),
    });
    const products = (productGroups as readonly { products: readonly Offered[] }[])
      .flatMap((group) => group.products.slice(0, 1))
      .map(({ productId, salesAgentId, pricingOptions }) => {
        const option = pricingOptions.find(({ isFixed }) => isFixed) ?? pricingOptions[0];
        const bid = option?.isFixed ? {} : { bidPrice: 60 };
        return { productId, salesAgentId, pricingOptionId: option?.pricingOptionId, budget: 5_000, ...bid };
      });
    await as("POST", `/buyer/discovery/${discoveryId}/products`, { products });
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    const { campaign } = await as("POST", "/buyer/campaigns", {
      advertiserId,
      name: `lost ${discoveryId}`,
      flightDates: { startDate: day(1), endDate: day(20) },
      budget: { total: 15_000 },
      discoveryId,
    });
    return campaign.campaignId;
  }

  async function statusesOf(campaignId: string): Promise<string[]> {
    const { campaign } = await as("GET", `/buyer/campaigns/${campaignId}`);
    return campaign.mediaBuys.map(({ status }: { status: string }) => status).sort();
  }

  /** Lets the time pass that a worker would wait: what was left half committed is committed, leases end, and delayed jobs come due. */
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

  /** The servers that hold transactions of which they do not know yet how they end. */
  async function halfCommitted(): Promise<unknown[]> {
    const { rows } = await admin.query(
      "select nodeport, result from run_command_on_all_nodes('select count(*) from pg_prepared_xacts') join pg_dist_node using (nodeid) where result <> '0'",
    );
    return rows;
  }

  /** The buyer asks after what is undecided, as it does every hour: an answer may have been lost. */
  async function lookAgain(campaignId: string): Promise<void> {
    const { rows } = await admin.query<{ customerId: number; mediaBuyId: string }>(
      `select customer_id::float8 as "customerId", media_buy_id as "mediaBuyId" from media_buys
       where campaign_id = $1 and status = 'PENDING_APPROVAL'`,
      [campaignId],
    );
    await world.database.writeInstallation(async (db) => {
      for (const input of rows) await world.jobs.enqueue(db, refreshJob, input, { key: input.mediaBuyId });
    });
  }

  /** What the publishers have written down themselves, each in its own file. */
  async function ledgerLines(): Promise<readonly { readonly type: string; readonly key: string }[]> {
    const folder = join(world.parts.dataFolder, "simulated");
    const texts = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file), "utf8")));
    return texts.flatMap((text) =>
      text
        .split("\n")
        .filter((line) => line.endsWith("}"))
        .map((line) => JSON.parse(line)),
    );
  }
});

interface Result {
  readonly outcome: string;
  readonly nextStep: string;
}

interface Offered {
  readonly productId: string;
  readonly salesAgentId: string;
  readonly pricingOptions: readonly { readonly pricingOptionId: string; readonly isFixed: boolean }[];
}
