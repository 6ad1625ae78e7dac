import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openBlobs, openSpool } from "../../src/ground/blobs/index.ts";
import { makeApplicationLogin } from "../../src/ground/db/connection/index.ts";
import { perform } from "../../src/ground/kernel/perform.ts";
import { steps } from "../../src/main/areas.ts";
import { restoreBackup } from "../../src/main/backup/restore-backup.ts";
import { takeBackup } from "../../src/main/backup/take-backup.ts";
import { compose, type Interchange } from "../../src/main/compose.ts";
import type { Parts } from "../../src/main/parts.ts";
import { alwaysDecidedAtOnce } from "../../src/supply/orders/reconciliation/store.ts";
import { PROFILES } from "../../src/supply/simulated/index.ts";
import { doJobs, makeEverythingDue } from "../jobs.ts";
import { memoryMail } from "../memory-mail.ts";
import { expectData } from "../operations/expect-data.ts";
import { createOwnedResources, type OwnedResources } from "../operations/owned-resources.ts";
import { type Caller, openWorld, type World } from "../world.ts";

/** A market is backed up, continues to sell, is lost, and is restored. Its seller's ledger contains what the market has forgotten. */
const KEY = { "idempotency-key": "the-very-same-request" };
const UNDECIDED_KEY = { "idempotency-key": "the-request-nobody-decided-on" };
let lost: World;
let restored: Interchange & { databaseUrl: string };
let url = "";
let estate: OwnedResources;
let parts: Parts;
const campaigns = { repeated: "", forgotten: "", undecided: "", later: "" };
let soldBefore: number;

beforeAll(async () => {
  lost = await openWorld();
  parts = lost.parts;
  estate = await createOwnedResources(lost, await lost.caller("OPERATOR"), "Lost");
  campaigns.repeated = await planned(estate.buyer, "Repeated", 20_000);
  campaigns.undecided = await planned(estate.buyer, "Undecided", 18_000);
  campaigns.later = await planned(estate.buyer, "Later", 15_000);
  await doJobs(lost);
  soldBefore = (await ledger()).length;
  await administer(
    lost.databaseUrl,
    "insert into installation_identity (kind, vault_fingerprint, created_at) values ('sandbox', 'kept', now())",
  );
  const target = await mkdtemp(join(tmpdir(), "interchange-reconciled-"));
  const place = { dataFolder: parts.dataFolder, blobs: openBlobs({ s3: null }, join(parts.dataFolder, "blobs")) };
  const { folder } = await takeBackup({ ownerUrl: lost.databaseUrl, ...place }, target);

  expectData(await estate.buyer.post(`/buyer/campaigns/${campaigns.repeated}/execute`, undefined, KEY));
  campaigns.forgotten = await planned(estate.buyer, "Forgotten", 12_000);
  expectData(await estate.buyer.post(`/buyer/campaigns/${campaigns.forgotten}/execute`));
  // From now on the seller's people decide, and the machine is lost while they do.
  const simulation = { ...PROFILES.ctv, seed: "Lost", approval: { mode: "manual", hours: 48 } };
  expectData(await estate.seller.put("/storefront/inventory-sources/main", { simulation }));
  expectData(await estate.buyer.post(`/buyer/campaigns/${campaigns.undecided}/execute`, undefined, UNDECIDED_KEY));
  if ((await ledger()).length !== soldBefore + 3) throw new Error("three purchases were to be made after the backup");
  await lost.close();

  const name = `reconciled_${randomBytes(6).toString("hex")}`;
  await administer(inject("postgresUrl"), `create database ${name}`);
  url = Object.assign(new URL(inject("postgresUrl")), { pathname: name }).href;
  const spool = openSpool(join(parts.dataFolder, "uploads"));
  await restoreBackup(folder, { ownerUrl: url, ...place, spool, vaultFingerprint: "kept" });
  const databaseUrl = await makeApplicationLogin(url, "application");
  restored = { ...(await compose({ mailTransport: memoryMail(), ...parts, databaseUrl })), databaseUrl: url };
}, 180_000);
afterAll(async () => {
  await restored?.close();
  if (url) await administer(inject("postgresUrl"), `drop database ${new URL(url).pathname.slice(1)} with (force)`);
});

