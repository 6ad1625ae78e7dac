import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Db, Scope } from "../../src/ground/db/index.ts";
import { auditKeyOf, findBrokenAuditEntry } from "../../src/platform/audit/index.ts";
import { openStorefront } from "../../src/supply/marketplace/market.fixture.ts";
import { openWorld, type World } from "../world.ts";

/** The separation of tenants in the database, which holds whatever the code forgets. */
let world: World;
let admin: pg.Client;

beforeAll(async () => {
  world = await openWorld();
  admin = new pg.Client({ connectionString: world.databaseUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await world.close();
});

test("every table with a customer has a forced policy", async () => {
  const { rows } = await admin.query<{ table: string; forced: boolean; policies: number }>(`
    select c.relname as table, c.relrowsecurity and c.relforcerowsecurity as forced,
           (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p')`);
  expect(rows.length).toBeGreaterThan(15);
  const open = rows.filter(({ forced, policies }) => !forced || policies === 0).map(({ table }) => table);
  // None of them contains anybody's data: applied migrations, and rate limit counters. The key that masks ids belongs to the installation,
  // and request handlers cannot read it (decision 26).
  expect(open.sort()).toEqual(["id_key", "migrations", "rate_limits"]);
});

test("every tenant table has its customer in a unique key", async () => {
  const { rows } = await admin.query<{ table: string }>(`
    select c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r'
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'customer_id' and not a.attisdropped)
      and not exists (select from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
                      where i.indrelid = c.oid and i.indisunique and a.attname = 'customer_id')`);
  expect(rows).toEqual([]);
});

test("the application's role owns nothing and cannot bypass a policy", async () => {
  const { rows } = await admin.query(`
    select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, (select count(*)::int from pg_class where relowner = r.oid) as owned
    from pg_roles r where rolname = 'interchange_app'`);
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owned: 0 }]);
});

test("a query without a tenant returns no rows, and one with a tenant only its own", async () => {
  const [mine, theirs] = await Promise.all([world.caller("BUYER"), world.caller("BUYER")]);
  await mine.post("/buyer/advertisers", { name: "mine", brand: "mine.example" });
  await theirs.post("/buyer/advertisers", { name: "theirs", brand: "theirs.example" });
  const names = (customerId: number | null) =>
    world.database.read({ customerId, reach: "market" }, (db) => db.selectFrom("advertisers").select("name").execute());
  expect(await names(null)).toEqual([]);
  expect(await names(mine.customerId)).toEqual([{ name: "mine" }]);
});

test("a sponsored buyer's transaction sees one storefront and its sources; while it waits, the storefront alone", async () => {
  const operator = await world.caller("OPERATOR");
  const [own, other] = [await openStorefront(world, operator), await openStorefront(world, operator)];
  const { customerId } = await world.caller("BUYER");
  const seen = (reach: Scope["reach"], storefrontId?: number) =>
    world.database.read({ customerId, storefrontId, reach }, async (db) => {
      const idsIn = async (table: "storefronts" | "inventory_sources") =>
        (await db.selectFrom(table).select("storefront_id").orderBy("storefront_id").execute()).map(
          ({ storefront_id }) => storefront_id,
        );
      return { storefronts: await idsIn("storefronts"), sources: await idsIn("inventory_sources") };
    });
  expect(await seen("market")).toEqual({ storefronts: [own.id, other.id], sources: [own.id, other.id] });
  expect(await seen("market", own.id)).toEqual({ storefronts: [own.id], sources: [own.id] });
  expect(await seen("pending_sponsor", own.id)).toEqual({ storefronts: [own.id], sources: [] });
});

