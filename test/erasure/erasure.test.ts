import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assetKeyOf } from "../../src/ground/blobs/index.ts";
import { perform } from "../../src/ground/kernel/perform.ts";
import {
  auditKeyOf,
  disagreementsOfInstallation,
  findBrokenAuditEntry,
  makeCheckpointOfInstallation,
} from "../../src/platform/audit/index.ts";
import {
  ADDRESSES,
  eraseOrganisation,
  NOT_PERSONAL,
  OWN_ROWS,
  RETAINED_RECORDS,
  ROWS_OF_ADDRESS,
  TEXTS,
} from "../../src/platform/erasure/index.ts";
import { deleteOrganisation, deletePerson } from "../../src/platform/erasure/shared-api.ts";
import { doJobs } from "../jobs.ts";
import { createOwnedResources, type OwnedResources } from "../operations/owned-resources.ts";
import { openWorld, type World } from "../world.ts";

let world: World;
let estate: OwnedResources;
let admin: pg.Client;
const EMAIL = "Gone.Brands@example.org";
const ask = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
  (await admin.query<Row>(text, values)).rows;
const broken = (customerId: number) =>
  world.database.readInstallation((db) => findBrokenAuditEntry(db, auditKeyOf(world.host.vault), customerId));

beforeAll(async () => {
  world = await openWorld();
  admin = new pg.Client({ connectionString: world.databaseUrl });
  await admin.connect();
  estate = await createOwnedResources(world, await world.caller("OPERATOR"), "Gone");
  await doJobs(world);
  await world.host.backgroundTasks.idle();
}, 120_000);
afterAll(async () => {
  await admin?.end();
  await world?.close();
});

test("every column named like personal data is erased in a declared way, or says why it contains none", async () => {
  const columns = await ask<{ place: string }>(`
    select c.relname || '.' || a.attname as place
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`);
  const places = columns.map(({ place }) => place);
  const named = [...OWN_ROWS, ...ROWS_OF_ADDRESS, ...ADDRESSES, ...TEXTS, ...Object.keys(NOT_PERSONAL)];
  expect(named.filter((place) => !places.includes(place))).toEqual([]);
  const personal = /\.(.*e?mail.*|.*person.*|.*contact.*|.*_by|.*_by_.*|actor.*|.*principal|user_agent)$/;
  const declared = new Set([
    ...named,
    "users.email_verified_at",
    ...places.filter((place) => place.endsWith("principal")),
  ]);
  expect(places.filter((place) => personal.test(place) && !declared.has(place))).toEqual([]);
  // Either a person identified by a number has no rows of their own left, or the number belongs to a record.
  const numbered = places.filter((place) => place.endsWith(".user_id") && !OWN_ROWS.includes(place));
  expect(numbered.sort()).toEqual([
    "acting_grants.user_id",
    "audit_log.user_id",
    "request_log.user_id",
    "users.user_id",
  ]);
});

