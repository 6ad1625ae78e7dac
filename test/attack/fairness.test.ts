import { afterAll, beforeAll, expect, test } from "vitest";
import { product, ScriptedMarket, seller } from "../../src/demand/discovery/discovery.fixture.ts";
import { type Caller, openWorld, type World } from "../world.ts";

/** One tenant asks for far more than there is, of sellers that do not answer: the others find room, and an operator sees it. */
const POOL = 4;
const PER_ORGANISATION = 2;
const ASKED = 30;

let world: World;
let release = (): void => undefined;
const market = new ScriptedMarket();
beforeAll(async () => {
  const held = new Promise<void>((resolve) => void (release = resolve));
  let asked = 0;
  market.open(
    seller("Slow", null, async ({ brief }) => {
      asked += 1;
      if (brief === "busy") await held;
      return { products: [product(`Product ${asked}`)] };
    }),
  );
  world = await openWorld({
    sellers: market,
    poolSize: POOL,
    fairness: { atOnce: 2 * PER_ORGANISATION, perOrganisation: PER_ORGANISATION },
  });
});
afterAll(() => world.close());

async function discoverAs(caller: Caller, brief: string) {
  const { id } = (await caller.post("/buyer/advertisers", { name: "Acme", brand: "acme.example" })).data;
  return () => caller.post("/buyer/discovery/discover-products", { advertiserId: id, brief });
}

const turns = async (lane: string, state: string) => {
  const { body } = await world.app.inject("/metrics");
  const line = body.split("\n").find((one) => one.startsWith(`interchange_turns{lane="${lane}",state="${state}"}`));
  return Number(line?.split(" ").at(-1));
};

test("a busy tenant waits for itself: connections stay free, others are served meanwhile, and the metrics say who waits", async () => {
  const [busy, other] = await Promise.all([world.caller("BUYER"), world.caller("BUYER")]);
  const [ask, askOther] = await Promise.all([discoverAs(busy, "busy"), discoverAs(other, "other")]);
  const all = Array.from({ length: ASKED }, ask);
  await expect.poll(() => turns("calls", "waiting"), { timeout: 60_000 }).toBe(ASKED - PER_ORGANISATION);
  expect(await turns("calls", "running")).toBe(PER_ORGANISATION);
  // While sellers are working nobody holds a connection.
  await expect.poll(() => turns("database", "running"), { timeout: 60_000 }).toBe(0);
  expect(await turns("database", "waiting")).toBe(0);
  for (let n = 0; n < 5; n++) {
    expect((await askOther()).status).toBeLessThan(300);
    expect((await other.get("/buyer/advertisers")).status).toBe(200);
  }
  // Its cheap requests are answered, too: only what is costly takes turns.
  expect((await busy.get("/buyer/advertisers")).status).toBe(200);
  expect(await turns("calls", "waiting")).toBe(ASKED - PER_ORGANISATION);
  release();
  for (const { status } of await Promise.all(all)) expect(status).toBeLessThan(300);
  expect([await turns("calls", "running"), await turns("calls", "waiting")]).toEqual([0, 0]);
});
