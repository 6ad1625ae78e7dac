import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../../test/world.ts";
import { openStorefront } from "../../../supply/marketplace/market.fixture.ts";
import { account, advertise, buy, openAgentStall, startAgent } from "./accounts.fixture.ts";

let world: World;
let operator: Caller;
beforeAll(async () => {
  world = await openWorld();
  operator = await world.caller("OPERATOR");
});
afterAll(() => world.close());

const AUTH = { type: "api_key", token: "the key" };
const path = (storefront: number | string) => `/buyer/storefronts/${storefront}/sources/main/accounts`;

test("an account with an advertiser is registered and bought under, as seeds 002 and 003 specify", async () => {
  const agent = await startAgent([]);
  const storefrontId = await openAgentStall(world, operator, agent, "By advertiser");
  const buyer = await world.caller("BUYER");
  const advertiserId = await advertise(buyer, "acme.example");
  const body = { advertiserId, accountIdentifier: "acme-brand-account", auth: AUTH };
  const made = await buyer.post(path(storefrontId), body);
  expect(made).toMatchObject({
    status: 201,
    data: { accountIdentifier: "acme-brand-account", status: "ACTIVE", linkId: expect.any(String) },
  });
  expect(made.data.registeredBy).toMatch(/@/);
  expect(JSON.stringify(made)).not.toContain("the key");
  const source = (await buyer.get(`/buyer/storefronts/${storefrontId}`)).data.sources[0];
  expect(source).toMatchObject({ connected: true, customerAccounts: [{ accountIdentifier: "acme-brand-account" }] });
  expect((await buyer.get(`/buyer/advertisers/${advertiserId}/accounts`)).data.accounts).toMatchObject([
    { linkId: made.data.linkId, accountId: "acme-brand-account" },
  ]);
  await buy(buyer, advertiserId, storefrontId);
  expect(agent.callsOf("create_media_buy")[0]?.input["account"]).toEqual({ account_id: "acme-brand-account" });

  const again = await buyer.post(path(storefrontId), body);
  expect(again).toMatchObject({ status: 201, data: { id: made.data.id, linkId: made.data.linkId } });
  const other = { ...AUTH, token: "another key" };
  expect(await buyer.post(path(storefrontId), { ...body, auth: other })).toMatchObject({ status: 409 });
});

test("an account without an advertiser is only registered, by slug, as seed 004 specifies", async () => {
  const agent = await startAgent([account("x", "acme.example")]);
  const storefrontId = await openAgentStall(world, operator, agent, "By slug");
  const { platformId } = (await (await world.caller("BUYER")).get(`/buyer/storefronts/${storefrontId}`)).data;
  const buyer = await world.caller("BUYER");
  const body = { accountIdentifier: "first", accountType: "brand" };
  const probe = await buyer.post(path(platformId), body);
  expect(probe).toMatchObject({ status: 400, error: { details: { supportedAuthTypes: ["api_key"] } } });
  expect((await buyer.post(path(platformId), { ...body, auth: AUTH })).data).toMatchObject({ linkId: null });
  // The credential of the first account also gives access to this one.
  expect(await buyer.post(path(platformId), { accountIdentifier: "second", accountType: "brand" })).toMatchObject({
    status: 201,
    data: { accountIdentifier: "second", status: "ACTIVE" },
  });
  const { data } = await buyer.get("/buyer/storefronts/credentials");
  expect(data.map((one: { accountIdentifier: string }) => one.accountIdentifier)).toEqual(["second", "first"]);
});

test("an empty request, a source that requires nothing and another organisation's advertiser are refused", async () => {
  const agent = await startAgent([]);
  const storefrontId = await openAgentStall(world, operator, agent, "Refused");
  const [buyer, other] = [await world.caller("BUYER"), await world.caller("BUYER")];
  const nothing = await buyer.post(path(storefrontId));
  expect(nothing).toMatchObject({ status: 400, error: { code: "VALIDATION_ERROR", field: "accountIdentifier" } });
  const open = await openStorefront(world, operator);
  expect((await buyer.post(path(open.id), { accountIdentifier: "a" })).error?.field).toBe("sourceId");
  for (const advertiserId of [await advertise(other, "acme.example"), "999999999"])
    expect(await buyer.post(path(storefrontId), { accountIdentifier: "a", auth: AUTH, advertiserId })).toMatchObject({
      status: 404,
      error: { message: `there is no advertiser ${advertiserId}` },
    });
  expect((await buyer.get("/buyer/storefronts/credentials")).data).toEqual([]);
  for (const storefront of ["no-such-place", "999999999", "Odd Name!"])
    expect((await buyer.post(path(encodeURIComponent(storefront)), { accountIdentifier: "a" })).status).toBe(404);
});
