import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../../test/world.ts";
import type { ResolveTxt } from "../../../ground/outbound/index.ts";
import { type BrandHost, openBrandHost } from "../../../platform/brands/brand-host.fixture.ts";

let host: BrandHost;
let world: World;
/** The name server's answer for each name; an error is thrown. */
const zone = new Map<string, string[][] | Error>();

const resolveTxt: ResolveTxt = async (name) => {
  const answer = zone.get(name) ?? [];
  if (answer instanceof Error) throw answer;
  return answer;
};

beforeAll(async () => {
  host = await openBrandHost();
  const plain = await openWorld();
  const { brandJsonUrl, adagentsJsonUrl } = host;
  const installation = { ...plain.host.installation, brandJsonUrl, adagentsJsonUrl };
  await plain.close();
  world = await openWorld({ installation, resolveTxt });
});
afterAll(() => world.close());

async function sellerAt(operatorDomain: string): Promise<{ seller: Caller; agentUrl: string }> {
  const seller = await world.caller("SELLER");
  const { platformId } = (await seller.post("/storefront", { name: operatorDomain, operatorDomain })).data;
  return { seller, agentUrl: `http://localhost:4000/storefront/${platformId}/mcp` };
}

const isVerified = async (seller: Caller) => (await seller.get("/storefront")).data.operatorDomainVerified;
const verify = (seller: Caller) => seller.post("/storefront/operator-domain/verify");

test("a member's e-mail address at the operator domain verifies it, unless it is a public mail domain", async () => {
  const { seller } = await sellerAt("example.org");
  expect(await isVerified(seller)).toBe(true);
  expect((await verify(seller)).data.proofs[0]).toMatchObject({ method: "member_email", passed: true });
  await world.database.writeInstallation((db) =>
    db
      .updateTable("users")
      .set({ email: "somebody@gmail.com" })
      .where("user_id", "in", (members) =>
        members.selectFrom("members").select("user_id").where("customer_id", "=", seller.customerId),
      )
      .execute(),
  );
  await seller.put("/storefront", { operatorDomain: "gmail.com" });
  expect(await isVerified(seller)).toBe(false);
});

test("a domain is verified while its brand.json names the agent, at its house or at a brand", async () => {
  const { seller, agentUrl } = await sellerAt("house.com");
  host.publish("house.com", { house: { domain: "house.com", name: "House" }, brands: [{ agents: "broken" }] });
  const missing = await verify(seller);
  expect(missing).toMatchObject({ status: 200, data: { operatorDomainVerified: false, agentUrl } });
  expect(missing.data.proofs.map(({ passed }: { passed: boolean }) => passed)).toEqual([false, false, false]);
  host.publish("house.com", { house: {}, brands: [{ agents: [{ type: "sales", url: agentUrl, id: "shop" }] }] });
  expect((await verify(seller)).data).toMatchObject({ operatorDomainVerified: true });
  expect(await isVerified(seller)).toBe(true);
  host.publish("house.com", { house: {} });
  await verify(seller);
  expect(await isVerified(seller)).toBe(false);
});

test("a domain is verified while its DNS has the storefront's record, which stays the same", async () => {
  const { seller } = await sellerAt("named.com");
  const { challenge } = (await verify(seller)).data;
  expect(challenge).toMatchObject({ recordType: "TXT", recordName: "_interchange.named.com" });
  const { recordName, recordValue } = challenge;
  const dns = async () => {
    const { operatorDomainVerified, proofs } = (await verify(seller)).data;
    return { verified: operatorDomainVerified, details: proofs[1].details };
  };
  expect(await dns()).toEqual({ verified: false, details: expect.stringContaining(`add ${recordValue}`) });
  zone.set(recordName, [["v=spf1 -all"]]);
  expect(await dns()).toEqual({ verified: false, details: expect.stringContaining("none of them is") });
  zone.set(recordName, [["v=spf1 -all"], [recordValue.slice(0, 30), recordValue.slice(30)]]);
  expect(await dns()).toEqual({ verified: true, details: `${recordName} has the TXT record` });
  expect(await isVerified(seller)).toBe(true);
  zone.set(recordName, new Error("the name server is away"));
  expect(await dns()).toEqual({ verified: true, details: expect.stringContaining("in a few minutes") });
  zone.delete(recordName);
  expect((await dns()).verified).toBe(false);
});

test("another storefront's record proves nothing", async () => {
  const [{ seller: first }, { seller: second }] = [await sellerAt("shared.com"), await sellerAt("shared.com")];
  const { recordName, recordValue } = (await verify(first)).data.challenge;
  zone.set(recordName, [[recordValue]]);
  expect((await verify(second)).data.operatorDomainVerified).toBe(false);
  expect((await verify(first)).data.operatorDomainVerified).toBe(true);
});

test("a domain that lets the agent sell for it does not thereby verify it as its own", async () => {
  const { seller, agentUrl } = await sellerAt("network.com");
  host.serve("/network.com/adagents.json", { authorized_agents: [{ url: agentUrl, authorized_for: "all" }] });
  expect((await verify(seller)).data).toMatchObject({ operatorDomainVerified: false });
});

test("one domain's proof does not verify another, and nobody sets the verification by hand", async () => {
  const { seller, agentUrl } = await sellerAt("proved.com");
  host.publish("proved.com", { agents: [{ type: "sales", url: agentUrl, id: "shop" }] });
  expect((await verify(seller)).data).toMatchObject({ operatorDomainVerified: true });
  expect((await seller.put("/storefront", { operatorDomain: "another.com" })).data.operatorDomainVerified).toBe(false);
  expect((await seller.put("/storefront", { operatorDomainVerified: true })).data.operatorDomainVerified).toBe(false);
});

test("without an operator domain there is nothing to prove", async () => {
  const seller = await world.caller("SELLER");
  await seller.post("/storefront", { name: "Nameless" });
  expect(await verify(seller)).toMatchObject({ status: 400, error: { code: "INVALID_STATE" } });
});
