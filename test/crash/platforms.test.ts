import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { after, DAY_MS } from "../../src/ground/kernel/clock.ts";
import type { StepInput } from "../../src/ground/kernel/step.ts";
import type { NewMediaBuy, SellerAgent, SellerCall } from "../../src/ground/seller-agent/index.ts";
import { type FileServer, serveFiles } from "../../src/supply/providers/file-server.fixture.ts";
import { accountsOf, connectedShop, ok, type WiredShop } from "../../src/supply/providers/providers.fixture.ts";
import { type AtPlatforms, openAtPlatforms } from "./at-platforms.ts";
import type { PlatformProcess } from "./platform.ts";
import { SHAPES } from "./shapes.ts";
import { AT_A_PLATFORM, STAGES } from "./stages.ts";
import type { DeathOfStep } from "./standing-victim.ts";

/**
 * A worker is killed with -9 at every stage of every step of creating a media buy at a platform, which runs in a
 * separate process. Another continues from what is stored, and the platform's ledger is counted.
 */
const [RUN = "", RENEW = ""] = AT_A_PLATFORM;
const BRAND = "acme.example";
const BUYER = { customerId: 7001, name: "Acme", operatorDomain: null, brandDomain: BRAND, sandbox: true };
const SOUND = { twice: 0, orphans: 0, enabledUnread: 0 };
const NOBODY: StepInput = { customerId: 0 };
/** In addition to each stage of one piece of work: nothing was sent, and nobody received the answer. */
const BEFORE_AND_AFTER = ["claimed", "called"];

let at: AtPlatforms;
let files: FileServer;
beforeAll(async () => {
  files = await serveFiles();
  at = await openAtPlatforms(Object.keys(SHAPES));
}, 60_000);
afterAll(async () => {
  await at.close();
  files.close();
});

/** Each stage of each step, and one run without a kill, by which the steps are counted. */
function placesOf(count: number, stages: readonly string[] = STAGES): readonly Omit<DeathOfStep, "input">[] {
  const nths = Array.from({ length: count }, (_, before) => before + 1);
  return [...nths.flatMap((nth) => stages.map((stage) => ({ stage, nth }))), { stage: "claimed", nth: count + 1 }];
}

const deathsOf = (
  places: readonly Omit<DeathOfStep, "input">[],
  inputs: readonly StepInput[],
): readonly DeathOfStep[] => places.map((place, one) => ({ ...place, input: inputs[one] ?? NOBODY }));

test("what asks a platform is killed here", () => {
  expect(AT_A_PLATFORM).toEqual(["providers.run-job", "providers.renew-connection"]);
});

