import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../../test/world.ts";
import { account, advertise, connect, openAgentStall, startAgent } from "./accounts.fixture.ts";

let world: World;
let operator: Caller;
beforeAll(async () => {
  world = await openWorld();
  operator = await world.caller("OPERATOR");
});
afterAll(() => world.close());

type Ask = (buyer: Caller, link: object, advertiserId: string) => ReturnType<Caller["post"]>;

const WAYS: [string, Ask][] = [
  ["by itself", (buyer, link, id) => buyer.post(`/buyer/advertisers/${id}/accounts`, link)],
  ["with a new advertiser", (buyer, link) => buyer.post("/buyer/advertisers", { ...ACME, linkedAccounts: [link] })],
  ["with an update", (buyer, link, id) => buyer.put(`/buyer/advertisers/${id}`, { linkedAccounts: [link] })],
];

const ACME = { name: "Acme again", brand: "acme.example" };

describe.each(WAYS)("linking an account %s", (_, ask) => {
  async function open() {
    const agent = await startAgent([account("x", "acme.example")]);
    const storefrontId = await openAgentStall(world, operator, agent, "Theirs");
    const buyer = await world.caller("BUYER");
    await connect(buyer, storefrontId);
    const advertiserId = await advertise(buyer, "acme.example");
    return { agent, give: () => ask(buyer, { storefrontId, sourceId: "main", accountId: "x" }, advertiserId), buyer };
  }

  test("fails with the source's own reason if the source refuses, and nothing is written", async () => {
    const { agent, give, buyer } = await open();
    agent.on("list_accounts", { payload: { errors: [{ code: "ACCOUNT_SUSPENDED", message: "not you" }] } });
    expect(await give()).toMatchObject({
      status: 400,
      error: { code: "BAD_REQUEST", message: expect.stringContaining("not you") },
    });
    expect((await buyer.get("/buyer/advertisers")).data.advertisers).toHaveLength(1);
  });

  test("is left for later if its source is unreachable", async () => {
    const { agent, give } = await open();
    agent.meetAllWith({ http: 503 });
    expect(await give()).toMatchObject({ status: 503, error: { code: "SERVICE_UNAVAILABLE" } });
    agent.meetAllWith(undefined);
    expect((await give()).status).toBeLessThan(300);
  });
});
