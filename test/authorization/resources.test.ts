import { afterAll, beforeAll, expect, test } from "vitest";
import { setUpShop } from "../agent/open-shop.ts";
import { callA2a, listTools, register } from "./client.ts";
import { connect } from "./connect.ts";
import { type Market, openMarket } from "./market.ts";
import type { Person } from "./person.ts";

/** Every address that accepts a token, tested with a token for every other address. */
let market: Market;
/** For each resource, by path, a request for which a buyer's token is sufficient. */
let asked: ReadonlyMap<string, (token?: string) => Promise<Response>>;
let shops: readonly string[];
let person: Person;
let customerId: number;
let clientId: string;

beforeAll(async () => {
  market = await openMarket();
  const { origin, world } = market;
  shops = [(await setUpShop(world)).platformId, (await setUpShop(world)).platformId];
  const mcp = (path: string) => (token?: string) => listTools(origin + path, token);
  // The list of tools is public, so a tool is called, which requires a token.
  const callMcp = (path: string) => (token?: string) => listTools(origin + path, token, CALL);
  const a2a = (path: string, skill: string) => (token?: string) => callA2a(origin + path, token, skill);
  const rest = (path: string) => (token?: string) =>
    fetch(origin + path, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });
  asked = new Map([
    ...["/mcp", "/mcp/buyer", "/mcp/v2/buyer", "/mcp/storefront", "/mcp/v2/storefront"].map(
      (path) => [path, mcp(path)] as const,
    ),
    ["/a2a", a2a("/a2a", "health")],
    ["/api/v2", rest("/api/v2/buyer/advertisers")],
    ...shops.flatMap(
      (shop) =>
        [
          [`/storefront/${shop}/mcp`, callMcp(`/storefront/${shop}/mcp`)],
          [`/storefront/${shop}/a2a`, a2a(`/storefront/${shop}/a2a`, "list_accounts")],
        ] as const,
    ),
  ]);
  ({ person, customerId } = await market.buyer());
  ({ clientId } = await register(origin));
}, 120_000);
afterAll(() => market.close());

const CALL = { method: "tools/call", params: { name: "list_accounts", arguments: {} } };

test("a caller without a token is referred to the metadata of the very address that was called", async () => {
  for (const [path, ask] of asked) {
    const refused = await ask();
    expect(refused.status, path).toBe(401);
    const challenge = refused.headers.get("www-authenticate") ?? "";
    const metadata = `${market.origin}/.well-known/oauth-protected-resource${path}`;
    expect(challenge, path).toMatch(/^Bearer /);
    expect(challenge, path).toContain(`resource_metadata="${metadata}"`);
    expect(challenge, path).toMatch(/scope="[^"]*(buyer|storefront):read/);
    expect(challenge, path).not.toContain("invalid_token");
    const document = await fetch(metadata);
    expect(document.status, path).toBe(200);
    expect(await document.json(), path).toMatchObject({
      resource: market.origin + path,
      authorization_servers: [market.origin],
      bearer_methods_supported: ["header"],
    });
  }
});

test("a token for one address is valid there, and at none of the others", async () => {
  const isForSellers = (path: string) => path.endsWith("/storefront");
  const paths = [...asked.keys()];
  const { person: seller } = await market.seller();
  for (const path of paths) {
    const [who, side] = isForSellers(path) ? [seller, "storefront"] : [person, "buyer"];
    const scope = `${side}:read`;
    const { tokens } = await connect(market, who, clientId, { resource: market.origin + path, scope });
    const opened = await Promise.all(
      [...asked].map(async ([other, ask]) => [other, (await ask(tokens.body.access_token)).status] as const),
    );
    expect(Object.fromEntries(opened), path).toEqual(
      Object.fromEntries(paths.map((other) => [other, other === path ? 200 : 401])),
    );
  }
}, 120_000);

test("a storefront's agent accepts a token for what was granted, and asks over HTTP for what was not", async () => {
  const [shop = ""] = shops;
  const resource = `${market.origin}/storefront/${shop}/mcp`;
  const { tokens, asking } = await connect(market, person, clientId, { resource, scope: "buyer:read" });
  expect(asking.body).toContain("buyer:read");
  const call = (name: string, at = resource) =>
    listTools(at, tokens.body.access_token, { method: "tools/call", params: { name, arguments: {} } });
  expect((await call("list_accounts")).status).toBe(200);
  // It is the same resource, however its address is written.
  expect((await call("list_accounts", `${resource}/`)).status).toBe(200);
  const refused = await call("sync_accounts");
  expect(refused.status).toBe(403);
  const challenge = refused.headers.get("www-authenticate");
  expect(challenge).toContain('error="insufficient_scope", scope="buyer:read buyer:write"');
  expect(challenge).toContain(`oauth-protected-resource/storefront/${shop}/mcp"`);
});

test("an application's actions at a storefront's agent are attributed to it in the storefront's log", async () => {
  const [shop = ""] = shops;
  const resource = `${market.origin}/storefront/${shop}/mcp`;
  const { tokens } = await connect(market, person, clientId, { resource, scope: "buyer:read buyer:write" });
  await market.world.database.writeInstallation((db) =>
    db.updateTable("customers").set({ domain: "acme.example" }).where("customer_id", "=", customerId).execute(),
  );
  const accounts = [{ brand: { domain: "acme.example" }, operator: "acme.example", billing: "operator" }];
  const args = { accounts, idempotency_key: `sync-accounts-of-${shop}` };
  const call = { method: "tools/call", params: { name: "sync_accounts", arguments: args } };
  const answered = await listTools(resource, tokens.body.access_token, call);
  const said = await answered.text();
  expect([answered.status, said]).toEqual([200, expect.not.stringContaining(`"isError":true`)]);
  const { application_id: applicationId } = await market.world.database.readInstallation((db) =>
    db
      .selectFrom("connected_applications")
      .select("application_id")
      .where("resource", "=", resource)
      .orderBy("connected_at", "desc")
      .limit(1)
      .executeTakeFirstOrThrow(),
  );
  const entries = await market.world.database.readInstallation((db) =>
    db.selectFrom("audit_log").select("application_id").where("operation", "=", "sync_accounts").execute(),
  );
  expect(entries).toEqual([{ application_id: applicationId }]);
});

test("a missing storefront has no metadata, and no token can be issued for it", async () => {
  const { origin } = market;
  for (const path of ["mcp", "a2a"]) {
    const metadata = await fetch(`${origin}/.well-known/oauth-protected-resource/storefront/nobody/${path}`);
    expect(metadata.status).toBe(404);
  }
  expect((await listTools(`${origin}/storefront/nobody/mcp`, undefined)).status).toBe(404);
});
