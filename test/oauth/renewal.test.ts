import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../src/ground/kernel/clock.ts";
import { callContext, perform } from "../../src/ground/kernel/perform.ts";
import { systemRandom } from "../../src/ground/kernel/random.ts";
import { NOBODY } from "../../src/ground/kernel/viewer.ts";
import { openVault } from "../../src/ground/vault/index.ts";
import { compose, type Interchange } from "../../src/main/compose.ts";
import { resealSecrets } from "../../src/main/reseal/reseal.ts";
import { grantAgenda, renewGrant } from "../../src/supply/credentials/index.ts";
import { callbackOf } from "../../src/supply/credentials/oauth/consent.ts";
import { accessTokenOf } from "../../src/supply/credentials/oauth/grants/access-token.ts";
import { openTokens } from "../../src/supply/credentials/oauth/grants/grant.ts";
import { findGrant } from "../../src/supply/credentials/oauth/grants/store.ts";
import { openClient } from "../../src/supply/credentials/oauth/server/client.ts";
import { findClient } from "../../src/supply/credentials/oauth/server/store.ts";
import { type Caller, openWorld, type World } from "../world.ts";
import {
  clockAhead,
  consented,
  type GuardedShop,
  openGuardedShop,
  productsSeenBy,
  scheduleRecovery,
  sourceSeenBy,
} from "./oauth.fixture.ts";
import { type RunningProvider, startProvider } from "./provider.ts";

/** A provider's tokens last an hour. */
let world: World;
let other: Interchange;
let provider: RunningProvider;
let shop: GuardedShop;
const clock = clockAhead();
beforeAll(async () => {
  [world, provider] = await Promise.all([openWorld({ clock }), startProvider()]);
  other = await compose({ ...world.parts, clock });
  shop = await openGuardedShop(world, await world.caller("OPERATOR"), provider);
});
afterAll(async () => {
  await other.close();
  await world.close();
  await provider.stop();
});

/** A buyer who has just given consent, and the resulting credential. */
async function connected(): Promise<{ buyer: Caller; customerId: number; credentialId: number }> {
  const buyer = await world.caller("BUYER");
  await scheduleRecovery(world, await consented(buyer, shop));
  const [{ id }] = (await buyer.get("/buyer/storefronts/credentials")).data;
  return { buyer, customerId: buyer.customerId, credentialId: Number(id) };
}

const renew = ({ host }: Interchange, place: { customerId: number; credentialId: number }) =>
  perform(renewGrant, { customerId: place.customerId, credentialId: place.credentialId }, "req_test", host);

const dueFor = async ({ customerId }: { customerId: number }) => {
  const all = await world.database.readInstallation((db) => grantAgenda.dueOfAllCustomers(db, clock.now(), 1_000));
  return all.filter(({ input }) => input.customerId === customerId);
};

const refreshes = async () => (await provider.counts()).refreshes;

test("a token is renewed before it expires, once among all the workers that find it due", async () => {
  const held = await connected();
  clock.advance(49 * MINUTE_MS);
  expect(await dueFor(held)).toEqual([]);
  clock.advance(2 * MINUTE_MS);
  expect(await dueFor(held)).toMatchObject([{ step: renewGrant, input: { credentialId: held.credentialId } }]);
  const before = await refreshes();
  await provider.behave({ hold: true });
  const first = renew(world, held);
  await expect.poll(async () => (await provider.counts()).held, { timeout: 60_000 }).toBe(1);
  await Promise.all([other, world, other].map((interchange) => renew(interchange, held)));
  expect(await dueFor(held)).toEqual([]);
  await provider.behave({});
  await first;
  expect(await refreshes()).toBe(before + 1);
  expect(await dueFor(held)).toEqual([]);
  expect(await productsSeenBy(held.buyer, shop)).toEqual(["Premium CTV"]);
  clock.advance(51 * MINUTE_MS);
  await renew(other, held);
  expect(await refreshes()).toBe(before + 2);
});

test("calls that find an expired token wait for one renewal, in whichever process they are", async () => {
  const held = await connected();
  const tokenIn = ({ host }: Interchange) =>
    accessTokenOf(callContext(host, { ...NOBODY, customerId: held.customerId }, "req_test"), held);
  const old = await tokenIn(world);
  clock.advance(2 * HOUR_MS);
  const before = await refreshes();
  const products = productsSeenBy(held.buyer, shop);
  const tokens = await Promise.all([world, other, world, other].map(tokenIn));
  expect(await products).toEqual(["Premium CTV"]);
  expect(new Set(tokens).size).toBe(1);
  expect(tokens).not.toContain(old);
  expect(await refreshes()).toBe(before + 1);
});

