import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { after, DAY_MS } from "../../src/ground/kernel/clock.ts";
import { perform } from "../../src/ground/kernel/perform.ts";
import type { StepInput } from "../../src/ground/kernel/step.ts";
import type { NewMediaBuy, SellerAgent, SellerCall } from "../../src/ground/seller-agent/index.ts";
import { steps } from "../../src/main/areas.ts";
import { type FileServer, serveFiles } from "../../src/supply/providers/file-server.fixture.ts";
import {
  accountsOf,
  connectedShop,
  ok,
  setApplication,
  type WiredShop,
} from "../../src/supply/providers/providers.fixture.ts";
import { freePort } from "../free-port.ts";
import { bringForward, doJobs } from "../jobs.ts";
import { INSTALLATION, openWorld, type World } from "../world.ts";
import type { Death, Deaths } from "./buying-victim.ts";
import { type PlatformProcess, startPlatform } from "./platform.ts";
import { SHAPES } from "./shapes.ts";
import { AT_A_PLATFORM, STAGES } from "./stages.ts";
import { partsForVictim, spawnVictim } from "./victims.ts";

/**
 * A worker is killed with -9 at every stage of every step by which a media buy is made at a platform, which runs in a process of
 * its own. Another goes on from what is written down, and the platform's ledger is counted.
 */
const [RUN = "", RENEW = ""] = AT_A_PLATFORM;
const BRAND = "acme.example";
const BUYER = { customerId: 7001, name: "Acme", operatorDomain: null, brandDomain: BRAND, sandbox: true };
const SOUND = { twice: 0, orphans: 0, enabledUnread: 0 };
const LONGEST_RECOVERY_MS = 15_000;

let world: World;
let admin: pg.Client;
let files: FileServer;
const platforms = new Map<string, PlatformProcess>();
beforeAll(async () => {
  const publicUrl = `http://127.0.0.1:${await freePort()}`;
  files = await serveFiles();
  const started = await Promise.all(
    Object.keys(SHAPES).map((name) =>
      startPlatform(name, `${publicUrl}/api/v2/storefront/adapters/${name}/oauth/callback`),
    ),
  );
  for (const platform of started) platforms.set(platform.name, platform);
  const providerHosts = Object.assign({}, ...started.map(({ addresses }) => addresses));
  world = await openWorld({ installation: { ...INSTALLATION, publicUrl, providerHosts } });
  const operator = await world.caller("OPERATOR");
  for (const platform of started) await setApplication(operator, platform);
  admin = new pg.Client({ connectionString: world.databaseUrl });
  await admin.connect();
  // So many buys at once would wait for their turns, and no limit is what is looked into here.
  await admin.query(
    "create function no_limit() returns trigger language plpgsql as $$ begin new.free_at := now() - interval '1 day'; return new; end $$",
  );
  await admin.query(
    "create trigger no_limit before insert or update on provider_limits for each row execute function no_limit()",
  );
}, 60_000);
afterAll(async () => {
  await admin.end();
  await world.close();
  files.close();
  for (const platform of platforms.values()) platform.stop();
});

/** They die at once, and which of them came to their end alive before is answered. */
async function die(step: string, deaths: readonly Death[]): Promise<readonly boolean[]> {
  const { parts, ...rest } = partsForVictim(world);
  // Whoever stands still in a transaction keeps its connection.
  const orders: Deaths = { ...rest, parts: { ...parts, poolSize: deaths.length + 8 }, step, deaths };
  const victim = spawnVictim("./buying-victim.ts", orders);
  const [said, [, signal]] = await Promise.all([text(victim.stdout), once(victim, "exit")]);
  expect(signal).toBe("SIGKILL");
  return JSON.parse(said);
}

async function leave(step: string, inputs: readonly StepInput[]): Promise<void> {
  for (const input of inputs)
    await admin.query(
      "insert into jobs.job (name, data, policy, singleton_key) select $1::text, $2::jsonb, policy, $3 from jobs.queue where name = $1::text",
      [step, JSON.stringify(input), randomUUID()],
    );
}

