import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectData } from "../operations/expect-data.ts";
import { type Caller, openWorld, type Reply, type World } from "../world.ts";
import {
  authorize,
  consented,
  type GuardedShop,
  openGuardedShop,
  scheduleRecovery,
  sourceSeenBy,
} from "./oauth.fixture.ts";
import { type RunningProvider, startProvider } from "./provider.ts";

let world: World;
let provider: RunningProvider;
let shop: GuardedShop;
/** A shop whose agent and provider are unavailable. */
let deserted: GuardedShop;
let buyer: Caller;
beforeAll(async () => {
  let leaving: RunningProvider;
  [world, provider, leaving] = await Promise.all([openWorld(), startProvider(), startProvider()]);
  const operator = await world.caller("OPERATOR");
  shop = await openGuardedShop(world, operator, provider);
  deserted = await openGuardedShop(world, operator, leaving);
  await leaving.stop();
  buyer = await world.caller("BUYER");
});
afterAll(async () => {
  await world.close();
  await provider.stop();
});

type Register = (at: GuardedShop, accountIdentifier: string) => Promise<Reply>;

const atSource = ({ storefrontId }: GuardedShop) => `/buyer/storefronts/${storefrontId}/sources/main`;
const atAgent = ({ agentId }: GuardedShop) => `/buyer/sales-agents/${agentId}`;
const named = (accountIdentifier: string) => ({ accountIdentifier });

const WAYS: [string, Register][] = [
  ["a source", (at, name) => buyer.post(`${atSource(at)}/credentials`, named(name))],
  ["a source, as an account", (at, name) => buyer.post(`${atSource(at)}/accounts`, named(name))],
  ["an agent", (at, name) => buyer.post(`${atAgent(at)}/accountCredentials`, named(name))],
  ["an agent, as an account", (at, name) => buyer.post(`${atAgent(at)}/accounts`, named(name))],
];

describe.each(WAYS)("a credential by consent at %s", (_, register) => {
  test("is not started if the agent does not credibly name its authorization server", async () => {
    await provider.behave({ speakFor: "https://bank.example/mcp" });
    const reply = await register(shop, "believed");
    await provider.behave({});
    expect(reply).toMatchObject({ status: 400, error: { code: "BAD_REQUEST" } });
    expect(await sourceSeenBy(buyer, shop)).toMatchObject({ customerAccounts: [] });
  });

  test("can be retried later if nobody answers who could tell", async () => {
    expect(await register(deserted, "away")).toMatchObject({ status: 503, error: { code: "SERVICE_UNAVAILABLE" } });
  });
});

test("a consent for an organisation is started where that for an account is, and nowhere else", async () => {
  const ask = ({ agentId }: GuardedShop) => buyer.post(`/storefront/agents/${agentId}/oauth/authorize`);
  await provider.behave({ speakFor: "https://bank.example/mcp" });
  const unbelieved = await ask(shop);
  await provider.behave({});
  expect(unbelieved).toMatchObject({ status: 400, error: { code: "BAD_REQUEST" } });
  expect(await ask(deserted)).toMatchObject({ status: 503, error: { code: "SERVICE_UNAVAILABLE" } });
  expectData(await ask(shop));
  await world.database.writeInstallation((db) =>
    db
      .updateTable("credentials")
      .set({ auth_type: "api_key", status: "ACTIVE" })
      .where("account_identifier", "=", `oauth_${buyer.customerId}`)
      .execute(),
  );
  expect(await ask(shop)).toMatchObject({ status: 409, error: { code: "CONFLICT" } });
});

test("a code that the provider did not issue has no effect, and the buyer is told to start again", async () => {
  const { state } = expectData(await authorize(buyer, shop, named("guessed")));
  const reply = await buyer.post(`/storefront/agents/${shop.agentId}/oauth/callback`, { code: "guessed", state });
  expect(reply).toMatchObject({ status: 400, error: { code: "BAD_REQUEST" } });
  expect(reply.error?.message).toContain("begin again");
});

test("a credential from a consent is renewed by consent, not rotated, and not registered twice", async () => {
  expect((await scheduleRecovery(world, await consented(buyer, shop, named("mine")))).status).toBe(200);
  const held = expectData(await buyer.get("/buyer/sales-agents/accountCredentials"));
  const { id } = held.find((one: { accountIdentifier: string }) => one.accountIdentifier === "mine");
  const rotation = { auth: { type: "api_key", token: "a key" } };
  expect(await buyer.put(`/buyer/storefronts/credentials/${id}`, rotation)).toMatchObject({
    status: 400,
    error: { code: "INVALID_STATE", message: expect.stringContaining("oauth/authorize") },
  });
  const again = await buyer.post(`${atAgent(shop)}/accountCredentials`, named("mine"));
  expect(again).toMatchObject({ status: 409, error: { code: "CONFLICT" } });
});

test("an account from the time when its source was accessed with keys is not given a consent", async () => {
  expectData(await authorize(buyer, shop, named("keyed")));
  await world.database.writeInstallation((db) =>
    db
      .updateTable("credentials")
      .set({ auth_type: "api_key", status: "ACTIVE" })
      .where("account_identifier", "=", "keyed")
      .execute(),
  );
  expect(await authorize(buyer, shop, named("keyed"))).toMatchObject({
    status: 409,
    error: { code: "CONFLICT", field: "accountIdentifier" },
  });
});
