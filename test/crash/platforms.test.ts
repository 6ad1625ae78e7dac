import { randomUUID } from "node:crypto";
import { once } from "node:events";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { after, DAY_MS } from "../../src/ground/kernel/clock.ts";
import type { SellerAgent, SellerCall } from "../../src/ground/seller-agent/index.ts";
import {
  accountsOf,
  connect,
  mapBrand,
  ok,
  setApplication,
  type WiredShop,
  wire,
} from "../../src/supply/providers/providers.fixture.ts";
import { freePort } from "../free-port.ts";
import { bringForward, doJobs } from "../jobs.ts";
import { INSTALLATION, openWorld, type World } from "../world.ts";
import type { Buying } from "./buying-victim.ts";
import type { Performance } from "./performing-victim.ts";
import { type PlatformProcess, startPlatform } from "./platform.ts";
import { AT_A_PLATFORM, STAGES, stagesOf } from "./stages.ts";
import { partsForVictim, spawnVictim } from "./victims.ts";

/**
 * A worker is killed with -9 at every stage of every step by which a media buy is made at a platform, which runs in a process of
 * its own. Another goes on from what is written down, and the platform's ledger is counted. A platform joins by a line.
 */
interface Shape {
  readonly productId: string;
  readonly pricingOptionId: string;
  /** What a buy of two packages is at the platform, by its own words. */
  readonly holds: Readonly<Record<string, number>>;
  /** A call that makes a part of it, and is refused. */
  readonly refused: string;
  /** At which step that call is made: the first writes the second down. */
  readonly refusedAt: number;
}
const SHAPES: Readonly<Record<string, Shape>> = {
  snap: {
    productId: "snap:awareness:1",
    pricingOptionId: "cpm",
    holds: { campaign: 1, adsquad: 2 },
    refused: "POST /v1/campaigns/{id}/adsquads",
    refusedAt: 3,
  },
};

/** More steps than any creation has. */
const MOST_STEPS = 20;
const [RUN = "", RENEW = ""] = AT_A_PLATFORM;

test("what asks a platform is killed here", () => {
  expect(AT_A_PLATFORM).toEqual(["providers.run-job", "providers.renew-connection"]);
});

