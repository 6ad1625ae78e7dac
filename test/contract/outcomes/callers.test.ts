import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../world.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const KEYS = "/storefront/caller-keys";
const AGENCY = { name: "Agency", operatorDomain: "agency.example" };
const JWK = {
  kid: "agency-2026",
  kty: "OKP",
  crv: "Ed25519",
  x: "gWUqzATUcUco5Q8fZZXn8aWwb7DQbYGBiqUzLiSDDJo",
  alg: "EdDSA",
  key_ops: ["verify"],
  adcp_use: "request-signing",
};
const signing = (...keys: object[]) => ({ ...AGENCY, signing: { jwks: { keys } } });

async function opened(): Promise<Caller> {
  const seller = await world.caller("SELLER");
  await seller.post("/storefront", { name: "Mine" });
  return seller;
}

test("a seller without a storefront has no caller keys, and cannot issue any", async () => {
  const seller = await world.caller("SELLER");
  expect(await seller.get(KEYS)).toMatchObject({ status: 404, error: { code: "NOT_FOUND" } });
  expect(await seller.post(KEYS, AGENCY)).toMatchObject({ status: 404, error: { code: "NOT_FOUND" } });
});

test("an archived storefront issues no caller keys, but can revoke them", async () => {
  const seller = await opened();
  const { data } = await seller.post(KEYS, AGENCY);
  await seller.post("/storefront/archive");
  expect(await seller.post(KEYS, AGENCY)).toMatchObject({ status: 400, error: { code: "INVALID_STATE" } });
  expect((await seller.delete(`${KEYS}/${data.id}`)).status).toBe(204);
  expect(await seller.delete(`${KEYS}/${data.id}`)).toMatchObject({ status: 404, error: { code: "NOT_FOUND" } });
});

test("two caller keys cannot sign with the same key id until the first is revoked", async () => {
  const seller = await opened();
  const { data } = await seller.post(KEYS, signing(JWK));
  expect(data.signing).toEqual({ keyIds: [JWK.kid], required: false });
  expect(await seller.post(KEYS, signing(JWK))).toMatchObject({ status: 409, error: { code: "CONFLICT" } });
  expect((await (await opened()).post(KEYS, signing(JWK))).status).toBe(201);
  await seller.delete(`${KEYS}/${data.id}`);
  expect((await seller.post(KEYS, signing(JWK))).status).toBe(201);
});

describe("a key that cannot sign is refused, naming its field", () => {
  test.each<[string, readonly object[], string]>([
    ["one for another purpose", [{ ...JWK, adcp_use: "governance-signing" }], "adcp_use"],
    ["one that checks nothing", [{ ...JWK, key_ops: ["sign"] }], "verify"],
    ["one of another curve than it says", [{ ...JWK, crv: "P-256" }], "no public key"],
    ["a private one", [{ ...JWK, d: "A_rC9vrZ2D1xJWLBXGdRW7CYLAh_f83Gqv8nhly7N2M" }], "private"],
    ["two by one name", [JWK, { ...JWK }], "two keys"],
  ])("%s", async (_, keys, why) => {
    const { status, error } = await (await opened()).post(KEYS, signing(...keys));
    expect(status).toBe(400);
    expect(error?.field).toMatch(/^signing\.jwks/);
    expect(error?.message).toContain(why);
  });
});