test("before the seller has said what it booked, a repeated request buys nothing and says why", async () => {
  expect(await reconciliation()).toMatchObject({ status: "WAITING", isShut: true, found: [] });
  const { status } = await as(estate.buyer, "POST", `/buyer/campaigns/${campaigns.repeated}/execute`, undefined, KEY);
  expect(status).toBeLessThan(300);
  await as(estate.buyer, "POST", `/buyer/campaigns/${campaigns.undecided}/execute`, undefined, UNDECIDED_KEY);
  const buy = await buyOf(campaigns.repeated);
  expect([buy.status, JSON.stringify(buy)]).toEqual([
    "DRAFT",
    expect.stringMatching(/restored from a backup, and is comparing with Main what was bought before/),
  ]);
  expect(await ledger()).toHaveLength(soldBefore + 3);
});

test("what the seller booked is found, with its money, under the keys of the buyers that bought it", async () => {
  await work();
  const { status, isShut, found } = await reconciliation();
  expect({ status, isShut }).toEqual({ status: "COMPARED", isShut: true });
  const open = found.filter((one: { status: string }) => one.status !== "TAKEN_IN");
  expect(open).toMatchObject([{ status: "OPEN", currency: "USD", budget: 12_000, account: expect.any(String) }]);
});

test("a repeated request gets what the first one bought: nothing is bought twice", async () => {
  const bought = await ledger();
  expect(bought).toHaveLength(soldBefore + 3);
  const buy = await buyOf(campaigns.repeated);
  expect(["ACTIVE", "PENDING_APPROVAL"]).toContain(buy.status);
  const taken = await takenIn(20_000);
  expect(taken).toMatchObject({ isUndecided: false, legId: expect.stringMatching(/^leg_/) });
  expect(bought.map(({ mediaBuyId }) => mediaBuyId)).toContain(taken.sellerMediaBuyId);
});

test("a request on which the seller was still deciding gets that decision, and is not sent again", async () => {
  expect(await takenIn(18_000)).toMatchObject({ isUndecided: true, legId: expect.stringMatching(/^leg_/) });
  expect((await buyOf(campaigns.undecided)).status).toBe("PENDING_APPROVAL");
  expect(await ledger()).toHaveLength(soldBefore + 3);
});

test("nothing else is bought from a seller before people have decided on purchases that nobody repeated", async () => {
  await as(estate.buyer, "POST", `/buyer/campaigns/${campaigns.later}/execute`);
  const buy = await buyOf(campaigns.later);
  expect([buy.status, JSON.stringify(buy)]).toEqual([
    "DRAFT",
    expect.stringMatching(/people of the storefront still have to decide/),
  ]);
  expect(await ledger()).toHaveLength(soldBefore + 3);
  const settle = "/storefront/source-reconciliations/main/settle";
  const refused = await as(estate.seller, "POST", settle, { leave: [] });
  expect(refused).toMatchObject({ status: 409, error: { field: "leave" } });
  const [left] = (await reconciliation()).found.filter((one: { status: string }) => one.status === "OPEN");
  const settled = await as(estate.seller, "POST", settle, { leave: [left.sellerMediaBuyId] });
  expect(settled).toMatchObject({ status: 200, data: { isShut: false } });
  await work();
  expect((await buyOf(campaigns.later)).status).not.toBe("DRAFT");
  expect(await ledger()).toHaveLength(soldBefore + 4);
});

test("the seller's ledger and ours agree: every purchase is part of one order, except those left behind", async () => {
  const rows = await ask<{ id: string }>(`
    select seller_media_buy_id as id from order_legs where customer_id = ${estate.seller.customerId} and seller_media_buy_id is not null
    union all select seller_media_buy_id from found_media_buys
    where state = 'LEFT' or (state = 'TAKEN_IN' and media_buy ->> 'taskId' is not null)`);
  const ours = rows.map(({ id }) => id).sort();
  expect(ours).toEqual((await ledger()).map(({ mediaBuyId }) => mediaBuyId).sort());
  expect(new Set(ours).size).toBe(ours.length);
});