test("nobody can admit themselves: a join link creates a sponsorship, and its seller decides on it", async () => {
  const [buyer, seller] = [await world.caller("BUYER"), await world.caller("SELLER")];
  const row = {
    customer_id: buyer.customerId,
    storefront_id: 1,
    seller_customer_id: seller.customerId,
    join_link_id: 1,
    walled: true,
    status: "pending",
    posture: "prepay",
    language: "en",
    created_at: new Date(),
    updated_at: new Date(),
  };
  const within = (customerId: number, work: (db: Db) => Promise<unknown>) =>
    world.database.write({ customerId, reach: "market" }, work);
  const insert = (db: Db) => db.insertInto("sponsorships").values(row).execute();
  for (const { customerId } of [buyer, seller])
    await expect(within(customerId, insert)).rejects.toThrow(/row-level security/);
  await world.database.writeInstallation(insert);
  const approve = (db: Db) =>
    db
      .updateTable("sponsorships")
      .set({ status: "active" })
      .where("customer_id", "=", buyer.customerId)
      .executeTakeFirst();
  expect(await within(buyer.customerId, approve)).toMatchObject({ numUpdatedRows: 0n });
  expect(await within(seller.customerId, approve)).toMatchObject({ numUpdatedRows: 1n });
  const move = (db: Db) => db.updateTable("sponsorships").set({ walled: false }).execute();
  await expect(within(seller.customerId, move)).rejects.toThrow(/permission denied/);
});

test("a write into another tenant is refused by the database", async () => {
  const [mine, theirs] = await Promise.all([world.caller("BUYER"), world.caller("BUYER")]);
  const row = {
    customer_id: theirs.customerId,
    name: "x",
    brand_domain: "x.example",
    created_at: new Date(),
    updated_at: new Date(),
  };
  const intrude = world.database.write({ customerId: mine.customerId, reach: "market" }, (db) =>
    db.insertInto("advertisers").values(row).execute(),
  );
  await expect(intrude).rejects.toThrow(/row-level security/);
});

test("a read transaction cannot write", async () => {
  const { customerId } = await world.caller("BUYER");
  const row = {
    customer_id: customerId,
    name: "x",
    brand_domain: "x.example",
    created_at: new Date(),
    updated_at: new Date(),
  };
  const write = world.database.read({ customerId, reach: "market" }, (db) =>
    db.insertInto("advertisers").values(row).execute(),
  );
  await expect(write).rejects.toThrow(/read-only transaction/);
});

test("a connection carries nothing of its last tenant into the next transaction", async () => {
  const { customerId } = await world.caller("BUYER");
  for (let i = 0; i < 20; i++) {
    await world.database.read({ customerId, reach: "market" }, (db) =>
      db.selectFrom("advertisers").select("name").execute(),
    );
    const seen = await world.database.read({ customerId: null, reach: "tenant" }, (db) =>
      db.selectFrom("customers").select("customer_id").execute(),
    );
    expect(seen).toEqual([]);
  }
});

test("a changed, removed or inserted audit entry is found, whichever it is", async () => {
  const buyer = await world.caller("BUYER");
  for (let i = 0; i < 6; i++) await buyer.post("/buyer/advertisers", { name: `a${i}`, brand: "acme.example" });
  const broken = () =>
    world.database.readInstallation((db) => findBrokenAuditEntry(db, auditKeyOf(world.host.vault), buyer.customerId));
  expect(await broken()).toBeUndefined();
  const spoil = [
    "update audit_log set user_email = 'x' where sequence = 2",
    "update audit_log set at = '2026-01-01T00:00:00.001Z' where sequence = 4",
    "delete from audit_log where sequence = 3",
    "delete from audit_log where sequence = 6",
  ];
  for (const statement of spoil) {
    await admin.query("begin");
    await admin.query(`${statement} and customer_id = $1`, [buyer.customerId]);
    const rows = await admin.query("select sequence, hash from audit_log where customer_id = $1 order by sequence", [
      buyer.customerId,
    ]);
    await admin.query("commit");
    expect([statement, await broken()]).toEqual([statement, expect.any(Number)]);
    expect(rows.rowCount).toBeGreaterThan(0);
    await admin.query("delete from audit_log where customer_id = $1", [buyer.customerId]);
    await admin.query("delete from audit_heads where customer_id = $1", [buyer.customerId]);
    for (let i = 0; i < 6; i++) await buyer.post("/buyer/advertisers", { name: `b${i}`, brand: "acme.example" });
    expect(await broken()).toBeUndefined();
  }
});
