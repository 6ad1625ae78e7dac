import { afterAll, beforeAll, expect, test } from "vitest";
import { silentLog } from "../../src/ground/kernel/log.ts";
import { verifyChain } from "../../src/platform/audit/chain/verify-chain.ts";
import { auditKeyOf } from "../../src/platform/audit/index.ts";
import { attempt, listTools, refresh, register } from "./client.ts";
import { codeIn, connect } from "./connect.ts";
import { type Market, openMarket } from "./market.ts";

let market: Market;
/** The request log, one line for each response. */
const lines: object[] = [];
beforeAll(async () => {
  market = await openMarket({}, { log: { ...silentLog, line: (fields) => void lines.push(fields) } });
});
afterAll(() => market.close());

test("a caller without a token is told where to get one, and from whom", async () => {
  const response = await listTools(`${market.origin}/mcp/buyer`, undefined);
  const metadata = `${market.origin}/.well-known/oauth-protected-resource/mcp/buyer`;
  expect(response.status).toBe(401);
  expect(response.headers.get("www-authenticate")).toContain(`resource_metadata="${metadata}"`);
  const resource = await (await fetch(metadata)).json();
  expect(resource).toMatchObject({ resource: `${market.origin}/mcp/buyer`, authorization_servers: [market.origin] });
  const server = await (await fetch(`${market.origin}/.well-known/oauth-authorization-server`)).json();
  expect(server).toMatchObject({
    issuer: market.origin,
    authorization_endpoint: `${market.origin}/oauth/authorize`,
    registration_endpoint: `${market.origin}/oauth/register`,
    code_challenge_methods_supported: ["S256"],
    authorization_response_iss_parameter_supported: true,
    client_id_metadata_document_supported: true,
  });
});

test("an application registers, a person connects it, and it does what was granted and nothing else", async () => {
  const { person, company } = await market.buyer();
  const { status, clientId } = await register(market.origin);
  expect(status).toBe(201);
  const { asking, tokens } = await connect(market, person, clientId);
  for (const words of ["Planner", company, person.email, "127.0.0.1:53682"]) expect(asking.body).toContain(words);
  expect(tokens.status).toBe(200);
  expect(tokens.body).toMatchObject({ scope: "buyer:read buyer:write", expires_in: 900 });
  const { access_token: access } = tokens.body;
  expect((await listTools(`${market.origin}/mcp/buyer`, access)).status).toBe(200);
  for (const other of ["/mcp", "/mcp/storefront", "/mcp/v2/buyer"])
    expect((await listTools(market.origin + other, access)).status, other).toBe(401);
  const rest = await fetch(`${market.origin}/api/v2/buyer/advertisers`, {
    headers: { authorization: `Bearer ${access}` },
  });
  expect(rest.status).toBe(401);
  expect(rest.headers.get("www-authenticate")).toContain('error="invalid_token"');
});

test("what was not granted is refused, and the refusal names the scope", async () => {
  const { person } = await market.buyer();
  const { clientId } = await register(market.origin);
  const resource = `${market.origin}/api/v2`;
  const { tokens } = await connect(market, person, clientId, { resource, scope: "buyer:read" });
  const headers = { authorization: `Bearer ${tokens.body.access_token}`, "content-type": "application/json" };
  expect((await fetch(`${resource}/buyer/advertisers`, { headers })).status).toBe(200);
  const body = JSON.stringify({ name: "Acme", brand: "acme.example" });
  const refused = await fetch(`${resource}/buyer/advertisers`, { method: "POST", headers, body });
  expect(refused.status).toBe(403);
  expect(refused.headers.get("www-authenticate")).toContain(
    'error="insufficient_scope", scope="buyer:read buyer:write"',
  );
});

test("no scope below approve can commit money", async () => {
  const { person } = await market.buyer();
  const { clientId } = await register(market.origin);
  const resource = `${market.origin}/api/v2`;
  for (const [scope, status] of [
    ["buyer:read buyer:write", 403],
    ["buyer:read buyer:write buyer:approve", 404],
  ] as const) {
    const { tokens } = await connect(market, person, clientId, { resource, scope });
    const headers = { authorization: `Bearer ${tokens.body.access_token}` };
    const executed = await fetch(`${resource}/buyer/campaigns/cmp_none/execute`, { method: "POST", headers });
    expect(executed.status, scope).toBe(status);
  }
});

test("two concurrent refreshes both succeed, and so does one whose answer was lost", async () => {
  const { person } = await market.buyer();
  const { clientId } = await register(market.origin);
  const { tokens } = await connect(market, person, clientId);
  const again = () => refresh(market.origin, clientId, tokens.body.refresh_token);
  const [first, second] = await Promise.all([again(), again()]);
  expect([first?.status, second?.status]).toEqual([200, 200]);
  expect(first?.body.refresh_token).not.toBe(tokens.body.refresh_token);
});

