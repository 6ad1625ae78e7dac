import { afterAll, beforeAll, expect, test } from "vitest";
import type { ScriptedSeller } from "../../../../test/seller/scripted-seller.ts";
import { type Caller, openWorld, type World } from "../../../../test/world.ts";
import { account, advertise, buy, connect, openAgentStall, startAgent } from "./accounts.fixture.ts";

let world: World;
let operator: Caller;
beforeAll(async () => {
  world = await openWorld();
  operator = await world.caller("OPERATOR");
});
afterAll(() => world.close());

const ACCOUNTS = [
  account("acc_acme", "acme.example"),
  account("acc_spare", "acme.example"),
  account("acc_nova", "nova.example"),
];

async function openShop(name: string, accounts = ACCOUNTS) {
  const agent = await startAgent(accounts);
  const storefrontId = await openAgentStall(world, operator, agent, name);
  const buyer = await world.caller("BUYER");
  return { agent, storefrontId, buyer };
}

const accountsOf = (advertiserId: string) => `/buyer/advertisers/${advertiserId}/accounts`;
const seat = (storefrontId: number, accountId: string, more: object = {}) => ({
  storefrontId,
  sourceId: "main",
  accountId,
  ...more,
});
const boughtUnder = (agent: ScriptedSeller) => agent.callsOf("create_media_buy").map(({ input }) => input["account"]);

test("an account is linked once, read back, listed with its source, and unlinked", async () => {
  const { storefrontId, buyer } = await openShop("Given");
  const credentialId = await connect(buyer, storefrontId);
  const advertiserId = await advertise(buyer, "acme.example");
  const given = await buyer.post(accountsOf(advertiserId), seat(storefrontId, "acc_acme", { billingType: "brand" }));
  expect(given).toMatchObject({
    status: 201,
    data: {
      linkId: expect.stringMatching(/^\d+$/),
      accountId: "acc_acme",
      advertiserId,
      credentialId,
      billingType: "brand",
      name: "The seat acc_acme",
      house: "acme.example",
      status: "active",
      sources: [{ storefrontId, sourceId: "main" }],
    },
  });
  const again = await buyer.post(accountsOf(advertiserId), seat(storefrontId, "acc_acme", { billingType: "brand" }));
  expect(again).toMatchObject({ status: 201, data: { linkId: given.data.linkId, createdAt: given.data.createdAt } });
  expect((await buyer.get(`${accountsOf(advertiserId)}/acc_acme`)).data).toEqual(again.data);

  const spare = (await buyer.post(accountsOf(advertiserId), seat(storefrontId, "acc_spare"))).data;
  const listed = await buyer.get(`${accountsOf(advertiserId)}?storefrontId=${storefrontId}&sourceId=main&take=1`);
  expect(listed.data).toMatchObject({ accounts: [{ linkId: spare.linkId, name: "The seat acc_spare" }], total: 2 });
  expect((await buyer.get(`${accountsOf(advertiserId)}?status=suspended`)).data.total).toBe(0);
  expect(await buyer.get(`${accountsOf(advertiserId)}?storefrontId=${storefrontId}`)).toMatchObject({
    status: 400,
    error: { field: "sourceId" },
  });

  const path = `${accountsOf(advertiserId)}/${given.data.linkId}`;
  expect(await buyer.delete(path)).toMatchObject({ status: 200, data: { unlinked: true } });
  expect((await buyer.delete(path)).status).toBe(404);
  expect((await buyer.get(`${accountsOf(advertiserId)}/acc_acme`)).status).toBe(404);
  expect((await buyer.get(accountsOf(advertiserId))).data.total).toBe(1);
  expect((await buyer.post(accountsOf(advertiserId), seat(storefrontId, "acc_acme"))).data.linkId).not.toBe(
    given.data.linkId,
  );
});

test("an account that its source does not list for the brand is refused by name, after asking the source again", async () => {
  const { agent, storefrontId, buyer } = await openShop("Unlisted", []);
  await connect(buyer, storefrontId);
  const advertiserId = await advertise(buyer, "acme.example");
  const refused = await buyer.post(accountsOf(advertiserId), seat(storefrontId, "acc_acme"));
  expect(refused).toMatchObject({ status: 400, error: { code: "VALIDATION_ERROR", field: "accountId" } });
  expect(refused.error?.message).toContain("acc_acme");
  agent.on("list_accounts", { payload: { accounts: ACCOUNTS } });
  expect((await buyer.post(accountsOf(advertiserId), seat(storefrontId, "acc_nova"))).status).toBe(400);
  expect((await buyer.post(accountsOf(advertiserId), seat(storefrontId, "acc_acme"))).status).toBe(201);
});

test("an account that several credentials list is linked with the credential that is named", async () => {
  const { storefrontId, buyer } = await openShop("Shown twice");
  const [first, second] = [await connect(buyer, storefrontId, "one"), await connect(buyer, storefrontId, "two")];
  const advertiserId = await advertise(buyer, "acme.example");
  expect(await buyer.post(accountsOf(advertiserId), seat(storefrontId, "acc_acme"))).toMatchObject({
    status: 400,
    error: { field: "credentialId", details: { credentials: [{ credentialId: second }, { credentialId: first }] } },
  });
  const given = await buyer.post(accountsOf(advertiserId), seat(storefrontId, "acc_acme", { credentialId: first }));
  expect(given.data.credentialId).toBe(first);
  const moved = await buyer.post(accountsOf(advertiserId), seat(storefrontId, "acc_acme", { credentialId: second }));
  expect(moved.data).toMatchObject({ linkId: given.data.linkId, credentialId: second });
});

