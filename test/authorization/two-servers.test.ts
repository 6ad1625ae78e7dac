import { afterAll, beforeAll, expect, test } from "vitest";
import type { OpenShop } from "../agent/open-shop.ts";
import { openShopOfTwo } from "../agent/open-shop-of-two.ts";
import { attempt, listTools, redeem, refresh, register } from "./client.ts";
import { codeIn, connect } from "./connect.ts";
import { type Market, marketOf } from "./market.ts";

/** Two server processes, which answer requests at one address alternately, share everything that was granted. */
let shop: OpenShop;
let market: Market;
beforeAll(async () => {
  // Mail is read where jobs are run, which is in this process.
  shop = await openShopOfTwo({ INTERCHANGE_WORKER: "separate" });
  market = marketOf(shop.world);
}, 120_000);
afterAll(() => shop.close());

test("a client registered at one is known to the other, and so are the request, consent, code and tokens", async () => {
  const { person } = await market.buyer();
  const { clientId } = await register(market.origin);
  const { tokens } = await connect(market, person, clientId);
  expect(tokens.status).toBe(200);
  const opened = () => listTools(`${market.origin}/mcp/buyer`, tokens.body.access_token);
  expect([(await opened()).status, (await opened()).status]).toEqual([200, 200]);
});

test("of many concurrent uses on both servers, a code is redeemed once; each refresh is answered", async () => {
  const { person } = await market.buyer();
  const { clientId } = await register(market.origin);
  const { tokens } = await connect(market, person, clientId);
  const again = Array.from({ length: 4 }, () => refresh(market.origin, clientId, tokens.body.refresh_token));
  expect((await Promise.all(again)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  const asked = attempt(market.origin, clientId);
  const page = await person.open(asked.url);
  const { code } = codeIn(market, await person.allow(page), asked);
  const all = await Promise.all(Array.from({ length: 6 }, () => redeem(market.origin, clientId, code, asked.verifier)));
  expect(all.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
});

test("what is revoked at one is no longer valid at the other", async () => {
  const { person } = await market.buyer();
  const { clientId } = await register(market.origin);
  const { tokens } = await connect(market, person, clientId);
  const token = tokens.body.refresh_token;
  const body = new URLSearchParams({ token, client_id: clientId });
  expect((await fetch(`${market.origin}/oauth/revoke`, { method: "POST", body })).status).toBe(200);
  for (const _ of [1, 2]) expect((await refresh(market.origin, clientId, token)).body.error).toBe("invalid_grant");
});