/** The time passes that a survivor would wait: leases end, and jobs come due. */
async function recover(table: "provider_jobs" | "provider_connections"): Promise<void> {
  const until = performance.now() + LONGEST_RECOVERY_MS;
  while (performance.now() < until) {
    await admin.query(`update ${table} set lease_until = now() - interval '1 s' where lease_until > now()`);
    await bringForward(world);
    await doJobs(world);
    const { rows } = await admin.query("select 1 from provider_jobs where status = 'OPEN'");
    if (rows.length === 0) return;
    // A platform may be at something that takes it a while.
    await sleep(50);
  }
  const { rows } = await admin.query(
    "select kind, step ->> 'do' as next, attempts, ready_at, lease_until from provider_jobs where status = 'OPEN'",
  );
  throw new Error(`a job stays open: ${JSON.stringify(rows)}`);
}

/** Every stage of every step, and one that comes to its end alive, by which the steps are counted. */
function placesOf(count: number): readonly Omit<Death, "input">[] {
  const nths = Array.from({ length: count }, (_, at) => at + 1);
  return [...nths.flatMap((nth) => STAGES.map((stage) => ({ stage, nth }))), { stage: "claimed", nth: count + 1 }];
}

test("what asks a platform is killed here", () => {
  expect(AT_A_PLATFORM).toEqual(["providers.run-job", "providers.renew-connection"]);
});

describe.each(Object.entries(SHAPES))("%s", (name, shape) => {
  let platform: PlatformProcess;
  let shop: WiredShop;
  beforeAll(async () => {
    const found = platforms.get(name);
    if (!found) throw new Error(`${name} did not start`);
    platform = found;
    shop = await connectedShop(world, platform, BRAND);
  });

  const agent = (): SellerAgent => {
    const place = { customerId: shop.seller.customerId, inventorySourceId: shop.inventorySourceId };
    return world.host.openAgent({ kind: "provider", agentId: shop.agentId, name, ...place });
  };
  const callOf = (timeoutMs: number): SellerCall => ({
    buyer: BUYER,
    timeoutMs,
    now: new Date(),
    requestId: "req_crash",
  });

  function requestOf(packages: number): NewMediaBuy {
    const now = new Date();
    const part = { ...shape.sold, currency: "USD", budget: "1500.25", pacing: "even" } as const;
    return {
      idempotencyKey: randomUUID(),
      buyerRef: `ref-${randomUUID()}`,
      name: "Crash",
      flight: { start: after(now, DAY_MS), end: after(now, 11 * DAY_MS) },
      packages: Array.from({ length: packages }, (_, at) => ({ ...part, buyerRef: `p${at}` })),
    };
  }

  /** A buy that is written down, and that nobody has begun to make. */
  async function writeDown() {
    const request = requestOf(2);
    const came = await agent().createMediaBuy(request, callOf(1));
    if (came.kind !== "submitted") throw new Error(JSON.stringify(came));
    const input = { customerId: shop.seller.customerId, jobId: came.taskId };
    return { request, tags: [`[oa:${came.mediaBuyId}`], input };
  }

  /** A creative of a buy that stands, which nobody has begun to show. */
  async function writeDownCreative() {
    const bought = await agent().createMediaBuy(requestOf(1), callOf(60_000));
    if (bought.kind !== "done") throw new Error(JSON.stringify(bought));
    const { mediaBuyId, packages } = bought.mediaBuy;
    const packageId = packages[0]?.packageId ?? "";
    const assets = {
      audio: { asset_type: "audio", url: files.address("spot.mp3") },
      image: { asset_type: "image", url: files.address("companion.png") },
      headline: { asset_type: "text", content: "Go outside" },
      click: { asset_type: "url", url_type: "clickthrough", url: "https://acme.example/spring" },
    };
    const creative = { creativeId: "spot", name: "Spot", manifest: { format_kind: "audio_hosted", assets } };
    const places = [{ packageId, creativeIds: ["spot"] }];
    const request = { idempotencyKey: randomUUID(), mediaBuyId, creatives: [creative], packages: places };
    await agent().syncCreatives(request, callOf(1));
    const { rows } = await admin.query("select job_id from provider_jobs where media_buy_id = $1 and kind = 'show'", [
      mediaBuyId,
    ]);
    const input = { customerId: shop.seller.customerId, jobId: String(rows[0]?.job_id) };
    return { tags: [`[oa:${mediaBuyId}`, `[oa:${packageId}`], input };
  }

  /** Nobody else begins. */
  const holdBack = () => admin.query("delete from jobs.job where name = $1 and state = 'created'", [RUN]);

  test("killed at every stage of every step of a creation, another finishes it: once, whole, and read before it is enabled", async () => {
    const places = placesOf(shape.steps);
    const buys = await Promise.all(places.map(writeDown));
    await holdBack();
    const ended = await die(
      RUN,
      places.map((place, at) => ({ ...place, input: buys[at]?.input ?? { customerId: 0 } })),
    );
    expect(ended).toEqual(places.map(({ nth }) => nth > shape.steps));
    // Whoever asks again while the dead one's lease lasts hears of what is under way, and buys nothing anew.
    const meanwhile = await Promise.all(buys.map(({ request }) => agent().createMediaBuy(request, callOf(500))));
    for (const { kind } of meanwhile) expect(["submitted", "done"]).toContain(kind);
    await leave(
      RUN,
      buys.map(({ input }) => input),
    );
    await recover("provider_jobs");
    for (const [at, { request, tags }] of buys.entries()) {
      const place = `killed at step ${places[at]?.nth}, ${places[at]?.stage}`;
      expect([place, await platform.count(tags)]).toEqual([place, { ...SOUND, holds: shape.holds }]);
      expect((await agent().createMediaBuy(request, callOf(60_000))).kind, place).toBe("done");
    }
  }, 300_000);

  test("what a refused creation left behind is taken away, whoever dies over it", async () => {
    const { route, at, left } = shape.refused;
    const run = steps.find((one) => one.name === RUN);
    const buys = await Promise.all([writeDown(), writeDown()]);
    await holdBack();
    for (const { input } of buys)
      for (let step = 1; step < at; step += 1) if (run) await perform(run, input, "req_crash", world.host);
    // Whoever dies over the refusal itself has it looked up, and asked for again.
    await platform.refuse(route, 3);
    const deaths = ["called", "settled"].map((stage, one) => ({
      stage,
      nth: 1,
      input: buys[one]?.input ?? { customerId: 0 },
    }));
    await die(RUN, deaths);
    await recover("provider_jobs");
    for (const { tags } of buys) expect(await platform.count(tags)).toEqual({ ...SOUND, holds: left });
  }, 120_000);

  test.each(shape.goesLive ? [shape.goesLive] : [])(
    "killed at every stage of every step by which its draft goes live, another finishes it: published once, and started last",
    async ({ steps: count, holds }) => {
      const places = placesOf(count);
      const shown = await Promise.all(places.map(writeDownCreative));
      await holdBack();
      const ended = await die(
        RUN,
        places.map((place, at) => ({ ...place, input: shown[at]?.input ?? { customerId: 0 } })),
      );
      expect(ended).toEqual(places.map(({ nth }) => nth > count));
      await leave(
        RUN,
        shown.map(({ input }) => input),
      );
      await recover("provider_jobs");
      for (const [at, { tags }] of shown.entries()) {
        const place = `killed at step ${places[at]?.nth}, ${places[at]?.stage}`;
        expect([place, await platform.count(tags)]).toEqual([place, { ...SOUND, holds }]);
      }
    },
    300_000,
  );
});

