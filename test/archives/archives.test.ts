import { appendFile, cp, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import pg from "pg";
import { extract } from "tar-stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exportOrganisation } from "../../src/main/archive/export-organisation.ts";
import { importOrganisation } from "../../src/main/archive/import-organisation.ts";
import { issueKey } from "../../src/platform/api-keys/index.ts";
import {
  type ArchiveManifest,
  LEFT_OUT_COLUMNS,
  LEFT_OUT_TABLES,
  SHOWN_ONLY,
} from "../../src/platform/archives/index.ts";
import { auditKeyOf, findBrokenAuditEntry } from "../../src/platform/audit/index.ts";
import { doJobs } from "../jobs.ts";
import { expectData } from "../operations/expect-data.ts";
import { createOwnedResources, type OwnedResources } from "../operations/owned-resources.ts";
import { openWorld, type World } from "../world.ts";

/** A buyer and a seller that own everything there is to own move from one installation to another. */
let from: World;
let to: World;
let estate: OwnedResources;
const folders = new Map<number, string>();
const manifests: ArchiveManifest[] = [];

beforeAll(async () => {
  [from, to] = await Promise.all([openWorld(), openWorld()]);
  estate = await createOwnedResources(from, await from.caller("OPERATOR"), "Mover");
  await doJobs(from);
  await from.host.backgroundTasks.idle();
  for (const { customerId } of [estate.buyer, estate.seller]) {
    const folder = await mkdtemp(join(tmpdir(), "interchange-archive-"));
    folders.set(customerId, folder);
    manifests.push(await exportOrganisation(from.host, customerId, folder));
    await importOrganisation(folder, targetOf(to));
  }
}, 180_000);
afterAll(async () => {
  await from?.close();
  await to?.close();
});

test("every table of organisations, and every column, is in the archive or left out with a reason", async () => {
  const tables = await ask<{ table: string; columns: string[] }>(from, TABLES);
  const [manifest] = manifests;
  const archived = new Map(manifest?.tables.map(({ table, columns }) => [table, columns]));
  expect(tables.length).toBeGreaterThan(100);
  const expected = tables
    .filter(({ table }) => !(table in LEFT_OUT_TABLES))
    .map(({ table, columns }) => [table, columns.filter((column) => !(`${table}.${column}` in LEFT_OUT_COLUMNS))]);
  archived.delete("users");
  expect(Object.fromEntries(archived)).toEqual(Object.fromEntries(expected));
  const known = new Set(
    tables.flatMap(({ table, columns }) => [table, ...columns.map((column) => `${table}.${column}`)]),
  );
  const named = [LEFT_OUT_TABLES, LEFT_OUT_COLUMNS, SHOWN_ONLY].flatMap(Object.keys);
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});

test("no column that is named like a secret, a token or a digest of one is in an archive", () => {
  const columns = manifests.flatMap(({ tables }) =>
    tables.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`)),
  );
  const suspicious = columns.filter((column) => /\.(sealed|.*(secret|token|password|_hash))$/.test(column));
  // Digests of requests and files: what was requested, and what a feed contained.
  expect([...new Set(suspicious)].sort()).toEqual([
    "catalogs.content_hash",
    "order_changes.request_hash",
    "orders.request_hash",
  ]);
});

test("what was imported equals what was exported, row by row, over every table", async () => {
  let compared = 0;
  for (const { organisation, tables } of manifests)
    for (const { table, columns, imported } of tables) {
      if (!imported) continue;
      const moved = columns.filter((column) => !(`${table}.${column}` in SHOWN_ONLY));
      const [there, here] = [
        await rowsOf(from, table, moved, organisation.customerId),
        await rowsOf(to, table, moved, organisation.customerId),
      ];
      // The log of the first installation has grown since, by the export.
      expect(here, table).toEqual(there.slice(0, here.length));
      const counted = tables.find((one) => one.table === table)?.rows;
      expect(here.length, table).toBe(counted);
      compared += here.length > 0 ? 1 : 0;
    }
  expect(compared).toBeGreaterThan(50);
});

test("the audit log of an imported organisation is intact, signed by its new installation", async () => {
  for (const { organisation } of manifests) {
    const { customerId } = organisation;
    const key = auditKeyOf(to.host.vault);
    await to.database.readInstallation(async (db) => {
      expect(await findBrokenAuditEntry(db, key, customerId)).toBeUndefined();
      const { sequence } = await db
        .selectFrom("audit_heads")
        .select("sequence")
        .where("customer_id", "=", customerId)
        .executeTakeFirstOrThrow();
      expect(sequence).toBeGreaterThan(0);
    });
  }
});

test("it can be used at once: a new key reads and writes, and the log continues", async () => {
  const { host } = to;
  const { customerId } = estate.buyer;
  const { key } = await to.database.writeInstallation(async (db) => {
    const { user_id } = await db
      .selectFrom("members")
      .select("user_id")
      .where("customer_id", "=", customerId)
      .executeTakeFirstOrThrow();
    const wanted = {
      name: "After the move",
      customerId,
      userId: user_id,
      description: null,
      expiresAt: null,
      readOnly: false,
    };
    return issueKey({ db, random: host.random, vault: host.vault, now: host.clock.now() }, wanted);
  });
  const buyer = to.holder(customerId, key);
  expect((await buyer.get(`/buyer/campaigns/${estate.ids.campaign}`)).status).toBe(200);
  const made = await buyer.post("/buyer/advertisers", { name: "Made there", brand: "there.example" });
  expect(made.status).toBe(201);
  expect((await buyer.get("/audit-logs/verify")).data).toMatchObject({ intact: true });
  const { total } = (await buyer.get("/buyer/advertisers")).meta.pagination as { total: number };
  expect(total).toBe((await ask(to, `select advertiser_id from advertisers where customer_id = ${customerId}`)).length);
});

test("existing organisations, damaged archives, other schemas and conflicting people are refused", async () => {
  const folder = folders.get(estate.buyer.customerId) ?? "";
  await expect(importOrganisation(folder, targetOf(to))).rejects.toThrow(
    /already has an organisation \d+, Mover Brands/,
  );
  const changed = async (change: (copy: string) => Promise<void>) => {
    const copy = await mkdtemp(join(tmpdir(), "interchange-changed-"));
    await cp(folder, copy, { recursive: true });
    await change(copy);
    return importOrganisation(copy, targetOf(from));
  };
  await expect(changed((copy) => appendFile(join(copy, "tables/campaigns.jsonl"), "{}\n"))).rejects.toThrow(
    /tables\/campaigns.jsonl was changed/,
  );
  await expect(changed((copy) => writeFile(join(copy, "manifest.json"), "{}"))).rejects.toThrow(
    /manifest.json was changed/,
  );
  await expect(importOrganisation(tmpdir(), targetOf(to))).rejects.toThrow(/is not an organisation's archive/);

  const third = await openWorld();
  try {
    const [person] = expectData(await estate.buyer.get("/members")).members;
    await third.database.writeInstallation((db) =>
      db.insertInto("users").values({ email: person.email.toUpperCase(), created_at: new Date() }).execute(),
    );
    await expect(importOrganisation(folder, targetOf(third))).rejects.toThrow(/already knows .* under another number/);
    await ask(third, "insert into migrations (name, hash) values ('9999-later.sql', 'x')");
    await expect(importOrganisation(folder, targetOf(third))).rejects.toThrow(
      /import it with the release that wrote it/,
    );
    expect(await ask(third, "select customer_id from customers")).toEqual([]);
  } finally {
    await third.close();
  }
});

test("an organisation gets its own archive through a link that is valid for minutes, and nobody else does", async () => {
  const { buyer, seller, ids } = estate;
  const ready = expectData(await buyer.get(`/archives/${ids.archive}`));
  expect(ready).toMatchObject({ status: "READY", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(await seller.get(`/archives/${ids.archive}`)).toMatchObject({ status: 404 });
  const files = await download(ready.downloadUrl);
  const manifest = JSON.parse(files.get("manifest.json") ?? "") as ArchiveManifest;
  expect(manifest).toMatchObject({ organisation: { customerId: buyer.customerId, company: "Mover Brands" } });
  const campaigns = (files.get("tables/campaigns.jsonl") ?? "")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(campaigns.map(({ campaign_id }) => campaign_id)).toContain(ids.campaign);
  const everything = [...files.values()].join("\n");
  for (const { customer_id, sealed } of await ask<{ customer_id: number; sealed: string }>(
    from,
    "select customer_id, sealed from credentials where sealed is not null",
  )) {
    expect(customer_id).toBeTruthy();
    expect(everything).not.toContain(sealed);
  }
  const tampered = ready.downloadUrl.replace(/.$/, (last: string) => (last === "0" ? "1" : "0"));
  expect(
    (await from.app.inject({ method: "GET", url: tampered.replace("http://localhost:4000", "") })).statusCode,
  ).toBe(404);

  expect((await buyer.post("/archives")).status).toBe(202);
  expect(await buyer.post("/archives")).toMatchObject({ status: 409, error: { code: "CONFLICT" } });
  const { archives, total } = expectData(await buyer.get("/archives"));
  expect([archives[0].status, archives[0].downloadUrl, total]).toEqual(["PREPARING", null, 2]);
});

async function download(url: string): Promise<ReadonlyMap<string, string>> {
  const answer = await from.app.inject({ method: "GET", url: url.replace("http://localhost:4000", "") });
  expect(answer.statusCode).toBe(200);
  const files = new Map<string, string>();
  for await (const entry of Readable.from([answer.rawPayload]).pipe(createGunzip()).pipe(extract())) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    files.set(entry.header.name.replace(/^[^/]+\//, ""), Buffer.concat(chunks).toString());
  }
  return files;
}

function targetOf({ databaseUrl, host }: World) {
  const { blobs, spool, vault } = host;
  return { ownerUrl: databaseUrl, blobs, spool, sandbox: true, auditKey: auditKeyOf(vault) };
}

async function rowsOf(world: World, table: string, columns: readonly string[], customerId: number): Promise<unknown[]> {
  const whose =
    table === "users"
      ? `user_id in (select user_id from members where customer_id = ${customerId})`
      : `customer_id = ${customerId}`;
  const order = table === "audit_log" ? "sequence" : "row_to_json(r)::text";
  const rows = await ask<{ row: unknown }>(
    world,
    `select row_to_json(r)::text as row from (select ${columns.join(", ")} from ${table} where ${whose}) r order by ${order}`,
  );
  return rows.map(({ row }) => row);
}

async function ask<Row extends pg.QueryResultRow>(world: World, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: world.databaseUrl, options: "-c timezone=UTC" });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

const TABLES = `
  select c.relname as "table", array_agg(a.attname::text order by a.attnum) as columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'customer_id')
  group by c.relname`;
