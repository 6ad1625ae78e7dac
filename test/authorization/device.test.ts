import { afterAll, beforeAll, expect, test } from "vitest";
import { hashToken } from "../../src/ground/vault/index.ts";
import { listTools, refresh, register } from "./client.ts";
import { type Market, openMarket } from "./market.ts";
import type { DisplayedPage, Person } from "./person.ts";

/** A device without a browser (RFC 8628), such as a command line. */
let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.close());

const GRANT = "urn:ietf:params:oauth:grant-type:device_code";

async function registerDevice(): Promise<string> {
  const metadata = {
    client_name: "Command line",
    redirect_uris: [],
    response_types: [],
    grant_types: [GRANT, "refresh_token"],
  };
  const { status, clientId, body } = await register(market.origin, metadata);
  expect([status, body]).toMatchObject([201, {}]);
  return clientId;
}

interface Begun {
  readonly clientId: string;
  readonly device_code: string;
  readonly user_code: string;
  readonly verification_uri: string;
  readonly verification_uri_complete: string;
  readonly expires_in: number;
}

async function begin(changes: Readonly<Record<string, string>> = {}): Promise<Begun> {
  const clientId = await registerDevice();
  const given = { client_id: clientId, resource: `${market.origin}/mcp/buyer`, scope: "buyer:read", ...changes };
  const response = await fetch(`${market.origin}/oauth/device`, { method: "POST", body: new URLSearchParams(given) });
  expect(response.status).toBe(200);
  return { clientId, ...((await response.json()) as Omit<Begun, "clientId">) };
}

async function poll({ clientId, device_code }: Begun) {
  const body = new URLSearchParams({ grant_type: GRANT, client_id: clientId, device_code });
  const response = await fetch(`${market.origin}/oauth/token`, { method: "POST", body });
  const tokens = (await response.json()) as {
    error?: string;
    access_token: string;
    refresh_token: string;
    scope: string;
  };
  return { status: response.status, ...tokens };
}

/** As if the device had waited for as long as it was told to. */
async function wait(): Promise<void> {
  await market.world.database.writeInstallation((db) =>
    db.updateTable("authorization_records").set({ polled_at: null }).where("model", "=", "DeviceCode").execute(),
  );
}

/** To the page where the person decides as for any other application, signing in by mail on the way. */
async function enter(
  person: Person,
  { verification_uri, user_code }: Begun,
  typed = user_code,
): Promise<DisplayedPage> {
  const confirming = await person.send(await person.open(verification_uri), [["user_code", typed]]);
  expect(confirming.body).toContain(user_code);
  expect(confirming.body).toContain("Command line");
  const page = await person.send(confirming, [["confirm", "yes"]]);
  return page.body.includes('type="email"') ? person.signIn(page) : page;
}

test("a device is connected by the person who reads its code, for one address and the scopes that they tick", async () => {
  const { person, company } = await market.buyer();
  const begun = await begin({ scope: "buyer:read buyer:write" });
  expect(begun.user_code).toMatch(/^[A-Z]{4}-[A-Z]{4}$/);
  expect(await poll(begun)).toMatchObject({ status: 400, error: "authorization_pending" });
  expect(await poll(begun)).toMatchObject({ status: 400, error: "slow_down" });
  const asking = await enter(person, begun, begun.user_code.toLowerCase());
  for (const words of ["Command line", company, person.email, "the device that showed you the code"])
    expect(asking.body).toContain(words);
  const done = await person.allow(asking, ["buyer:read"]);
  expect([done.status, done.body]).toEqual([200, expect.stringContaining("The device is connected")]);
  await wait();
  const tokens = await poll(begun);
  expect(tokens).toMatchObject({ status: 200, scope: "buyer:read", expires_in: 900 });
  expect((await listTools(`${market.origin}/mcp/buyer`, tokens.access_token)).status).toBe(200);
  expect((await listTools(`${market.origin}/mcp/storefront`, tokens.access_token)).status).toBe(401);
  expect((await refresh(market.origin, begun.clientId, tokens.refresh_token)).status).toBe(200);
  await wait();
  expect(await poll(begun)).toMatchObject({ status: 400, error: "invalid_grant" });
});