describe("a person", () => {
  test("who is an organisation's only administrator stays, and is told what to do", async () => {
    expect(await estate.buyer.post("/me/delete", { confirm: "someone@else.example" })).toMatchObject({
      status: 400,
      error: { field: "confirm" },
    });
    expect(await estate.buyer.post("/me/delete", { confirm: EMAIL })).toMatchObject({
      status: 409,
      error: { message: expect.stringMatching(/nobody else administers Gone Brands: make somebody else/) },
    });
  });

  test("is not erased by an application that acts for them, and neither is their organisation", async () => {
    const viewer = await world.host.viewerOf(estate.buyer.customerId);
    const asked = { body: { confirm: EMAIL } } as never;
    const ctx = { viewer: { ...viewer, applicationId: "app_1", userId: 1, email: EMAIL } } as never;
    for (const operation of [deletePerson, deleteOrganisation])
      await expect(operation.claim?.(asked, ctx)).rejects.toThrow(/an application cannot delete whom it acts for/);
  });

  test("who was erased is in no column of any table, and every log is still intact", async () => {
    const { customerId } = estate.buyer;
    const [person] = await ask<{ user_id: string }>(
      "update users set name = 'Zebulon Quartz' where email = $1 returning user_id",
      [EMAIL],
    );
    const [other] = await ask<{ user_id: string }>(
      "insert into users (email, created_at) values ('stays@brand.example', now()) returning user_id",
    );
    await ask("insert into members (customer_id, user_id, role, created_at) values ($1, $2, 'ADMIN', now())", [
      customerId,
      other?.user_id,
    ]);
    await ask(
      "insert into storefront_interests (customer_id, storefront_ids, notes, submitted_by, submitted_at) values ($1, '{}', $2, $3, now())",
      [customerId, `Ask ${EMAIL.toLowerCase()}, not un${EMAIL}`, EMAIL],
    );
    const key = auditKeyOf(world.host.vault);
    const checkpoint = await world.database.readInstallation((db) => makeCheckpointOfInstallation(db, key, new Date()));
    expect((await placesOf(EMAIL)).length).toBeGreaterThan(3);

    const accepted = await estate.buyer.post("/me/delete", { confirm: EMAIL.toUpperCase() });
    expect(accepted).toMatchObject({ status: 202, data: { userId: Number(person?.user_id), accepted: true } });
    await doJobs(world);
    await world.host.backgroundTasks.idle();

    expect(await ask("select notes from storefront_interests where customer_id = $1", [customerId])).toEqual([
      { notes: `Ask erased-${person?.user_id}@erased.invalid, not un${EMAIL}` },
    ]);
    await ask("delete from storefront_interests where customer_id = $1", [customerId]);
    expect(await placesOf(EMAIL)).toEqual([]);
    expect(await placesOf("Zebulon Quartz")).toEqual([]);
    expect(await estate.buyer.get("/accounts/current")).toMatchObject({ status: 401 });
    expect(await broken(customerId)).toBeUndefined();
    expect(await world.database.readInstallation((db) => disagreementsOfInstallation(db, key, checkpoint))).toEqual([]);
    const [{ count } = { count: 0 }] = await ask<{ count: number }>(
      "select count(*)::int from audit_log where customer_id = $1 and user_email = $2",
      [customerId, `erased-${person?.user_id}@erased.invalid`],
    );
    expect(count).toBeGreaterThan(5);
  });

  test("is not put into a redacted entry, or taken out of another, without the vault's key", async () => {
    const { customerId } = estate.buyer;
    const change = async (what: string, sequence: number) => {
      const [before] = await ask(
        `select user_email, redaction from audit_log where customer_id = $1 and sequence = $2`,
        [customerId, sequence],
      );
      await ask(`update audit_log set ${what} where customer_id = $1 and sequence = $2`, [customerId, sequence]);
      const found = await broken(customerId);
      await ask("update audit_log set user_email = $3, redaction = $4 where customer_id = $1 and sequence = $2", [
        customerId,
        sequence,
        before?.["user_email"],
        before?.["redaction"],
      ]);
      return found;
    };
    expect(await change("user_email = 'framed@brand.example'", 2)).toBe(2);
    expect(await change("redaction = null", 2)).toBe(2);
    expect(await change("redaction = 'x'", 2)).toBe(2);
    expect(await broken(customerId)).toBeUndefined();
  });
});