test("killed at every stage of a renewal, the connection is renewed, or says what to do", async () => {
  const platform = platforms.get("snap");
  if (!platform) throw new Error("Snap did not start");
  const shops = await Promise.all(STAGES.map(() => connectedShop(world, platform, BRAND)));
  const inputs = await Promise.all(
    shops.map(async ({ seller }) => {
      const [row] = await accountsOf(seller, "storefront");
      return { customerId: seller.customerId, connectionId: Number(row?.connectionId) };
    }),
  );
  const due = "update provider_connections set expires_at = now(), renew_at = now() where customer_id = any($1)";
  await admin.query(due, [shops.map(({ seller }) => seller.customerId)]);
  await die(
    RENEW,
    STAGES.map((stage, at) => ({ stage, nth: 1, input: inputs[at] ?? { customerId: 0 } })),
  );
  await recover("provider_connections");
  await leave(RENEW, inputs);
  await recover("provider_connections");
  for (const [at, stage] of STAGES.entries()) {
    const { items } = ok(
      (await shops[at]?.seller.get("/storefront/storefront-connections")) ?? ({ status: 0 } as never),
    );
    const [{ connection }] = items;
    // A refresh token that was spent for an answer that nobody wrote down is gone: only a person can consent anew.
    const isLost = stage === "called" || stage === "settling";
    expect([stage, connection.status]).toEqual([stage, isLost ? "ERROR" : "CONNECTED"]);
    if (isLost) expect(connection.statusReason).toContain("connect it again");
  }
}, 120_000);
