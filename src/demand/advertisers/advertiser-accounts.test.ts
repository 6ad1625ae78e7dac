import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import { account, connect, openAgentStall, startAgent } from "./accounts/accounts.fixture.ts";

let world: World;
let operator: Caller;
beforeAll(async () => {
  world = await openWorld();
  operator = await world.caller("OPERATOR");
});
afterAll(() => world.close());

async function openHouse() {
  const agent = await startAgent([account("acc_1", "acme.com"), account("acc_2", "acme.com")]);
  const storefrontId = await openAgentStall(world, operator, agent, "House");
  const buyer = await world.caller("BUYER");
  await connect(buyer, storefrontId);
  const link = (accountId: string) => ({ storefrontId, sourceId: "main", accountId, billingType: "agency" });
  const create = (linkedAccounts: object[]) =>
    buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.com", linkedAccounts });
  return { buyer, link, create };
}

const ids = (linked: { accountId: string }[]) => linked.map(({ accountId }) => accountId);

test("an advertiser is created with its accounts, and an update only adds to them", async () => {
  const { buyer, link, create } = await openHouse();
  const { status, data } = await create([link("acc_1")]);
  expect(status).toBe(201);
  expect(data).toMatchObject({
    linkedAccountCount: 1,
    linkedAccounts: [{ accountId: "acc_1", billingType: "agency", status: "active", sources: [{ sourceId: "main" }] }],
  });
  const path = `/buyer/advertisers/${data.id}`;
  const grown = (await buyer.put(path, { linkedAccounts: [link("acc_2")] })).data;
  expect(ids(grown.linkedAccounts)).toEqual(["acc_1", "acc_2"]);
  for (const change of [{ linkedAccounts: [] }, { linkedAccounts: [link("acc_1")] }, { name: "Acme Sport" }])
    expect(ids((await buyer.put(path, change)).data.linkedAccounts)).toEqual(["acc_1", "acc_2"]);
  const [plain] = (await buyer.get("/buyer/advertisers")).data.advertisers;
  expect(plain).toMatchObject({ linkedAccountCount: 2 });
  const [whole] = (await buyer.get("/buyer/advertisers?includeAccounts=true")).data.advertisers;
  expect(ids(whole.linkedAccounts)).toEqual(["acc_1", "acc_2"]);
});

test("an account that its source does not list is named, and changes nothing", async () => {
  const { buyer, link, create } = await openHouse();
  expect(await create([link("acc_1"), link("acc_9")])).toMatchObject({
    status: 400,
    error: { code: "VALIDATION_ERROR", field: "linkedAccounts.1.accountId" },
  });
  expect((await buyer.get("/buyer/advertisers")).data.total).toBe(0);
  const { data } = await create([]);
  const path = `/buyer/advertisers/${data.id}`;
  expect((await buyer.put(path, { name: "Other", linkedAccounts: [link("acc_9")] })).status).toBe(400);
  expect((await buyer.get(path)).data).toEqual(data);
});
