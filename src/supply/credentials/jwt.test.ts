import { generateKeyPairSync, verify } from "node:crypto";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { startScriptedSeller } from "../../../test/seller/scripted-seller.ts";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import { openStorefront } from "../marketplace/market.fixture.ts";
import { issued, startTokenEndpoint } from "./token-endpoint.fixture.ts";

let world: World;
let operator: Caller;
beforeAll(async () => {
  world = await openWorld();
  operator = await world.caller("OPERATOR");
});
afterAll(() => world.close());

const EC = generateKeyPairSync("ec", { namedCurve: "P-256" });
const RSA = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pem = ({ privateKey }: typeof EC) => privateKey.export({ type: "pkcs8", format: "pem" }).toString();

function jwt(tokenEndpointUrl: string, changes: object = {}) {
  return {
    type: "jwt",
    privateKey: pem(EC),
    issuer: "agency.example",
    subject: "seat-7",
    keyId: "key-1",
    scope: "adcp",
    tokenEndpointUrl,
    audienceUrl: "https://publisher.example/token",
    environment: "production",
    ...changes,
  };
}

/** A storefront with an agent that distinguishes operators, accessed with JWTs: the seller's own, and the buyers'. */
async function openJwtStall() {
  const agent = await startScriptedSeller();
  onTestFinished(() => agent.close());
  agent.on("get_adcp_capabilities", {
    payload: { adcp: { supported_versions: ["3.1"] }, account: { require_operator_auth: true } },
  });
  agent.on("list_creative_formats", { payload: { formats: [] } });
  agent.on("get_products", { payload: { status: "completed", products: [] } });
  const endpoint = await startTokenEndpoint(issued("the-sellers"));
  const reach = { executionType: "AGENT", type: "SALES", endpointUrl: agent.mcpUrl, protocol: "MCP" };
  const source = { ...reach, authenticationType: "JWT", auth: jwt(endpoint.url) };
  const stall = await openStorefront(world, operator, { source });
  const shown = (tool: string) => agent.callsOf(tool).map(({ headers }) => headers.authorization);
  return { stall, shown };
}

const path = ({ id }: { id: number }) => `/buyer/storefronts/${id}/sources/main/credentials`;
const body = (auth: object, accountIdentifier = "seat") => ({ accountIdentifier, auth });

async function discoverer(buyer: Caller, { id }: { id: number }) {
  const { data } = await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.example" });
  const question = { advertiserId: data.id, storefrontIds: [id] };
  return () => buyer.post("/buyer/discovery/discover-products", question);
}

test("a JWT is exchanged for a token, once for all calls, and the agent is shown the token", async () => {
  const { stall, shown } = await openJwtStall();
  expect(shown("list_creative_formats")).toEqual(["Bearer the-sellers"]);
  const { forms, url } = await startTokenEndpoint(issued("the-buyers"));
  const buyer = await world.caller("BUYER");
  expect(await buyer.post(path(stall), body(jwt(url)))).toMatchObject({ status: 201, data: { status: "ACTIVE" } });
  const discover = await discoverer(buyer, stall);
  await Promise.all([discover(), discover(), discover()]);
  expect(shown("get_products")).toEqual(["Bearer the-buyers", "Bearer the-buyers", "Bearer the-buyers"]);
  expect(forms).toHaveLength(1);
});

test("concurrent callers without a token share one request for it", async () => {
  const { stall } = await openJwtStall();
  const { forms, url } = await startTokenEndpoint(issued("shared"));
  const buyer = await world.caller("BUYER");
  await Promise.all(["a", "b", "c"].map((name) => buyer.post(path(stall), body(jwt(url), name))));
  expect(forms).toHaveLength(1);
});

test.each([
  ["ES256", EC],
  ["RS256", RSA],
])("the assertion is signed %s, names its key and its parties, and is valid for five minutes", async (alg, pair) => {
  const { stall } = await openJwtStall();
  const { forms, url } = await startTokenEndpoint(issued("t"));
  const buyer = await world.caller("BUYER");
  // A key as it looks after being passed in an environment variable.
  const privateKey = pem(pair).replaceAll("\n", "\\n");
  expect((await buyer.post(path(stall), body(jwt(url, { privateKey })))).status).toBe(201);
  const form = Object.fromEntries(forms[0] ?? []);
  expect(form).toMatchObject({ grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer", scope: "adcp" });
  const [header = "", claims = "", signature = ""] = (form["assertion"] ?? "").split(".");
  const read = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString());
  expect(read(header)).toEqual({ alg, typ: "JWT", kid: "key-1" });
  const { iat, exp, jti, ...parties } = read(claims);
  expect(parties).toEqual({
    iss: "agency.example",
    sub: "seat-7",
    aud: "https://publisher.example/token",
    scope: "adcp",
  });
  expect([exp - iat, typeof jti]).toEqual([300, "string"]);
  const signed = Buffer.from(`${header}.${claims}`);
  const key = { key: pair.publicKey, dsaEncoding: "ieee-p1363" as const };
  expect(verify("sha256", signed, key, Buffer.from(signature, "base64url"))).toBe(true);
});

test("an expired token is replaced before the next call", async () => {
  const { stall, shown } = await openJwtStall();
  const { url } = await startTokenEndpoint(issued("first", 30), issued("second"));
  const buyer = await world.caller("BUYER");
  await buyer.post(path(stall), body(jwt(url)));
  const discover = await discoverer(buyer, stall);
  await discover();
  await discover();
  expect(shown("list_creative_formats").at(-1)).toBe("Bearer first");
  expect(shown("get_products")).toEqual(["Bearer second", "Bearer second"]);
});

test("a JWT that the token endpoint refuses is not stored, and an unreachable endpoint refuses nobody", async () => {
  const { stall } = await openJwtStall();
  const buyer = await world.caller("BUYER");
  const refusing = await startTokenEndpoint({
    status: 400,
    body: { error: "invalid_grant", error_description: pem(EC) },
  });
  const refused = await buyer.post(path(stall), body(jwt(refusing.url)));
  expect(refused).toMatchObject({ status: 400, error: { code: "VALIDATION_ERROR", field: "auth" } });
  expect(JSON.stringify(refused)).not.toContain("PRIVATE KEY");
  expect((await buyer.get("/buyer/storefronts/credentials")).data).toEqual([]);
  const away = await startTokenEndpoint({ status: 503, body: {} });
  expect((await buyer.post(path(stall), body(jwt(away.url)))).status).toBe(201);
});

test("a JWT that could never be exchanged is refused, and says which field is wrong", async () => {
  const { stall } = await openJwtStall();
  const buyer = await world.caller("BUYER");
  const { forms, url } = await startTokenEndpoint(issued("t"));
  const other = generateKeyPairSync("ec", { namedCurve: "P-384" });
  for (const [field, auth] of [
    ["auth.privateKey", jwt(url, { privateKey: "secret-but-no-key" })],
    ["auth.privateKey", jwt(url, { privateKey: pem(other) })],
    ["auth.privateKey", jwt(url, { algorithm: "RS256" })],
    ["auth.keyId", jwt(url, { keyId: "" })],
    ["auth.tokenEndpointUrl", jwt("not a url")],
    ["auth.tokenEndpointUrl", jwt("http://169.254.169.254/latest/meta-data")],
  ] as const) {
    const refused = await buyer.post(path(stall), body(auth));
    expect(refused).toMatchObject({ status: 400, error: { code: "VALIDATION_ERROR", field } });
    expect(JSON.stringify(refused)).not.toContain("secret-but-no-key");
  }
  expect(forms).toEqual([]);
});
