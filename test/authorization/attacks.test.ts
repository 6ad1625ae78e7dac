import { afterAll, beforeAll, expect, test } from "vitest";
import { attempt, listTools, REDIRECT, redeem, refresh, register } from "./client.ts";
import { codeIn, connect } from "./connect.ts";
import { type Market, openMarket } from "./market.ts";

/** The attacks that RFC 9700 describes, one at a time. */
let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.close());

async function connected(changes: Readonly<Record<string, string | undefined>> = {}) {
  const { person } = await market.buyer();
  const { clientId } = await register(market.origin);
  return { person, clientId, ...(await connect(market, person, clientId, changes)) };
}

test("a redirect to any other URI than the registered one is never followed", async () => {
  const { person } = await market.buyer();
  const { clientId } = await register(market.origin);
  for (const redirect_uri of [
    "https://evil.example/",
    `${REDIRECT}/../other`,
    `${REDIRECT}?next=https://evil.example`,
    "http://127.0.0.1.evil.example:53682/callback",
    "javascript:alert(1)",
  ]) {
    const page = await person.open(attempt(market.origin, clientId, { redirect_uri }).url);
    expect([page.url.origin, page.status], redirect_uri).toEqual([market.origin, 400]);
  }
});

test.each([
  ["no proof at all", { code_challenge: undefined, code_challenge_method: undefined }, "invalid_request"],
  ["a proof that proves nothing", { code_challenge_method: "plain" }, "invalid_request"],
  ["a resource that is not ours", { resource: "https://elsewhere.example/mcp" }, "invalid_target"],
  ["a token straight away", { response_type: "token" }, "unsupported_response_type"],
  ["nobody asked", { prompt: "none" }, "login_required"],
])("refused, and the application gets the error: %s", async (_, changes, error) => {
  const { person } = await market.buyer();
  const { clientId } = await register(market.origin);
  const { url } = await person.open(attempt(market.origin, clientId, changes).url);
  const told = url.searchParams.get("error") ?? new URLSearchParams(url.hash.slice(1)).get("error");
  expect(told).toBe(error);
});

test("a code that is used twice is refused, and what it gave the first time is revoked", async () => {
  const { clientId, code, verifier, tokens } = await connected();
  expect((await redeem(market.origin, clientId, code, verifier)).body.error).toBe("invalid_grant");
  expect((await refresh(market.origin, clientId, tokens.body.refresh_token)).status).toBe(400);
});

test("of many concurrent uses of one code, at most one succeeds", async () => {
  const { person } = await market.buyer();
  const { clientId } = await register(market.origin);
  const asked = attempt(market.origin, clientId);
  const { code } = codeIn(market, await person.allow(await person.signIn(await person.open(asked.url))), asked);
  const all = await Promise.all(Array.from({ length: 8 }, () => redeem(market.origin, clientId, code, asked.verifier)));
  expect(all.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
});

test("a code is only valid for its client, and with its verifier", async () => {
  const { person } = await market.buyer();
  const [mine, theirs] = [await register(market.origin), await register(market.origin)];
  const asked = attempt(market.origin, mine.clientId);
  const { code } = codeIn(market, await person.allow(await person.signIn(await person.open(asked.url))), asked);
  expect((await redeem(market.origin, theirs.clientId, code, asked.verifier)).body.error).toBe("invalid_grant");
  expect((await redeem(market.origin, mine.clientId, code, `${asked.verifier}x`)).status).toBe(400);
});

test("a refresh token is only valid for its client", async () => {
  const { tokens } = await connected();
  const other = await register(market.origin);
  expect((await refresh(market.origin, other.clientId, tokens.body.refresh_token)).body.error).toBe("invalid_grant");
});

test("a refresh token that is used again after the grace period ends everything issued from it", async () => {
  const { clientId, tokens } = await connected();
  const old = tokens.body.refresh_token;
  const { body: renewed } = await refresh(market.origin, clientId, old);
  // As if the half minute had passed in which a client may repeat its request.
  await market.world.database.writeInstallation((db) =>
    db
      .updateTable("authorization_records")
      .set({ consumed_at: new Date(Date.now() - 31_000) })
      .where("consumed_at", "is not", null)
      .where("model", "=", "RefreshToken")
      .execute(),
  );
  expect((await refresh(market.origin, clientId, old)).body.error).toBe("invalid_grant");
  expect((await refresh(market.origin, clientId, renewed.refresh_token)).body.error).toBe("invalid_grant");
});

test("no more is granted than the person may do, and never anything of the other side", async () => {
  const { tokens } = await connected({
    resource: `${market.origin}/mcp`,
    scope: "buyer:read storefront:read storefront:admin operator:admin",
  });
  expect(tokens.body.scope).toBe("buyer:read");
});

test("a request is decided in the browser in which it was started, with its own form", async () => {
  const [victim, attacker] = [(await market.buyer()).person, (await market.buyer()).person];
  const { clientId } = await register(market.origin);
  const asked = attempt(market.origin, clientId);
  const asking = await attacker.open(asked.url);
  expect((await victim.open(asking.url)).body).toContain("started in another browser");
  const signedIn = await attacker.signIn(asking);
  const forged = { ...signedIn, body: signedIn.body.replace(/name="form" value="[^"]*"/, 'name="form" value="x.y"') };
  const { url, status } = await attacker.allow(forged);
  expect([url.origin, status]).toEqual([market.origin, 200]);
});

test("the page that asks cannot be framed, and leads nowhere but to the application", async () => {
  const { person } = await market.buyer();
  const { clientId } = await register(market.origin);
  const { url } = await person.open(attempt(market.origin, clientId).url);
  const response = await fetch(url);
  expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
});

test.each([
  ["a stranger's word", "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxLjEifQ."],
  ["a token of another server", `eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCIsImtpZCI6IngifQ.e30.${"A".repeat(86)}`],
  ["a very long one", `eyJ${"a".repeat(100_000)}`],
])("a token that we did not sign opens nothing: %s", async (_, token) => {
  expect([401, 431]).toContain((await listTools(`${market.origin}/mcp/buyer`, token)).status);
});

test.each([
  ["an application on somebody's machine", { redirect_uris: ["cursor://anysphere.cursor-mcp/oauth/callback"] }, 201],
  ["a scope of another server", { scope: "claudeai buyer:read" }, 201],
  ["a redirect without protection", { redirect_uris: ["http://planner.example/callback"] }, 400],
  ["a script for a redirect", { redirect_uris: ["javascript:alert(1)"] }, 400],
  ["no redirect", { redirect_uris: [] }, 400],
])("registration: %s", async (_, metadata, status) => {
  expect((await register(market.origin, metadata)).status).toBe(status);
});

test.each([
  ["Claude", ["https://claude.ai/api/mcp/auth_callback", "https://claude.com/api/mcp/auth_callback"]],
  ["Claude Code", ["http://localhost:51327/callback"]],
  ["ChatGPT", ["https://chatgpt.com/connector/oauth/a1B2", "https://chatgpt.com/connector_platform_oauth_redirect"]],
  ["Cursor", ["cursor://anysphere.cursor-mcp/oauth/callback"]],
  ["VS Code", ["http://127.0.0.1:33418/", "https://vscode.dev/redirect"]],
])("%s is registered with the addresses that its answers go to, and a person is asked", async (client_name, uris) => {
  const { person } = await market.buyer();
  const { status, clientId } = await register(market.origin, { client_name, redirect_uris: uris });
  expect(status).toBe(201);
  for (const redirect_uri of uris)
    expect((await person.open(attempt(market.origin, clientId, { redirect_uri }).url)).status, redirect_uri).toBe(200);
});