describe.each(Object.entries(SHAPES))("%s", (name, shape) => {
  let platform: PlatformProcess;
  let shop: WiredShop;
  beforeAll(async () => {
    platform = at.platform(name);
    shop = await connectedShop(at.world, platform, BRAND);
  });

  const agent = (): SellerAgent => {
    const place = { customerId: shop.seller.customerId, inventorySourceId: shop.inventorySourceId };
    return at.world.host.openAgent({ kind: "provider", agentId: shop.agentId, name, ...place });
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
      packages: Array.from({ length: packages }, (_, one) => ({ ...part, buyerRef: `p${one}` })),
    };
  }

  /** A stored buy that has not been started yet. */
  async function writeDown() {
    const request = requestOf(2);
    const came = await agent().createMediaBuy(request, callOf(1));
    if (came.kind !== "submitted") throw new Error(JSON.stringify(came));
    const input = { customerId: shop.seller.customerId, jobId: came.taskId };
    return { request, tags: [`[oa:${came.mediaBuyId}`], input };
  }

  /** A creative of an existing buy that has not been started yet. */
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
    return { mediaBuyId, tags: [`[oa:${mediaBuyId}`, `[oa:${packageId}`] };
  }

  async function showingOf(buys: readonly { readonly mediaBuyId: string }[]): Promise<StepInput[]> {
    const ids = buys.map(({ mediaBuyId }) => mediaBuyId);
    const { rows } = await at.admin.query<{ media_buy_id: string; job_id: string }>(
      "select media_buy_id, job_id from provider_jobs where kind = 'show' and media_buy_id = any($1)",
      [ids],
    );
    const jobs = new Map(rows.map(({ media_buy_id: id, job_id: jobId }) => [id, jobId]));
    return ids.map((id) => ({ customerId: shop.seller.customerId, jobId: jobs.get(id) }));
  }

  /** Nobody else starts. */
  const holdBack = () => at.admin.query("delete from jobs.job where name = $1 and state = 'created'", [RUN]);

  test("killed at every stage of every step of a creation, another finishes it: once, whole, and read before it is enabled", async () => {
    const places = placesOf(shape.steps);
    const buys = await Promise.all(places.map(writeDown));
    await holdBack();
    const inputs = buys.map(({ input }) => input);
    const ended = await at.die(RUN, deathsOf(places, inputs));
    expect(ended).toEqual(places.map(({ nth }) => nth > shape.steps));
    // A retry during the crashed process's lease learns of the work in progress, and buys nothing again. Where nothing was
    // claimed yet, it creates: with time enough that no request is abandoned on its way and repeated by recover() at once.
    const meanwhile = await Promise.all(buys.map(({ request }) => agent().createMediaBuy(request, callOf(2_000))));
    for (const { kind } of meanwhile) expect(["submitted", "done"]).toContain(kind);
    await at.leave(RUN, inputs);
    await at.recover("provider_jobs");
    for (const [one, { request, tags }] of buys.entries()) {
      const place = `killed at step ${places[one]?.nth}, ${places[one]?.stage}`;
      expect([place, await platform.count(tags)]).toEqual([place, { ...SOUND, holds: shape.holds }]);
      expect((await agent().createMediaBuy(request, callOf(60_000))).kind, place).toBe("done");
    }
  }, 300_000);

  test("what a refused creation left behind is removed, even after a crash", async () => {
    const { route, step, left } = shape.refused;
    const buys = await Promise.all([writeDown(), writeDown()]);
    await holdBack();
    for (const { input } of buys) await at.take(RUN, input, step - 1);
    // After a crash during the refusal itself, it is looked up, and requested again.
    await platform.refuse(route, 3);
    const places = ["called", "settled"].map((stage) => ({ stage, nth: 1 }));
    await at.die(
      RUN,
      deathsOf(
        places,
        buys.map(({ input }) => input),
      ),
    );
    await at.recover("provider_jobs");
    for (const { tags } of buys) expect(await platform.count(tags)).toEqual({ ...SOUND, holds: left });
  }, 120_000);

  test.each(shape.waits ? [shape.waits] : [])(
    "a delayed write is looked up like any other by the next attempt",
    async ({ route, step }) => {
      const { input, tags } = await writeDown();
      await holdBack();
      await at.take(RUN, input, step - 1);
      await platform.throttle(route, 1);
      await at.take(RUN, input, 1);
      const due = "update provider_jobs set ready_at = now() where ready_at > now() and step ->> 'do' = 'wait'";
      expect((await at.admin.query(due)).rowCount).toBe(1);
      expect(await at.die(RUN, [{ input, stage: "called", nth: 1 }])).toEqual([false]);
      await at.leave(RUN, [input]);
      await at.recover("provider_jobs");
      expect(await platform.count(tags)).toEqual({ ...SOUND, holds: shape.holds });
    },
    120_000,
  );

  test.each(shape.goesLive ? [shape.goesLive] : [])(
    "killed at every step by which its draft goes live, another finishes it: published once, and started last",
    async ({ steps, holds }) => {
      const places = placesOf(steps, BEFORE_AND_AFTER);
      const shown = await Promise.all(places.map(writeDownCreative));
      await holdBack();
      const inputs = await showingOf(shown);
      const ended = await at.die(RUN, deathsOf(places, inputs));
      // A platform that processes a file slowly or quickly is polled once more or once less.
      const died = ended.filter((isOver) => !isOver).length;
      expect(died).toBeGreaterThanOrEqual((steps - 2) * BEFORE_AND_AFTER.length);
      expect(ended.at(-1)).toBe(true);
      await at.leave(RUN, inputs);
      await at.recover("provider_jobs");
      for (const [one, { tags }] of shown.entries()) {
        const place = `killed at step ${places[one]?.nth}, ${places[one]?.stage}`;
        expect([place, await platform.count(tags)]).toEqual([place, { ...SOUND, holds }]);
      }
    },
    300_000,
  );
});

test("killed at every stage of a renewal, the connection is renewed, or says what to do", async () => {
  const platform = at.platform("snap");
  const shops = await Promise.all(
    STAGES.map(async (stage) => ({ stage, shop: await connectedShop(at.world, platform, BRAND) })),
  );
  const inputs = await Promise.all(
    shops.map(async ({ shop: { seller } }) => {
      const [row] = await accountsOf(seller, "storefront");
      return { customerId: seller.customerId, connectionId: Number(row?.connectionId) };
    }),
  );
  const due = "update provider_connections set expires_at = now(), renew_at = now() where customer_id = any($1)";
  await at.admin.query(due, [inputs.map(({ customerId }) => customerId)]);
  const places = STAGES.map((stage) => ({ stage, nth: 1 }));
  expect(await at.die(RENEW, deathsOf(places, inputs))).toEqual(STAGES.map(() => false));
  await at.recover("provider_connections");
  await at.leave(RENEW, inputs);
  await at.recover("provider_connections");
  for (const { stage, shop } of shops) {
    const { items } = ok(await shop.seller.get("/storefront/storefront-connections"));
    const [{ connection }] = items;
    // If the answer to a used refresh token was never stored, the token is lost: only a person can consent again.
    const isLost = stage === "called" || stage === "settling";
    const saysWhatToDo = String(connection.statusReason).includes("connect it again");
    expect([stage, connection.status, saysWhatToDo]).toEqual([stage, isLost ? "ERROR" : "CONNECTED", isLost]);
  }
}, 120_000);