test("a device may omit what any other client may omit", async () => {
  const { person } = await market.buyer();
  const begun = await begin({ resource: `${market.origin}/mcp`, scope: "" });
  await person.allow(await enter(person, begun));
  expect((await poll(begun)).scope).toBe("buyer:read buyer:write buyer:approve");
});

test.each([
  [
    "at its code",
    async (person: Person, begun: Begun) => {
      const confirming = await person.send(await person.open(begun.verification_uri), [["user_code", begun.user_code]]);
      return person.send(confirming, [["abort", "yes"]]);
    },
  ],
  [
    "at what it may do",
    async (person: Person, begun: Begun) => person.send(await enter(person, begun), [["decision", "deny"]]),
  ],
])("a refused device gets the error: %s", async (_, refuse) => {
  const { person } = await market.buyer();
  const begun = await begin();
  expect((await refuse(person, begun)).body).toContain("The device is not connected");
  expect(await poll(begun)).toMatchObject({ status: 400, error: "access_denied" });
});

test("an expired code connects nothing, and the device is told to start again", async () => {
  const { person } = await market.buyer();
  const begun = await begin();
  await expire(begun);
  const shown = await person.send(await person.open(begun.verification_uri), [["user_code", begun.user_code]]);
  expect([shown.status, shown.body]).toEqual([400, expect.stringContaining("too old")]);
  expect(await poll(begun)).toMatchObject({ status: 400, error: "expired_token" });
});

test("a code is submitted by its person only, once, and not by another site", async () => {
  const [{ person }, { person: other }] = [await market.buyer(), await market.buyer()];
  const begun = await begin();
  const shown = await person.open(begun.verification_uri_complete);
  expect(shown.body).toContain(`value="${begun.user_code}"`);
  expect(shown.body).not.toContain("<script");
  const wrong = await person.send(shown, [["user_code", "BBBB-BBBB"]]);
  expect([wrong.status, wrong.body]).toEqual([400, expect.stringContaining("is unknown")]);
  await enter(person, begun);
  const again = await other.send(await other.open(begun.verification_uri), [["user_code", begun.user_code]]);
  expect(again.status).toBe(400);
  const foreign = await fetch(begun.verification_uri, {
    method: "POST",
    headers: { "sec-fetch-site": "cross-site" },
    body: new URLSearchParams({ user_code: begun.user_code, confirm: "yes" }),
  });
  expect(foreign.status).toBe(404);
  const forged = new URLSearchParams({ user_code: begun.user_code, confirm: "yes", xsrf: "forged" });
  const sent = await fetch(begun.verification_uri, { method: "POST", body: forged, redirect: "manual" });
  expect([sent.status, sent.headers.get("location")]).toEqual([303, begun.verification_uri]);
  expect((await person.send(await person.open(begun.verification_uri), [["xsrf", "forged"]])).status).toBe(400);
  const headers = (await fetch(begun.verification_uri)).headers.get("content-security-policy") ?? "";
  expect(headers).toContain("frame-ancestors 'none'");
});

test("a browser that connected one person's application can connect another's, once they are signed in", async () => {
  const { person } = await market.buyer();
  const { person: second } = await market.buyer();
  const [first, next] = [await begin(), await begin()];
  await person.allow(await enter(person, first));
  await person.becomes(second);
  await person.allow(await enter(person, next));
  expect((await poll(next)).status).toBe(200);
});

/** The library uses the process's own clock, so the records are made older instead. */
async function expire({ device_code }: Begun): Promise<void> {
  const { database, vault } = market.world.host;
  const idHash = hashToken(device_code);
  const place = { customerId: 0, table: "authorization_records", rowId: idHash, field: "sealed" };
  await database.writeInstallation(async (db) => {
    const { sealed } = await db
      .selectFrom("authorization_records")
      .select("sealed")
      .where("id_hash", "=", idHash)
      .executeTakeFirstOrThrow();
    const payload = JSON.parse(vault.open(sealed, place)) as { exp: number };
    const older = vault.seal(JSON.stringify({ ...payload, exp: payload.exp - 3_600 }), place);
    await db.updateTable("authorization_records").set({ sealed: older }).where("id_hash", "=", idHash).execute();
  });
}
