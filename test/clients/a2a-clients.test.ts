import {
  DefaultAgentCardResolver as CardsOf0_3,
  ClientFactory as FactoryOf0_3,
  JsonRpcTransportFactory as RpcOf0_3,
} from "a2a-sdk-0-3-13/client";
import { AgentCard, SendMessageRequest, Task, verifyAgentCardSignature } from "a2a-sdk-1";
import {
  DefaultAgentCardResolver as CardsOf1,
  ClientFactory as FactoryOf1,
  JsonRpcTransportFactory as RpcOf1,
} from "a2a-sdk-1/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ADCP_PROFILE } from "../../src/edge/adcp/a2a/extension.ts";
import { type OpenShop, openShop } from "../agent/open-shop.ts";

/** The official A2A clients of both releases, at one storefront's agent. */
let shop: OpenShop;
let cardUrl: string;
let marketCardUrl: string;
beforeAll(async () => {
  shop = await openShop();
  cardUrl = `${shop.a2aUrl}/.well-known/agent-card.json`;
  marketCardUrl = new URL("/.well-known/agent-card.json", cardUrl).href;
});
afterAll(() => shop.close());

/** A `fetch` that adds the key, and records the profile that each answer states. */
function door(headers: Readonly<Record<string, string>>) {
  const echoed: (string | null)[] = [];
  const fetchImpl: typeof fetch = async (input, init) => {
    const all = new Headers(init?.headers);
    all.set("authorization", `Bearer ${shop.buyer.key}`);
    for (const [name, value] of Object.entries(headers)) all.set(name, value);
    const response = await fetch(input, { ...init, headers: all });
    echoed.push(response.headers.get("a2a-extensions") ?? response.headers.get("x-a2a-extensions"));
    return response;
  };
  return { echoed, fetchImpl };
}

const CALL = { skill: "list_accounts", input: {} };

test.each([
  ["without the extension", {}, null],
  ["with it", { "a2a-extensions": `${ADCP_PROFILE}, https://other.example/x` }, ADCP_PROFILE],
])("a client of 1.0 calls a skill, %s", async (_, headers, echo) => {
  const { echoed, fetchImpl } = door(headers);
  const factory = new FactoryOf1({
    transports: [new RpcOf1({ fetchImpl })],
    cardResolver: new CardsOf1({ fetchImpl }),
  });
  const client = await factory.createFromUrl(cardUrl, "");
  const parts = [{ data: CALL }];
  const asked = SendMessageRequest.fromJSON({ message: { messageId: "m", role: "ROLE_USER", parts } });
  const answer = Task.toJSON((await client.sendMessage(asked)) as Task);
  expect(answer).toMatchObject({ status: { state: "TASK_STATE_COMPLETED" } });
  expect(JSON.stringify(answer)).toContain("accounts");
  expect(echoed.at(-1)).toBe(echo);
});

test.each([
  ["without the extension", {}, null],
  ["with it, by the name that 0.3 gave it", { "x-a2a-extensions": ADCP_PROFILE }, ADCP_PROFILE],
])("a client of 0.3 calls the same skill at the same address, %s", async (_, headers, echo) => {
  const { echoed, fetchImpl } = door(headers);
  const factory = new FactoryOf0_3({
    transports: [new RpcOf0_3({ fetchImpl })],
    cardResolver: new CardsOf0_3({ fetchImpl }),
  });
  const client = await factory.createFromUrl(cardUrl, "");
  const parts = [{ kind: "data" as const, data: CALL }];
  const answer = await client.sendMessage({ message: { kind: "message", messageId: "m", role: "user", parts } });
  expect(answer).toMatchObject({ kind: "task", status: { state: "completed" } });
  expect(echoed.at(-1)).toBe(echo);
});

test("a client of 1.0 calls the marketplace itself, and one of 0.3 at the same address", async () => {
  const { fetchImpl } = door({});
  const health = { skill: "health", input: {} };
  const newer = new FactoryOf1({ transports: [new RpcOf1({ fetchImpl })], cardResolver: new CardsOf1({ fetchImpl }) });
  const client = await newer.createFromUrl(marketCardUrl, "");
  const asked = SendMessageRequest.fromJSON({
    message: { messageId: "m", role: "ROLE_USER", parts: [{ data: health }] },
  });
  const answer = Task.toJSON((await client.sendMessage(asked)) as Task);
  expect(answer).toMatchObject({ status: { state: "TASK_STATE_COMPLETED" } });
  const older = new FactoryOf0_3({
    transports: [new RpcOf0_3({ fetchImpl })],
    cardResolver: new CardsOf0_3({ fetchImpl }),
  });
  const parts = [{ kind: "data" as const, data: health }];
  const old = await older.createFromUrl(marketCardUrl, "");
  expect(await old.sendMessage({ message: { kind: "message", messageId: "m", role: "user", parts } })).toMatchObject({
    kind: "task",
    status: { state: "completed" },
  });
  const refused = await fetchImpl(`${new URL(marketCardUrl).origin}/a2a`, {
    method: "POST",
    headers: { "a2a-version": "2.0", "content-type": "application/json" },
    body: "{}",
  });
  expect(await refused.json()).toMatchObject({ error: { code: -32009 } });
});

test.each([
  ["a storefront's, of 1.0", () => cardUrl, "1.0"],
  ["a storefront's, of 0.3 and 1.0 at once", () => cardUrl, ""],
  ["the marketplace's, of 1.0", () => marketCardUrl, "1.0"],
  ["the marketplace's, of 0.3 and 1.0 at once", () => marketCardUrl, ""],
])("a card is signed, and says how to come in: %s", async (_, at, version) => {
  const card = await (await fetch(at(), { headers: { "a2a-version": version } })).json();
  const { keys } = await (await fetch(new URL("/.well-known/jwks.json", cardUrl))).json();
  const verify = verifyAgentCardSignature(async (kid) => keys.find((key: { kid: string }) => key.kid === kid));
  await verify(card);
  await expect(verify({ ...card, name: "Somebody else" })).rejects.toThrow("No valid signatures");
  expect(AgentCard.fromJSON(card).supportedInterfaces.map(({ protocolVersion }) => protocolVersion)).toEqual([
    "1.0",
    "0.3",
  ]);
  expect(JSON.stringify(card.securitySchemes)).toContain("/oauth/authorize");
  expect("url" in card).toBe(version === "");
});
