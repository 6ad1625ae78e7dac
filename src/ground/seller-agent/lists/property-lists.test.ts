import { expect, onTestFinished, test } from "vitest";
import { type Payload, type ScriptedSeller, startScriptedSeller } from "../../../../test/seller/scripted-seller.ts";
import { frozenClock, HOUR_MS, MINUTE_MS } from "../../kernel/clock.ts";
import { type Log, silentLog } from "../../kernel/log.ts";
import { openOutbound } from "../../outbound/index.ts";
import { serve } from "../../outbound/outbound.fixture.ts";
import { openPropertyLists, type PropertyListsOptions } from "./property-lists.ts";

const NOON = new Date("2026-03-01T12:00:00Z");
const PATIENCE_MS = 60_000;

const page = (domains: readonly string[], more: Payload = {}) => ({
  payload: {
    list: { list_id: "l", name: "List" },
    identifiers: domains.map((value) => ({ type: "domain", value })),
    ...more,
  },
});

async function openLists({ token, ...options }: Partial<PropertyListsOptions> & { readonly token?: string } = {}) {
  const agent = await startScriptedSeller(token === undefined ? {} : { token });
  const said: string[] = [];
  const hear = (fields: object | string, text?: string) => void said.push(JSON.stringify([fields, text]));
  const log: Log = { ...silentLog, info: hear, warn: hear, error: hear };
  const outbound = openOutbound({ allowLoopback: true, log });
  onTestFinished(async () => {
    await agent.close();
    await outbound.close();
  });
  const clock = frozenClock(NOON);
  const lists = openPropertyLists({ outbound, clock, ...options });
  return { agent, clock, lists, said, ref: { agentUrl: agent.mcpUrl, listId: "l" } };
}

const asked = (agent: ScriptedSeller) => agent.callsOf("get_property_list").map(({ input }) => input);

test("a list is requested in resolved form, and read up to its last page", async () => {
  const { agent, lists, ref } = await openLists();
  agent.on(
    "get_property_list",
    page(["a.example"], { pagination: { has_more: true, cursor: "second" } }),
    page(["B.example"], { pagination: { has_more: false } }),
  );
  const resolution = await lists.resolve(ref, PATIENCE_MS);
  expect(resolution).toMatchObject({ kind: "resolved", list: { domains: new Set(["a.example", "b.example"]) } });
  expect(asked(agent)).toEqual([
    { adcp_major_version: 3, list_id: "l", resolve: true, pagination: { max_results: 10_000 } },
    { adcp_major_version: 3, list_id: "l", resolve: true, pagination: { max_results: 10_000, cursor: "second" } },
  ]);
});

test.each([
  ["until its agent says", { cache_valid_until: new Date(NOON.getTime() + 5 * MINUTE_MS) }, 5 * MINUTE_MS],
  ["an hour where its agent would have more", { cache_valid_until: new Date(NOON.getTime() + 5 * HOUR_MS) }, HOUR_MS],
  ["an hour where its agent does not say", {}, HOUR_MS],
])("a list is kept for %s", async (_, more, keptMs) => {
  const { agent, clock, lists, ref } = await openLists();
  agent.on("get_property_list", page(["a.example"], more), page(["b.example"]));
  const domainsAt = async (sinceMs: number) => {
    clock.set(new Date(NOON.getTime() + sinceMs));
    const resolution = await lists.resolve(ref, PATIENCE_MS);
    return resolution.kind === "resolved" && [...resolution.list.domains];
  };
  expect(await domainsAt(0)).toEqual(["a.example"]);
  expect(await domainsAt(keptMs - 1)).toEqual(["a.example"]);
  expect(await domainsAt(keptMs)).toEqual(["b.example"]);
  expect(asked(agent)).toHaveLength(2);
});

test("a list that expires immediately is not cached", async () => {
  const { agent, lists, ref } = await openLists();
  agent.on("get_property_list", page(["a.example"], { cache_valid_until: NOON }));
  await lists.resolve(ref, PATIENCE_MS);
  expect(await lists.resolve(ref, PATIENCE_MS)).toMatchObject({ kind: "resolved" });
  expect(asked(agent)).toHaveLength(2);
});

test("what one token can access is not accessible with another, or none", async () => {
  const { agent, lists, ref } = await openLists({ token: "opens" });
  agent.on("get_property_list", page(["a.example"]));
  expect(await lists.resolve({ ...ref, authToken: "opens" }, PATIENCE_MS)).toMatchObject({ kind: "resolved" });
  expect(await lists.resolve({ ...ref, authToken: "other" }, PATIENCE_MS)).toMatchObject({ kind: "unresolved" });
  expect(await lists.resolve(ref, PATIENCE_MS)).toMatchObject({ kind: "unresolved" });
});

test("a token is sent to its own agent only, never to where that redirects, and never logged", async () => {
  const { agent, lists, said, ref } = await openLists();
  agent.on("get_property_list", page(["a.example"]));
  const authToken = "a-secret-of-the-buyer";
  const pointing = await serve((_, response) => response.writeHead(307, { location: agent.mcpUrl }).end());
  const redirected = await lists.resolve({ agentUrl: `${pointing}/mcp`, listId: "l", authToken }, PATIENCE_MS);
  expect(redirected).toMatchObject({ kind: "unresolved", message: expect.stringMatching(/redirect/) });
  expect(agent.requests).toEqual([]);

  expect(await lists.resolve({ ...ref, authToken }, PATIENCE_MS)).toMatchObject({ kind: "resolved" });
  expect(agent.calls.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${authToken}`]);
  expect(said).not.toEqual([]);
  expect(said.join("\n")).not.toContain(authToken);
});

test("cached lists never exceed the available room, and the least recently used goes first", async () => {
  const { agent, lists, ref } = await openLists({ maxIdentifiers: 250 });
  agent.on("get_property_list", page(["a.example"]));
  const resolve = (listId: string) => lists.resolve({ ...ref, listId }, PATIENCE_MS);
  for (const listId of ["one", "two", "one", "three", "one", "two"]) await resolve(listId);
  expect(asked(agent).map(({ list_id }) => list_id)).toEqual(["one", "two", "three", "two"]);
});

test.each([
  ["has no such list", { payload: { errors: [{ code: "REFERENCE_NOT_FOUND", message: "no list l" }] } }, /no list l/],
  ["is not there", { http: 503 }, /HTTP 503/],
  ["breaks off", { drop: true }, /no answer/],
  ["never answers", { hang: true }, /in time/],
  ["says nothing of what is on it", { payload: { list: { list_id: "l", name: "List" } } }, /no identifiers/],
  ["says too much", page(Array.from({ length: 100_001 }, (_, nth) => `${nth}.example`)), /larger than/],
] as const)("a list whose agent %s is unresolved, and says so", async (_, answer, message) => {
  const { agent, lists, ref } = await openLists();
  agent.on("get_property_list", answer);
  const patienceMs = "hang" in answer ? 500 : PATIENCE_MS;
  expect(await lists.resolve(ref, patienceMs)).toMatchObject({
    kind: "unresolved",
    message: expect.stringMatching(message),
  });
});

test("a list on an internal network is not requested", async () => {
  const { lists } = await openLists();
  const resolution = await lists.resolve({ agentUrl: "https://10.0.0.1/mcp", listId: "l" }, PATIENCE_MS);
  expect(resolution).toMatchObject({ kind: "unresolved", message: expect.stringMatching(/public address/) });
});