test("a seller's history shows whether it has always decided at once", async () => {
  const { customerId } = estate.seller;
  const [before] = await ask<{ id: number }>(
    "select inventory_source_id::float8 as id from inventory_sources where source_id = 'main'",
  );
  const atOnce = () => restored.database.readInstallation((db) => alwaysDecidedAtOnce(db, customerId, before?.id ?? 0));
  expect(await atOnce()).toBe(false);
  await administer(url, "update order_legs set history = '[]', task_id = null where state = 'submitted'");
  expect(await atOnce()).toBe(true);
  expect(await restored.database.readInstallation((db) => alwaysDecidedAtOnce(db, customerId, 0))).toBe(false);
});

/** What a worker does: reconciliations that are due, and all queued jobs. */
async function work(): Promise<void> {
  const due = steps.find(({ name }) => name === "orders.reconcile-due");
  if (due) await perform(due, { customerId: 0 }, "req_due", restored.host);
  await doJobs(restored);
  await makeEverythingDue(restored);
  await doJobs(restored);
}

/** A campaign with one product of the estate's storefront that has not been executed. */
async function planned(buyer: Caller, name: string, budget: number): Promise<string> {
  const advertiserId = estate.ids.advertiser;
  const question = { advertiserId, storefrontIds: [estate.ids.storefront] };
  const { discoveryId, productGroups } = expectData(await buyer.post("/buyer/discovery/discover-products", question));
  const [product] = productGroups[0].products;
  const [option] = product.pricingOptions.toSorted((a: { isFixed: boolean }) => (a.isFixed ? -1 : 1));
  const { productId, salesAgentId } = product;
  const offer = { pricingOptionId: option.pricingOptionId, budget, ...(!option.isFixed && { bidPrice: 60 }) };
  const chosen = { products: [{ productId, salesAgentId, ...offer }] };
  expectData(await buyer.post(`/buyer/discovery/${discoveryId}/products`, chosen));
  const [startDate, endDate] = [2, 20].map((days) => new Date(Date.now() + days * 86_400_000).toISOString());
  const plan = { advertiserId, name, flightDates: { startDate, endDate }, budget: { total: 50_000 }, discoveryId };
  return expectData(await buyer.post("/buyer/campaigns", plan)).campaign.campaignId;
}

async function as(caller: Caller, method: "GET" | "POST", path: string, body?: unknown, headers = {}) {
  const answer = await restored.app.inject({
    method,
    url: `/api/v2${path}`,
    headers: { authorization: `Bearer ${caller.key}`, "content-type": "application/json", ...headers },
    ...(body !== undefined && { payload: JSON.stringify(body) }),
  });
  return { status: answer.statusCode, ...answer.json() };
}

async function reconciliation() {
  const { data } = await as(estate.seller, "GET", "/storefront/source-reconciliations");
  return data.reconciliations.find(({ sourceId }: { sourceId: string }) => sourceId === "main");
}

async function takenIn(budget: number) {
  const { found } = await reconciliation();
  return found.find((one: { status: string; budget: number }) => one.status === "TAKEN_IN" && one.budget === budget);
}

async function buyOf(campaignId: string) {
  const { data } = await as(estate.buyer, "GET", `/buyer/campaigns/${campaignId}`);
  return data.campaign.mediaBuys[0];
}

/** All purchases in the ledgers of the installation's simulated sellers. */
async function ledger(): Promise<{ readonly mediaBuyId: string }[]> {
  const folder = join(parts.dataFolder, "simulated");
  const texts = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file), "utf8")));
  const entries = texts.flatMap((text) => text.split("\n").filter(Boolean)).map((line) => JSON.parse(line));
  return entries.filter(({ type }) => type === "created");
}

async function ask<T extends object>(statement: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(statement)).rows;
  } finally {
    await client.end();
  }
}

async function administer(on: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: on });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