describe.each(Object.entries(SHAPES))("%s", (name, shape) => {
  let world: World;
  let admin: pg.Client;
  let platform: PlatformProcess;
  let shop: WiredShop;
  beforeAll(async () => {
    const publicUrl = `http://127.0.0.1:${await freePort()}`;
    platform = await startPlatform(name, `${publicUrl}/api/v2/storefront/adapters/${name}/oauth/callback`);
    world = await openWorld({ installation: { ...INSTALLATION, publicUrl, providerHosts: platform.addresses } });
    admin = new pg.Client({ connectionString: world.databaseUrl });
    await admin.connect();
    await setApplication(await world.caller("OPERATOR"), platform);
    shop = await wire(world, name, "operator");
    await connect(world, platform, { owner: shop.seller, side: "storefront", storefrontId: shop.storefrontId });
    await mapBrand(shop.seller, "acme.example");
  });
  afterAll(async () => {
    await admin.end();
    await world.close();
    platform.stop();
  });

  const agent = (): SellerAgent => {
    const place = { customerId: shop.seller.customerId, inventorySourceId: shop.inventorySourceId };
    return world.host.openAgent({ kind: "provider", agentId: shop.agentId, name, ...place });
  };
  const buyer = { customerId: 7001, name: "Acme", operatorDomain: null, brandDomain: "acme.example", sandbox: true };
  const callOf = (timeoutMs: number): SellerCall => ({ buyer, timeoutMs, now: new Date(), requestId: "req_crash" });

  /** A buy that is written down, and that nobody has begun to make. */
  async function writeDown() {
    const now = new Date();
    const { productId, pricingOptionId } = shape;
    const part = {
      productId,
      pricingOptionId,
      currency: "USD",
      bidPrice: null,
      budget: "1500.25",
      pacing: "even",
    } as const;
    const request = {
      idempotencyKey: randomUUID(),
      buyerRef: `ref-${randomUUID()}`,
      name: "Crash",
      flight: { start: after(now, DAY_MS), end: after(now, 11 * DAY_MS) },
      packages: [
        { ...part, buyerRef: "p1" },
        { ...part, buyerRef: "p2" },
      ],
    };
    const came = await agent().createMediaBuy(request, callOf(1));
    if (came.kind !== "submitted") throw new Error(JSON.stringify(came));
    await admin.query("delete from jobs.job where name = $1 and state = 'created'", [RUN]);
    return { request, tag: `[oa:${came.mediaBuyId}`, jobId: came.taskId };
  }

  async function dieOver(jobId: string, stage: string, nth: number): Promise<string | null> {
    const input = { customerId: shop.seller.customerId, jobId };
    const orders: Buying = { ...partsForVictim(world), input, dieAt: `${RUN} ${stage}`, nth };
    const [, signal] = await once(spawnVictim("./buying-victim.ts", orders), "exit");
    return signal;
  }

  /** The time passes that a survivor would wait: leases end, and jobs come due. */
  async function recover(table: "provider_jobs" | "provider_connections"): Promise<void> {
    for (let turn = 0; turn < 12; turn += 1) {
      await admin.query(`update ${table} set lease_until = now() - interval '1 s' where lease_until > now()`);
      await bringForward(world);
      await doJobs(world);
      const { rows } = await admin.query("select 1 from provider_jobs where status = 'OPEN'");
      if (rows.length === 0) return;
    }
    throw new Error("a job stays open");
  }

  const SOUND = { twice: 0, orphans: 0, enabledUnread: 0 };

  test("killed at every stage of every step of a creation, another finishes it: once, whole, and read before it is enabled", async () => {
    let [nth, deaths] = [1, 0];
    for (let isOver = false; !isOver && nth < MOST_STEPS; nth += 1) {
      for (const stage of STAGES) {
        const { request, tag, jobId } = await writeDown();
        const signal = await dieOver(jobId, stage, nth);
        isOver = signal !== "SIGKILL";
        if (isOver) break;
        deaths += 1;
        // Whoever asks again while the dead one's lease lasts hears of what is under way, and buys nothing anew.
        const meanwhile = await agent().createMediaBuy(request, callOf(500));
        expect(["submitted", "done"]).toContain(meanwhile.kind);
        await admin.query(
          "insert into jobs.job (name, data, policy) select $1::text, $2::jsonb, policy from jobs.queue where name = $1::text",
          [RUN, JSON.stringify({ customerId: shop.seller.customerId, jobId })],
        );
        await recover("provider_jobs");
        const place = `killed at step ${nth}, ${stage}`;
        expect([place, await platform.count(tag)]).toEqual([place, { ...SOUND, holds: shape.holds }]);
        expect((await agent().createMediaBuy(request, callOf(60_000))).kind, place).toBe("done");
      }
    }
    expect(deaths).toBeGreaterThanOrEqual(2 * STAGES.length);
    expect(nth).toBeLessThan(MOST_STEPS);
  }, 600_000);

  test("what a refused creation left behind is taken away, whoever dies over it", async () => {
    // Whoever dies over the refusal itself has it looked up, and asked for again.
    for (const [stage, times] of [
      ["called", 2],
      ["settled", 1],
    ] as const) {
      const { tag, jobId } = await writeDown();
      await platform.refuse(shape.refused, times);
      expect(await dieOver(jobId, stage, shape.refusedAt)).toBe("SIGKILL");
      await recover("provider_jobs");
      expect(await platform.count(tag)).toEqual({ ...SOUND, holds: {} });
    }
  }, 120_000);

  test.each(stagesOf([RENEW]))("killed at %s: the connection is renewed, or says what to do", async (dieAt) => {
    const [row] = await accountsOf(shop.seller, "storefront");
    const { customerId } = shop.seller;
    const connectionId = Number(row?.connectionId);
    await admin.query(
      "update provider_connections set expires_at = now(), renew_at = now(), lease_until = null where customer_id = $1",
      [customerId],
    );
    const input = { customerId, connectionId };
    const orders: Performance = { ...partsForVictim(world), name: RENEW, input, dieAt };
    const [, signal] = await once(spawnVictim("./performing-victim.ts", orders), "exit");
    expect(signal).toBe("SIGKILL");
    await recover("provider_connections");
    const again =
      "insert into jobs.job (name, data, policy) select $1::text, $2::jsonb, policy from jobs.queue where name = $1::text";
    await admin.query(again, [RENEW, JSON.stringify(input)]);
    await recover("provider_connections");
    const { items } = ok(await shop.seller.get("/storefront/storefront-connections"));
    const [{ connection }] = items;
    // A refresh token that was spent for an answer that nobody wrote down is gone: only a person can consent anew.
    const isLost = dieAt.endsWith(" called") || dieAt.endsWith(" settling");
    expect([dieAt, connection.status]).toEqual([dieAt, isLost ? "ERROR" : "CONNECTED"]);
    if (!isLost) return;
    expect(connection.statusReason).toContain("connect it again");
    await connect(world, platform, { owner: shop.seller, side: "storefront", storefrontId: shop.storefrontId });
  });
});