describe("an organisation", () => {
  test("that buys, sells or sponsors is told everything it has to settle first", async () => {
    const { seller } = estate;
    expect(await seller.post("/accounts/current/delete", { confirm: "Gone" })).toMatchObject({
      status: 400,
      error: { field: "confirm" },
    });
    const { status, error } = await seller.post("/accounts/current/delete", { confirm: "Gone Media" });
    expect([status, error?.message]).toEqual([
      409,
      expect.stringMatching(/orders at its storefronts are not over.*; \d+ buyers are sponsored by it/),
    ]);
    await ask("update media_buys set status = 'ACTIVE', in_doubt = false where customer_id = $1", [
      estate.buyer.customerId,
    ]);
    await expect(erase(estate.buyer.customerId)).rejects.toThrow(
      /Gone Brands cannot be deleted yet: \d+ media buys are running/,
    );
    const operators = await ask<{ customer_id: string }>("select customer_id from customers where kind = 'OPERATOR'");
    const [last, ...others] = operators;
    const gone = others.map(({ customer_id }) => customer_id);
    await ask("update customers set erased_at = now() where customer_id = any($1)", [gone]);
    await expect(erase(Number(last?.customer_id))).rejects.toThrow(/the only one that runs this installation/);
  });

  test("that was erased leaves exact records of its money and nothing else, and no work continues for it", async () => {
    const { customerId } = estate.buyer;
    await ask("update media_buys set status = 'COMPLETED', in_doubt = false where customer_id = $1", [customerId]);
    const file = assetKeyOf(customerId, "ast_kept");
    await world.host.blobs.put(file, new Uint8Array([1, 2, 3]), "image/png");
    await ask("insert into asset_blobs (customer_id, asset_id, bytes) values ($1, 'ast_kept', 3)", [customerId]);
    const money = () =>
      ask(
        "select (select sum(budget) from packages where customer_id = $1) as bought, (select sum(spend) from delivery_days where customer_id = $1) as spent",
        [customerId],
      );
    const before = await money();
    await erase(customerId);
    expect(await money()).toEqual(before);
    expect(await world.host.blobs.get(file)).toBeUndefined();

    const tables = await ask<{ table: string }>(
      "select distinct table_name as \"table\" from information_schema.columns where table_schema = 'public' and column_name = 'customer_id'",
    );
    const left: string[] = [];
    for (const { table } of tables) {
      const [row] = await ask<{ rows: number }>(
        `select count(*)::int as rows from ${table} where customer_id = ${customerId}`,
      );
      if ((row?.rows ?? 0) > 0) left.push(table);
    }
    expect(left.filter((table) => !(table in RETAINED_RECORDS))).toEqual([]);
    expect(left).toEqual(expect.arrayContaining(["audit_log", "campaigns", "media_buys", "packages"]));
    expect(await placesOf("stays@brand.example")).toEqual([]);
    expect(await broken(customerId)).toBeUndefined();
    expect(await world.host.viewerOf(customerId)).toBeUndefined();
    await expect(erase(customerId)).rejects.toThrow(/there is no organisation/);
  });
});

function erase(organisationId: number) {
  return perform(eraseOrganisation, { customerId: 0, organisationId }, "req_test", world.host);
}

/** Every column of every table, including the queue's, that contains a text, in any letter case. */
async function placesOf(text: string): Promise<string[]> {
  const columns = await ask<{ schema: string; table: string; column: string }>(`
    select table_schema as schema, table_name as "table", column_name as "column" from information_schema.columns
    join information_schema.tables using (table_schema, table_name)
    where table_schema in ('public', 'jobs') and table_type = 'BASE TABLE'
      and data_type in ('text', 'json', 'jsonb', 'character varying', 'ARRAY')`);
  const tables = Map.groupBy(columns, ({ schema, table }) => `${schema}.${table}`);
  const found: string[] = [];
  for (const [table, cells] of tables) {
    const counts = cells.map(
      ({ column }) => `count(*) filter (where position(lower($1) in lower("${column}"::text)) > 0)::int as "${column}"`,
    );
    const [row] = await ask<Record<string, number>>(`select ${counts.join(", ")} from ${table}`, [text]);
    found.push(...cells.filter(({ column }) => (row?.[column] ?? 0) > 0).map(({ column }) => `${table}.${column}`));
  }
  return found.sort();
}