test("two advertisers of one buyer each search and buy under their own account, with its own credential", async () => {
  const { agent, storefrontId, buyer } = await openShop("Two seats");
  const [one, two] = [await connect(buyer, storefrontId, "one"), await connect(buyer, storefrontId, "two")];
  const [acme, nova] = [await advertise(buyer, "acme.example"), await advertise(buyer, "nova.example")];
  await buyer.post(accountsOf(acme), seat(storefrontId, "acc_acme", { credentialId: one }));
  await buyer.post(accountsOf(nova), seat(storefrontId, "acc_nova", { credentialId: two }));
  await buy(buyer, acme, storefrontId);
  await buy(buyer, nova, storefrontId);
  const response = ["get_products", "create_media_buy"].map((tool) =>
    agent.callsOf(tool).map(({ input, headers }) => [input["account"], headers.authorization]),
  );
  const seats = [
    [{ account_id: "acc_acme" }, "Bearer key of one"],
    [{ account_id: "acc_nova" }, "Bearer key of two"],
  ];
  expect(response).toEqual([seats, seats]);
});

test("what was bought under an account continues under it, whatever is linked or unlinked later", async () => {
  const { agent, storefrontId, buyer } = await openShop("Steady");
  await connect(buyer, storefrontId);
  const advertiserId = await advertise(buyer, "acme.example");
  const { data: link } = await buyer.post(accountsOf(advertiserId), seat(storefrontId, "acc_acme"));
  const first = await buy(buyer, advertiserId, storefrontId);
  await buyer.post(accountsOf(advertiserId), seat(storefrontId, "acc_spare"));
  await buyer.delete(`${accountsOf(advertiserId)}/${link.linkId}`);
  await buy(buyer, advertiserId, storefrontId);
  expect(boughtUnder(agent)).toEqual([{ account_id: "acc_acme" }, { account_id: "acc_spare" }]);

  agent.on("update_media_buy", { payload: { media_buy_id: "mb_9", affected_packages: [] } });
  expect((await buyer.post(`/buyer/campaigns/${first}/pause`)).status).toBe(200);
  expect(agent.callsOf("update_media_buy").map(({ input }) => input["account"])).toEqual([{ account_id: "acc_acme" }]);
});

test("an account whose credential is deleted is unreachable and buys nothing until it is linked with another", async () => {
  const { agent, storefrontId, buyer } = await openShop("Lost");
  const lost = await connect(buyer, storefrontId, "lost");
  const advertiserId = await advertise(buyer, "acme.example");
  await buyer.post(accountsOf(advertiserId), seat(storefrontId, "acc_acme"));
  await connect(buyer, storefrontId, "other");
  expect((await buyer.delete(`/buyer/storefronts/credentials/${lost}`)).status).toBe(204);
  const path = `${accountsOf(advertiserId)}/acc_acme`;
  expect((await buyer.get(path)).data).toMatchObject({ status: "unreachable", credentialId: null });
  expect((await buyer.get(`${accountsOf(advertiserId)}?status=unreachable`)).data.total).toBe(1);

  const question = { advertiserId, storefrontIds: [storefrontId] };
  const found = await buyer.post("/buyer/discovery/discover-products", question);
  expect(found.data.totalProducts ?? found.data.productGroups.length).toBe(0);
  expect(JSON.stringify(found.data)).toContain(
    "account acc_acme at Main was linked with a credential that no longer works",
  );
  expect(agent.callsOf("get_products")).toEqual([]);

  expect((await buyer.post(accountsOf(advertiserId), seat(storefrontId, "acc_acme"))).status).toBe(201);
  expect((await buyer.get(path)).data).toMatchObject({ status: "active" });
  await buy(buyer, advertiserId, storefrontId);
  expect(boughtUnder(agent)).toEqual([{ account_id: "acc_acme" }]);
});

test("a link shows what its source last reported", async () => {
  const { agent, storefrontId, buyer } = await openShop("Told anew");
  await connect(buyer, storefrontId);
  const advertiserId = await advertise(buyer, "acme.example");
  await buyer.post(accountsOf(advertiserId), seat(storefrontId, "acc_acme"));
  const suspended = account("acc_acme", "acme.example", { status: "suspended", name: "Renamed" });
  agent.on("list_accounts", { payload: { accounts: [suspended] } });
  const query = `storefrontId=${storefrontId}&sourceId=main&refresh=true`;
  await buyer.get(`${accountsOf(advertiserId)}/available?${query}`);
  expect((await buyer.get(`${accountsOf(advertiserId)}/acc_acme`)).data).toMatchObject({
    status: "suspended",
    name: "Renamed",
  });
});

test("another buyer's links read as missing", async () => {
  const { storefrontId, buyer } = await openShop("Foreign");
  await connect(buyer, storefrontId);
  const advertiserId = await advertise(buyer, "acme.example");
  const { data } = await buyer.post(accountsOf(advertiserId), seat(storefrontId, "acc_acme"));
  const other = await world.caller("BUYER");
  const own = await advertise(other, "acme.example");
  expect((await other.get(accountsOf(advertiserId))).status).toBe(404);
  expect((await other.get(`${accountsOf(own)}/acc_acme`)).status).toBe(404);
  expect((await other.delete(`${accountsOf(own)}/${data.linkId}`)).status).toBe(404);
});
