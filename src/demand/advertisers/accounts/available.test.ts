import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../../test/world.ts";
import { openStorefront } from "../../../supply/marketplace/market.fixture.ts";
import { PROFILES } from "../../../supply/simulated/index.ts";
import { account, advertise, capabilities, connect, openAgentStall, startAgent } from "./accounts.fixture.ts";

let world: World;
let operator: Caller;
beforeAll(async () => {
  world = await openWorld();
  operator = await world.caller("OPERATOR");
});
afterAll(() => world.close());

const available = (advertiserId: string, storefrontId: number, more = "") =>
  `/buyer/advertisers/${advertiserId}/accounts/available?storefrontId=${storefrontId}&sourceId=main${more}`;

test("only accounts of the advertiser's brand are listed, with every way to reach them", async () => {
  const agent = await startAgent([
    account("acc_acme", "ACME.example", { advertiser: "Acme Corp", billing_proxy: "Pinnacle", billing: "operator" }),
    account("acc_nova", "nova.example"),
    { account_id: "acc_house", name: "House" },
    account("acc_closed", "acme.example", { status: "closed" }),
    { name: "an account without an id" },
  ]);
  const first = await openAgentStall(world, operator, agent, "Route one");
  const second = await openAgentStall(world, operator, agent, "Route two");
  const buyer = await world.caller("BUYER");
  const credentialId = await connect(buyer, first);
  const { status, data, meta } = await buyer.get(available(await advertise(buyer, "acme.example"), first));
  const sources = [
    { storefrontId: first, storefrontName: "Route one", sourceId: "main", sourceName: "Main" },
    { storefrontId: second, storefrontName: "Route two", sourceId: "main", sourceName: "Main" },
  ];
  expect({ status, data }).toEqual({
    status: 200,
    data: {
      accounts: [
        {
          accountId: "acc_acme",
          name: "The seat acc_acme",
          advertiser: "Acme Corp",
          billingProxy: "Pinnacle",
          house: "ACME.example",
          billing: "operator",
          status: "active",
          credentialId,
          sources,
        },
        expect.objectContaining({ accountId: "acc_house", advertiser: null, house: null }),
      ],
      total: 2,
      synced: false,
      billingOptions: { default: "operator", supported: ["operator"] },
    },
  });
  expect(meta.pagination).toMatchObject({ skip: 0, take: 50, total: 2, hasMore: false });
});

test("what a source listed is remembered for all advertisers until it is due to be asked again", async () => {
  const agent = await startAgent([account("old", "acme.example"), account("nova", "nova.example")]);
  const storefrontId = await openAgentStall(world, operator, agent, "Remembered");
  const buyer = await world.caller("BUYER");
  await connect(buyer, storefrontId);
  const [acme, nova] = [await advertise(buyer, "acme.example"), await advertise(buyer, "nova.example")];
  const ids = async (path: string) =>
    (await buyer.get(path)).data.accounts.map((one: { accountId: string }) => one.accountId);
  expect(await ids(available(acme, storefrontId))).toEqual(["old"]);
  agent.on("list_accounts", { payload: { accounts: [account("new", "acme.example")] } });
  expect(await ids(available(acme, storefrontId))).toEqual(["old"]);
  expect(await ids(available(nova, storefrontId))).toEqual(["nova"]);
  expect(agent.callsOf("list_accounts")).toHaveLength(1);
  expect(await ids(available(acme, storefrontId, "&refresh=true"))).toEqual(["new"]);
  expect(await ids(available(nova, storefrontId))).toEqual([]);
});

test("a caller with several credentials has to say which, and the error lists them", async () => {
  const agent = await startAgent([account("acc", "acme.example")]);
  const storefrontId = await openAgentStall(world, operator, agent, "Several");
  const [buyer, other] = [await world.caller("BUYER"), await world.caller("BUYER")];
  const advertiserId = await advertise(buyer, "acme.example");
  const nothing = await buyer.get(available(advertiserId, storefrontId));
  expect(nothing).toMatchObject({ status: 400, error: { code: "VALIDATION_ERROR", field: "credentialId" } });
  expect(nothing.error?.message).toContain(`POST /storefronts/${storefrontId}/sources/main/credentials`);

  const [first, second] = [await connect(buyer, storefrontId, "first"), await connect(buyer, storefrontId, "second")];
  const several = await buyer.get(available(advertiserId, storefrontId));
  expect(several).toMatchObject({
    status: 400,
    error: {
      code: "VALIDATION_ERROR",
      field: "credentialId",
      details: {
        credentials: [
          { credentialId: second, accountIdentifier: "second" },
          { credentialId: first, accountIdentifier: "first" },
        ],
      },
    },
  });
  expect(several.error?.message).toContain(first);
  const said = await buyer.get(available(advertiserId, storefrontId, `&credentialId=${first}`));
  expect(said.data.accounts).toMatchObject([{ accountId: "acc", credentialId: first }]);
  expect(agent.callsOf("list_accounts").at(-1)?.headers.authorization).toBe("Bearer key of first");

  const foreign = await connect(other, storefrontId);
  for (const id of [foreign, "999999999"]) {
    const refused = await buyer.get(available(advertiserId, storefrontId, `&credentialId=${id}`));
    expect(refused).toMatchObject({ status: 400, error: { field: "credentialId" } });
    expect(refused.error?.message).toContain(`no working credential ${id} for source main`);
  }
});