test("people see the applications that act for them, and end them, so that they cannot refresh any more", async () => {
  const { person } = await market.buyer();
  const { clientId } = await register(market.origin);
  const resource = `${market.origin}/api/v2`;
  const { tokens } = await connect(market, person, clientId, { resource });
  const headers = { authorization: `Bearer ${tokens.body.access_token}` };
  // Another application looks at the list, because one that has ended can no longer read.
  const other = await register(market.origin, { client_name: "Reader" });
  const { tokens: reading } = await connect(market, person, other.clientId, { resource, scope: "buyer:read" });
  const list = async () => {
    const looking = { authorization: `Bearer ${reading.body.access_token}` };
    const { data } = await (await fetch(`${resource}/connected-applications`, { headers: looking })).json();
    return { ...data, applications: data.applications.filter((one: { name: string }) => one.name === "Planner") };
  };
  const { applications } = await list();
  expect(applications).toMatchObject([{ name: "Planner", connectedBy: person.email, clientId }]);
  const [{ id }] = applications;
  expect((await refresh(market.origin, clientId, tokens.body.refresh_token)).status).toBe(200);
  await market.world.host.backgroundTasks.idle();
  expect((await list()).applications[0].lastUsedAt).not.toBeNull();
  const ended = await fetch(`${resource}/connected-applications/${id}`, { method: "DELETE", headers });
  expect(ended.status).toBe(204);
  const refused = await refresh(market.origin, clientId, tokens.body.refresh_token);
  expect(refused).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
  expect(await list()).toEqual({ applications: [], total: 1 });
});

test("an application cannot create keys, which would outlive its consent", async () => {
  const { person } = await market.buyer();
  const { clientId } = await register(market.origin);
  const resource = `${market.origin}/api/v2`;
  const { tokens } = await connect(market, person, clientId, { resource });
  const headers = { authorization: `Bearer ${tokens.body.access_token}`, "content-type": "application/json" };
  const made = await fetch(`${resource}/api-keys`, { method: "POST", headers, body: '{"name":"mine"}' });
  expect(made.status).toBe(403);
});

test("one browser connects applications for one person, and then for another", async () => {
  const [{ person }, { person: second }] = [await market.buyer(), await market.buyer()];
  const { clientId } = await register(market.origin);
  expect((await connect(market, person, clientId)).tokens.status).toBe(200);
  await person.becomes(second);
  const { asking, tokens } = await connect(market, person, clientId);
  expect(asking.body).toContain(second.email);
  expect(tokens.status).toBe(200);
});

test("a person may refuse, and the application gets the refusal", async () => {
  const { person } = await market.buyer();
  const { clientId } = await register(market.origin);
  const asked = attempt(market.origin, clientId);
  const asking = await person.signIn(await person.open(asked.url));
  const { error } = codeIn(market, await person.send(asking, [["decision", "deny"]]), asked);
  expect(error).toBe("access_denied");
});

test("an application's actions are attributed to it and its person in the log, and the chain is valid", async () => {
  const { person, customerId } = await market.buyer();
  const { clientId } = await register(market.origin);
  const resource = `${market.origin}/api/v2`;
  const { tokens } = await connect(market, person, clientId, { resource, scope: "buyer:read buyer:write" });
  const headers = { authorization: `Bearer ${tokens.body.access_token}`, "content-type": "application/json" };
  const body = JSON.stringify({ name: "Acme", brand: "acme.example" });
  expect((await fetch(`${resource}/buyer/advertisers`, { method: "POST", headers, body })).status).toBe(201);
  const read = async (path: string) => (await (await fetch(resource + path, { headers })).json()).data;
  const { logs } = await read("/audit-logs?actorOrigin=agent");
  expect(logs).toMatchObject([
    {
      operation: "createAdvertiser",
      userEmail: person.email,
      actorOrigin: "agent",
      application: { id: expect.any(String), name: "Planner" },
      description: expect.stringContaining(`${person.email}, by Planner, created advertiser`),
    },
  ]);
  const { applications } = await read("/connected-applications");
  const applicationId = applications[0].id;
  expect(logs[0].application.id).toBe(applicationId);
  expect(lines).toContainEqual(expect.objectContaining({ operation: "createAdvertiser", customerId, applicationId }));
  const mcp = await connect(market, person, clientId);
  await listTools(`${market.origin}/mcp/buyer`, mcp.tokens.body.access_token);
  const ofMcp = (line: object) => "operation" in line && line.operation === "mcp";
  // Each consent belongs to a separate application.
  expect(lines.findLast(ofMcp)).toMatchObject({ customerId, applicationId: expect.stringMatching(/^app_/) });
  const byPeople = (await read("/audit-logs?actorOrigin=human")).logs.map(
    (one: { operation: string }) => one.operation,
  );
  expect(byPeople).toContain("connectApplication");
  expect(byPeople).not.toContain("createAdvertiser");
  const { database, host } = market.world;
  const scope = { customerId, reach: "tenant" } as const;
  const chain = await database.read(scope, (db) => verifyChain(db, auditKeyOf(host.vault), customerId));
  expect(chain.brokenAt).toBeNull();
});

test("an application that has ended writes nothing from then on, whatever tokens it still has", async () => {
  const { person } = await market.buyer();
  const { clientId } = await register(market.origin);
  const resource = `${market.origin}/api/v2`;
  const { tokens } = await connect(market, person, clientId, { resource });
  const headers = { authorization: `Bearer ${tokens.body.access_token}`, "content-type": "application/json" };
  const list = await (await fetch(`${resource}/connected-applications`, { headers })).json();
  const [{ id }] = list.data.applications;
  expect((await fetch(`${resource}/connected-applications/${id}`, { method: "DELETE", headers })).status).toBe(204);
  const body = JSON.stringify({ name: "Acme", brand: "acme.example" });
  const refused = await fetch(`${resource}/buyer/advertisers`, { method: "POST", headers, body });
  expect(refused.status).toBe(401);
  expect(refused.headers.get("www-authenticate")).toContain('error="invalid_token"');
});
