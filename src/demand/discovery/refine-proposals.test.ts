import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import { product, proposal, ScriptedMarket, seller } from "./discovery.fixture.ts";

const HOLD_ENDS = new Date("2999-01-01T00:00:00Z");
const market = new ScriptedMarket();
let world: World;
let buyer: Caller;
let advertiserId: string;
let discoveryId: string;

beforeAll(async () => {
  world = await openWorld({ sellers: market });
});
afterAll(() => world.close());
beforeEach(async () => {
  market.open(SHOP);
  buyer = await world.caller("BUYER");
  advertiserId = (await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.com" })).data.id;
  discoveryId = (await discover({})).data.discoveryId;
});

/** Its plan is a draft until it is asked to finalize it. */
const SHOP = seller("Shop", 9, ({ refine = [] }) => {
  const firm = refine.some((entry) => entry.scope === "proposal" && entry.action === "finalize");
  const standing = firm ? ({ status: "committed", expiresAt: HOLD_ENDS } as const) : ({ status: "draft" } as const);
  return {
    products: [product("a"), product("b")],
    proposals: [proposal("plan", { a: "75", b: "25" }, standing), proposal("other", { b: "100" })],
    refinementsApplied: refine.map(() => ({ status: "applied" as const })),
  };
});

const discover = (body: object) => buyer.post("/buyer/discovery/discover-products", { advertiserId, ...body });
const refine = (action: string, id = "plan") => discover({ discoveryId, refine: [{ scope: "proposal", id, action }] });
const apply = (proposalId: string) =>
  buyer.post(`/buyer/discovery/${discoveryId}/apply-proposal`, { proposalId, totalBudget: 100 });

test("a draft that is finalized comes back committed, with the end of its hold, and is applied as such", async () => {
  const { data } = await refine("finalize");
  expect(data.refinementApplied).toEqual([{ scope: "proposal", id: "plan", status: "applied" }]);
  expect(data.proposals[0]).toMatchObject({ proposalStatus: "committed", expiresAt: HOLD_ENDS.toISOString() });
  const applied = await apply("plan");
  expect(applied.data).toMatchObject({ totalBudgetUsed: 100, products: [{ budget: 75 }, { budget: 25 }] });
});

test("a proposal that is left out cannot be applied, whatever its seller goes on saying of it", async () => {
  const { data } = await refine("omit");
  expect(data.proposals.map(({ proposalId }: { proposalId: string }) => proposalId)).toEqual(["other"]);
  expect((await apply("plan")).status).toBe(404);
});

test("a proposal that nobody made cannot be refined, and that is said in its place", async () => {
  const { status, data } = await refine("finalize", "unheard-of");
  expect(status).toBe(200);
  expect(data.refinementApplied).toMatchObject([{ id: "unheard-of", status: "unable", notes: expect.any(String) }]);
});

test("a proposal is shown while one of its products is, and those that the filters removed are skipped", async () => {
  market.open(
    seller("Shop", 9, () => ({
      products: [product("a", { channels: ["ctv"] }), product("b", { channels: ["display"] })],
      proposals: [proposal("both", { a: "75", b: "25" }), proposal("screens", { b: "100" })],
    })),
  );
  const { data } = await discover({ discoveryId, channels: ["ctv"] });
  expect(data.proposals.map(({ proposalId }: { proposalId: string }) => proposalId)).toEqual(["both"]);
  expect((await apply("both")).data).toMatchObject({ productsApplied: 1, productsSkipped: ["b"] });
  expect((await apply("screens")).status).toBe(404);
});
