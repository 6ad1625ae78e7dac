import { afterAll, beforeAll, expect, test } from "vitest";
import { refresh, register } from "../authorization/client.ts";
import { connect } from "../authorization/connect.ts";
import { type Market, openMarket } from "../authorization/market.ts";
import { requestAndDie } from "./request-and-die.ts";

/** A server is killed while it refreshes a person's tokens: the application repeats its request, and is still connected. */
let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.close());

/** More messages than any refresh sends. */
const MOST_WORDS = 60;
/** Each message is a statement, or the begin or end of its transaction: some of each kind are hit. */
const EVERY = 5;

test("wherever a server dies over a refresh, the token that it was asked with is taken once more", async () => {
  const { person } = await market.buyer();
  const { clientId } = await register(market.origin);
  const { tokens } = await connect(market, person, clientId);
  let token = tokens.body.refresh_token;
  let deaths = 0;
  for (let nth = 1; nth < MOST_WORDS; nth += EVERY) {
    const body = new URLSearchParams({ grant_type: "refresh_token", client_id: clientId, refresh_token: token });
    const { status } = await requestAndDie(
      market.world,
      {
        method: "POST",
        url: "/oauth/token",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        payload: body.toString(),
      },
      nth,
    );
    const again = await refresh(market.origin, clientId, token);
    expect(again.status, `killed at word ${nth}`).toBe(200);
    token = again.body.refresh_token;
    expect([undefined, 200]).toContain(status);
    if (status !== undefined) break;
    deaths++;
  }
  expect(deaths).toBeGreaterThan(2);
}, 180_000);