test("a source that opens accounts opens one if there is none, and is not asked twice", async () => {
  const agent = await startAgent([]);
  agent.on("get_adcp_capabilities", { payload: capabilities({ supported_billing: ["agent", "operator"] }) });
  agent.on("sync_accounts", (input) => {
    const [{ brand, operator: seat, billing }] = input["accounts"] as [
      { brand: object; operator: string; billing: string },
    ];
    const opened = { account_id: "acc_new", name: "Opened", action: "created", status: "pending_approval" };
    return { payload: { accounts: [{ ...opened, brand, operator: seat, billing }] } };
  });
  const storefrontId = await openAgentStall(world, operator, agent, "Opening");
  const buyer = await world.caller("BUYER");
  await connect(buyer, storefrontId);
  const path = available(await advertise(buyer, "acme.example"), storefrontId);
  const opened = await buyer.get(path);
  expect(opened.data).toMatchObject({
    accounts: [{ accountId: "acc_new", name: "Opened", status: "pending_approval", billing: "agent" }],
    synced: true,
    billingOptions: { default: null, supported: ["agent", "operator"] },
  });
  expect((await buyer.get(path)).data).toMatchObject({ accounts: [{ accountId: "acc_new" }], synced: false });
  expect(agent.callsOf("sync_accounts").map(({ input }) => input["accounts"])).toEqual([
    [{ brand: { domain: "acme.example" }, operator: "acme.example", billing: "agent" }],
  ]);
});

test("a source that will not open an account says why; one that never does has none", async () => {
  const agent = await startAgent([]);
  agent.on("get_adcp_capabilities", { payload: capabilities({}) });
  const row = { brand: { domain: "acme.example" }, operator: "acme.example", action: "failed", status: "rejected" };
  const refusal = (code: string) => ({
    payload: { accounts: [{ ...row, errors: [{ code, message: "we know no Acme" }] }] },
  });
  agent.on("sync_accounts", refusal("BRAND_UNKNOWN"), refusal("UNSUPPORTED_PROVISIONING"));
  const storefrontId = await openAgentStall(world, operator, agent, "Refusing");
  const buyer = await world.caller("BUYER");
  await connect(buyer, storefrontId);
  const path = available(await advertise(buyer, "acme.example"), storefrontId);
  const refused = await buyer.get(path);
  expect(refused).toMatchObject({ status: 400, error: { code: "BAD_REQUEST" } });
  expect(refused.error?.message).toContain("we know no Acme");
  expect((await buyer.get(path)).data).toMatchObject({ accounts: [], total: 0 });
});

test("a sandbox advertiser is only offered sandbox accounts, and a live one never is", async () => {
  const agent = await startAgent([account("live", "acme.example"), account("test", "acme.example", { sandbox: true })]);
  const storefrontId = await openAgentStall(world, operator, agent, "Walled off");
  const buyer = await world.caller("BUYER");
  await connect(buyer, storefrontId);
  for (const [sandbox, accountId] of [
    [true, "test"],
    [false, "live"],
  ] as const) {
    const advertiserId = await advertise(buyer, "acme.example", { sandbox });
    expect((await buyer.get(available(advertiserId, storefrontId))).data.accounts).toMatchObject([{ accountId }]);
  }
});

test("an unknown billing type is refused, and a known one filters the accounts", async () => {
  const agent = await startAgent([
    account("a", "acme.example", { billing: "agent" }),
    account("o", "acme.example", { billing: "operator" }),
  ]);
  agent.on("get_adcp_capabilities", {
    payload: capabilities({ require_operator_auth: true, supported_billing: ["agent", "operator"] }),
  });
  const storefrontId = await openAgentStall(world, operator, agent, "Billing");
  const buyer = await world.caller("BUYER");
  await connect(buyer, storefrontId);
  const advertiserId = await advertise(buyer, "acme.example");
  const { data } = await buyer.get(available(advertiserId, storefrontId, "&billingType=agent"));
  expect(data.accounts).toMatchObject([{ accountId: "a" }]);
  expect(await buyer.get(available(advertiserId, storefrontId, "&billingType=barter"))).toMatchObject({
    status: 400,
    error: { field: "billingType", details: { supported: ["agent", "operator"] } },
  });
});

test("a source that requires no credentials has no accounts to choose from", async () => {
  const { id } = await openStorefront(world, operator, { source: { simulation: PROFILES.news } });
  const buyer = await world.caller("BUYER");
  const { status, data } = await buyer.get(available(await advertise(buyer, "acme.example"), id));
  expect({ status, data }).toMatchObject({ status: 200, data: { accounts: [], total: 0, synced: false } });
});

test("a missing source, one of an unlisted storefront and a missing advertiser look the same; an unreachable source is reported", async () => {
  const agent = await startAgent([account("acc", "acme.example")]);
  const storefrontId = await openAgentStall(world, operator, agent, "Away");
  const unlisted = await openStorefront(world, operator, { listed: false });
  const buyer = await world.caller("BUYER");
  await connect(buyer, storefrontId);
  const advertiserId = await advertise(buyer, "acme.example");
  const asked = (storefront: number, source: string) =>
    buyer.get(`/buyer/advertisers/${advertiserId}/accounts/available?storefrontId=${storefront}&sourceId=${source}`);
  for (const [storefront, source] of [
    [storefrontId, "none"],
    [unlisted.id, "main"],
    [999_999_999, "main"],
  ] as const)
    expect(await asked(storefront, source)).toMatchObject({
      status: 404,
      error: { message: `there is no source ${source} in storefront ${storefront}` },
    });
  expect((await buyer.get(available("999999999", storefrontId))).status).toBe(404);
  agent.meetAllWith({ http: 503 });
  expect(await asked(storefrontId, "main")).toMatchObject({ status: 503, error: { code: "SERVICE_UNAVAILABLE" } });
});
