import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callbackAgenda } from "../../src/edge/adcp/callbacks/follow-task.ts";
import { perform } from "../../src/ground/kernel/perform.ts";
import { openReceiver } from "../../src/platform/webhooks/receiver.fixture.ts";
import { readLedger } from "../../src/supply/simulated/index.ts";
import { callTool, newBuy } from "../agent/call-tool.ts";
import { type OpenShop, openShop } from "../agent/open-shop.ts";
import { doJobs } from "../jobs.ts";
import type { Decisions } from "./deciding-victim.ts";
import { DECISION_STAGES, stagesOf } from "./stages.ts";
import { partsForVictim, spawnVictim } from "./victims.ts";

/**
 * A server is killed with -9 while its operator approves media buys, and while their buyers are notified. Afterwards
 * another does the rest, and the source's own ledger and the buyers' notifications are counted.
 */
const STAGES = [
  "decidePendingMediaBuy claimed",
  "orders.place-leg claimed",
  "orders.place-leg called",
  "decidePendingMediaBuy called",
  "adcp.wake-tasks claimed",
  ...stagesOf(DECISION_STAGES),
];

const [CLAIMING = "", ...LATER] = stagesOf(DECISION_STAGES);

/** Where a server dies, and where other approvals have stopped at that moment: they hold no locks, and none has reached its notification. */
const FATES = [
  { stands: ["decidePendingMediaBuy claimed", "orders.place-leg claimed"], dieAt: "adcp.wake-tasks claimed" },
  { stands: ["decidePendingMediaBuy called", "orders.place-leg called"], dieAt: CLAIMING },
  ...LATER.map((dieAt) => ({ stands: [], dieAt })),
];

type Receiver = Awaited<ReturnType<typeof openReceiver>>;

let shop: OpenShop;
let admin: pg.Client;
beforeAll(async () => {
  shop = await openShop();
  await shop.seller.post("/storefront/acceptance-policy", { content: "Review buyers: all", activate: true });
  admin = new pg.Client({ connectionString: shop.world.databaseUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await shop.close();
});

/** Buys something that requires approval, with notifications to the given URL. */
async function buy(name: string, url: string): Promise<string> {
  const [product] = (await callTool(shop, "get_products", { buying_mode: "wholesale" })).payload.products;
  const changes = { po_number: name, push_notification_config: { url } };
  const request = newBuy(product.product_id, product.pricing_options[0].pricing_option_id, changes);
  const { payload } = await callTool(shop, "create_media_buy", request);
  expect(payload).toMatchObject({ status: "submitted" });
  // Immediate work is finished before anybody decides.
  await doJobs(shop.world);
  return payload.task_id;
}

async function decideAndDie(mediaBuyIds: readonly string[], fate: (typeof FATES)[number]): Promise<void> {
  const orders: Decisions = { ...partsForVictim(shop.world), sellerKey: shop.seller.key, mediaBuyIds, ...fate };
  const [, signal] = await once(spawnVictim("./deciding-victim.ts", orders), "exit");
  expect(signal).toBe("SIGKILL");
}

/** Lets the time pass that a survivor would wait: leases end, jobs are retried or fall due, and tasks are polled. */
async function recover(): Promise<void> {
  const past = "now() - interval '1 s'";
  await admin.query(`update order_legs set lease_until = ${past} where lease_until > now()`);
  await admin.query(`update task_callbacks set lease_until = ${past} where lease_until > now()`);
  await admin.query(`update task_callbacks set check_at = ${past} where status = 'waiting'`);
  await admin.query(
    "update jobs.job set state = 'created', start_after = now() where state in ('created', 'retry', 'active')",
  );
  await doJobs(shop.world);
  const { database, host } = shop.world;
  const due = await database.readInstallation((db) => callbackAgenda.dueOfAllCustomers(db, host.clock.now(), 100));
  for (const { step, input } of due) await perform(step, input, "req_test", host);
  await doJobs(shop.world);
}

/** How many buys of the name the sources' own ledgers hold. */
async function boughtAs(name: string): Promise<number> {
  const folder = join(shop.world.parts.dataFolder, "simulated");
  const ledgers = (await readdir(folder)).map((file) => readLedger(join(folder, file)));
  return ledgers.flatMap(({ buys }) => buys).filter((buy) => buy.name === name).length;
}

test("a server is killed at every stage", () => {
  expect(FATES.flatMap(({ stands, dieAt }) => [...stands, dieAt]).sort()).toEqual(STAGES.toSorted());
});

test.each(FATES)(
  "killed at $dieAt and $stands: what was approved is bought once, and its buyer gets one event",
  async (fate) => {
    const bought: { readonly name: string; readonly mediaBuyId: string; readonly receiver: Receiver }[] = [];
    for (const stage of [fate.dieAt, ...fate.stands]) {
      const name = `${stage} ${randomUUID()}`;
      const receiver = await openReceiver();
      bought.push({ name, receiver, mediaBuyId: await buy(name, receiver.url) });
    }
    await decideAndDie(
      bought.map(({ mediaBuyId }) => mediaBuyId),
      fate,
    );
    await recover();
    for (const { name, mediaBuyId, receiver } of bought) {
      expect((await shop.seller.get(`/storefront/media-buy-approvals/${mediaBuyId}`)).data).toMatchObject({
        status: "approved",
      });
      expect(await boughtAs(name)).toBe(1);
      const reported = receiver.received.map(({ body }) => JSON.parse(body));
      expect(new Set(reported.map((event) => event.idempotency_key)).size).toBe(1);
      expect(reported[0]).toMatchObject({
        task_id: mediaBuyId,
        status: "completed",
        result: { media_buy_id: mediaBuyId },
      });
    }
  },
);