test("a revoked consent disconnects its source, notifies its people, and is repaired by a new one", async () => {
  const held = await connected();
  const { buyer } = held;
  await provider.behave({ revoke: true });
  clock.advance(51 * MINUTE_MS);
  await renew(world, held);
  const reason = "Main no longer accepts the consent that you gave: authorise this account again";
  expect(await sourceSeenBy(buyer, shop)).toMatchObject({
    connected: false,
    customerAccounts: [{ status: "PENDING", statusReason: reason }],
  });
  expect((await buyer.get("/buyer/storefronts/credentials")).data).toMatchObject([
    { status: "PENDING", statusReason: reason },
  ]);
  expect(await productsSeenBy(buyer, shop)).toEqual([]);
  const { data } = await buyer.get("/notifications");
  expect(JSON.stringify(data)).toContain(reason);
  expect(await dueFor(held)).toEqual([]);
  expect((await scheduleRecovery(world, await consented(buyer, shop))).status).toBe(200);
  expect(await sourceSeenBy(buyer, shop)).toMatchObject({
    connected: true,
    customerAccounts: [{ status: "ACTIVE", statusReason: null }],
  });
});

test("the installation registers again with a provider that has forgotten it", async () => {
  const held = await connected();
  const { registrations } = await provider.counts();
  await provider.behave({ deleteClients: true });
  clock.advance(51 * MINUTE_MS);
  await renew(world, held);
  expect(await sourceSeenBy(held.buyer, shop)).toMatchObject({ connected: false });
  expect((await scheduleRecovery(world, await consented(held.buyer, shop))).status).toBe(200);
  expect((await provider.counts()).registrations).toBe(registrations + 1);
  expect(await productsSeenBy(held.buyer, shop)).toEqual(["Premium CTV"]);
});

test("tokens and the installation's own secret are encrypted again when the vault's key is rotated", async () => {
  const held = await connected();
  const [old] = world.parts.vaultKeys;
  const fresh = { id: "fresh", key: randomBytes(32) };
  const both = openVault({ keys: [fresh, ...(old ? [old] : [])], random: systemRandom });
  expect(await resealSecrets(world.database, both)).toBeGreaterThan(1);
  const alone = openVault({ keys: [fresh], random: systemRandom });
  const [grant, client] = await world.database.readInstallation(async (db) => [
    await findGrant(db, held),
    await findClient(db, { issuer: provider.issuer, redirectUri: callbackOf(world.host.installation) }, clock.now()),
  ]);
  expect(grant && openTokens(alone, grant)).toMatchObject({ accessToken: expect.any(String) });
  expect(client && openClient(alone, client)).toMatchObject({ secret: expect.any(String) });
  await resealSecrets(world.database, openVault({ keys: [...(old ? [old] : []), fresh], random: systemRandom }));
});

test("an unavailable provider ends no consent: it is retried less and less often, and by nobody in between", async () => {
  const held = await connected();
  await provider.behave({ away: true });
  clock.advance(51 * MINUTE_MS);
  await renew(world, held);
  expect(await dueFor(held)).toEqual([]);
  clock.advance(MINUTE_MS);
  expect(await dueFor(held)).toHaveLength(1);
  await renew(world, held);
  clock.advance(MINUTE_MS / 2);
  expect(await dueFor(held)).toEqual([]);
  expect(await sourceSeenBy(held.buyer, shop)).toMatchObject({ connected: true });
  await provider.behave({});
  clock.advance(HOUR_MS);
  expect(await productsSeenBy(held.buyer, shop)).toEqual(["Premium CTV"]);
});

test("a crash during a renewal does not block the next one", async () => {
  const held = await connected();
  clock.advance(51 * MINUTE_MS);
  const hour = new Date(clock.now().getTime() + MINUTE_MS);
  await world.database.writeInstallation((db) =>
    db.updateTable("oauth_grants").set({ lease_until: hour }).where("customer_id", "=", held.customerId).execute(),
  );
  const before = await refreshes();
  await renew(world, held);
  expect(await refreshes()).toBe(before);
  clock.advance(2 * MINUTE_MS);
  expect(await dueFor(held)).toHaveLength(1);
  await renew(world, held);
  expect(await refreshes()).toBe(before + 1);
});

test("a sandbox clock that is ahead expires no token, because outside servers use real time", async () => {
  const { customerId } = await connected();
  const due = await world.database.read({ customerId, reach: "market" }, (db) =>
    grantAgenda.next(db, customerId, new Date(clock.now().getTime() + 30 * DAY_MS)),
  );
  expect(due).toBeUndefined();
});

test("deleting a credential deletes its consent and its tokens", async () => {
  const { buyer, customerId, credentialId } = await connected();
  expect((await buyer.delete(`/buyer/storefronts/credentials/${credentialId}`)).status).toBe(204);
  const left = await world.database.readInstallation((db) =>
    db.selectFrom("oauth_grants").select("credential_id").where("customer_id", "=", customerId).execute(),
  );
  expect(left).toEqual([]);
});

test("a buyer is told when a consent ends that cannot be renewed, and nothing about one that is renewed", async () => {
  const renewed = await connected();
  expect(await sourceSeenBy(renewed.buyer, shop)).toMatchObject({ customerAccounts: [{ endsAt: null }] });
  await provider.behave({ onceOnly: true });
  const { buyer } = await connected();
  await provider.behave({});
  const [{ status, endsAt }] = (await sourceSeenBy(buyer, shop)).customerAccounts;
  expect(status).toBe("ACTIVE");
  expect(Math.abs(Date.parse(endsAt) - clock.now().getTime() - HOUR_MS)).toBeLessThan(5 * MINUTE_MS);
});
