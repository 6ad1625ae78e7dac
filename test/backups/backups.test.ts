import { randomBytes } from "node:crypto";
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { png } from "../../src/demand/creatives/media/files.fixture.ts";
import { openBlobs, openSpool } from "../../src/ground/blobs/index.ts";
import { silentLog } from "../../src/ground/kernel/log.ts";
import { readManifest } from "../../src/main/backup/manifest.ts";
import { type RestoreTarget, restoreBackup } from "../../src/main/backup/restore-backup.ts";
import { deleteAllButNewest } from "../../src/main/backup/retention.ts";
import { type TakenBackup, takeBackup } from "../../src/main/backup/take-backup.ts";
import { verifyBackup } from "../../src/main/backup/verify-backup.ts";
import { type Api, openApi } from "../../src/main/demo/api.ts";
import type { SandboxFile } from "../../src/main/sandbox/sandbox-file.ts";
import { serve } from "../../src/main/serve.ts";
import { readSettings } from "../../src/main/settings.ts";
import type { Started } from "../../src/main/start.ts";
import { freePort } from "../free-port.ts";
import { type OpenedRelease, openRelease } from "../upgrades/open-release.ts";

/** The machine is lost: a market with a history is backed up under load, and restored elsewhere, owned by an ordinary login. */
let lost: OpenedRelease;
let taken: TakenBackup;
let restored: { readonly ownerUrl: string; readonly dataFolder: string; drop(): Promise<void> };
let started: Started;
let buyer: Api;
let campaignId: string;
const acknowledged: { readonly name: string; readonly at: number }[] = [];

beforeAll(async () => {
  lost = await openRelease("0.1.0");
  const before = await open(lost.url, lost.dataFolder);
  campaignId = await attachFile(before.buyer);
  const ended = new AbortController();
  const load = [1, 2, 3].map(async (writer) => {
    for (let turn = 0; !ended.signal.aborted; turn++) {
      const name = `Under load ${writer}.${turn}`;
      await before.buyer("POST", "/buyer/advertisers", { name, brand: `load-${writer}-${turn}.example` });
      acknowledged.push({ name, at: Date.now() });
    }
  });
  const target = await mkdtemp(join(tmpdir(), "interchange-backups-"));
  await until(() => acknowledged.length >= 6);
  taken = await takeBackup(placeOf(lost.url, lost.dataFolder), target);
  ended.abort();
  await Promise.all(load);
  await before.started.close();

  restored = await emptyPlace();
  const key = join(restored.dataFolder, "vault.key");
  await cp(join(lost.dataFolder, "vault.key"), key);
  await restoreBackup(taken.folder, targetOf(restored, taken.manifest.vaultFingerprint));
  await lost.drop();
  ({ started, buyer } = await open(restored.ownerUrl, restored.dataFolder));
}, 120_000);
afterAll(async () => {
  await started?.close();
  await restored?.drop();
});

test("every write that was acknowledged before the backup is in it, and none is there in part", async () => {
  const at = Date.parse(taken.manifest.takenAt);
  const kept = acknowledged.filter((write) => write.at < at).map(({ name }) => name);
  expect(kept.length).toBeGreaterThan(0);
  const { items } = await buyer<{ items: { name: string }[] }>("GET", "/buyer/advertisers?limit=200");
  expect(items.map(({ name }) => name)).toEqual(expect.arrayContaining(kept));
  expect(await buyer("GET", "/audit-logs/verify")).toMatchObject({ intact: true, brokenAt: null });
});

test("keys, sealed secrets and creatives' files can be used as before", async () => {
  const secrets = await started.database.readInstallation((db) =>
    db.selectFrom("credentials").select(["customer_id", "credential_id", "sealed"]).execute(),
  );
  expect(secrets.length).toBeGreaterThan(0);
  for (const { customer_id, credential_id, sealed } of secrets) {
    const place = { customerId: customer_id, table: "credentials", rowId: String(credential_id), field: "sealed" };
    expect(started.host.vault.open(sealed ?? "", place)).toContain("{");
  }
  const kept = await Promise.all(taken.manifest.blobs.map(({ key }) => bytesOf(started, key)));
  expect(kept).toContainEqual(png(300, 250));
  expect(await buyer("GET", `/buyer/campaigns/${campaignId}`)).toMatchObject({ campaign: { campaignId } });
});

test("tenants are separated again: the owner itself sees no tenant's rows, and every reference was checked", async () => {
  const owner = new pg.Client({ connectionString: restored.ownerUrl });
  await owner.connect();
  try {
    const ask = async (text: string) => (await owner.query(text)).rows;
    expect(await ask("select count(*)::int as rows from advertisers")).toEqual([{ rows: 0 }]);
    expect(await ask("select rolsuper or rolbypassrls as passes from pg_roles where rolname = session_user")).toEqual([
      { passes: false },
    ]);
    const unforced =
      "select relname from pg_class where relrowsecurity and not relforcerowsecurity and relnamespace = 'public'::regnamespace";
    expect(await ask(unforced)).toEqual([]);
    expect(await ask("select conname from pg_constraint where not convalidated")).toEqual([]);
  } finally {
    await owner.end();
  }
});

test("a login without special privileges backs up as many rows of every table as an administrator", async () => {
  const target = await mkdtemp(join(tmpdir(), "interchange-backups-"));
  const [{ manifest: byOwner }, { manifest: byAdmin }] = [
    await takeBackup(placeOf(restored.ownerUrl, restored.dataFolder), target),
    await takeBackup(placeOf(administratorOf(new URL(restored.ownerUrl).pathname), restored.dataFolder), target),
  ];
  const rowsOf = ({ database }: typeof byOwner) =>
    Object.fromEntries(
      database.tables
        .filter(({ table }) => table.startsWith("public."))
        .map(({ table, rows }) => [table, rows] as const),
    );
  expect(rowsOf(byOwner)).toEqual(rowsOf(byAdmin));
  expect(Object.values(rowsOf(byOwner)).filter((rows) => rows > 0).length).toBeGreaterThan(30);
});

test("neither the vault's key nor mail is in it, and nobody else may read it", async () => {
  const names = await readdir(taken.folder, { recursive: true });
  expect(names.filter((name) => /vault\.key|\.eml/.test(name))).toEqual([]);
  expect(names).toContain(join("files", "installation-kind.zst"));
});

test("another backup in progress is not affected, and is not included in a concurrent one", async () => {
  const draft = join(restored.dataFolder, "interchange-2026-11-01T00-00-00-000Z.unfinished");
  await mkdir(draft);
  await writeFile(join(draft, "rows"), "under way");
  const { manifest } = await takeBackup(placeOf(restored.ownerUrl, restored.dataFolder), restored.dataFolder);
  expect(await readFile(join(draft, "rows"), "utf8")).toBe("under way");
  expect(manifest.files.map(({ path }) => path).filter((path) => path.startsWith("interchange-"))).toEqual([]);
});

test("a damaged backup says what is damaged, and is not restored", async () => {
  const copy = await mkdtemp(join(tmpdir(), "interchange-damaged-"));
  await cp(taken.folder, copy, { recursive: true });
  const [table] = (await readManifest(copy)).database.tables.filter(({ rows }) => rows > 0);
  await appendFile(join(copy, table?.kept.path ?? ""), "x");
  expect(await verifyBackup(copy)).toEqual([expect.stringContaining(`${table?.kept.path} has`)]);
  const place = await emptyPlace();
  const restoring = restoreBackup(copy, targetOf(place, taken.manifest.vaultFingerprint));
  await expect(restoring).rejects.toThrow(/^the backup is damaged: /);
  await writeFile(join(copy, "manifest.json"), "{}");
  await expect(readManifest(copy)).rejects.toThrow(/was changed after it was written/);
  await expect(readManifest(tmpdir())).rejects.toThrow(/is not a backup, or the backup was never finished/);
  await place.drop();
});

test("another vault key, or a database that is not empty, is refused before anything is written", async () => {
  const place = await emptyPlace();
  await expect(restoreBackup(taken.folder, targetOf(place, "another"))).rejects.toThrow(/vault key is not the one/);
  const full = { ...place, ownerUrl: restored.ownerUrl };
  await expect(restoreBackup(taken.folder, targetOf(full, taken.manifest.vaultFingerprint))).rejects.toThrow(
    /^the database is not empty/,
  );
  expect(await readdir(place.dataFolder)).toEqual([]);
  await place.drop();
});

test("the newest stay and older ones are removed; anything that is not a backup stays", async () => {
  const target = await mkdtemp(join(tmpdir(), "interchange-kept-"));
  for (const name of [1, 2, 3].map((day) => `interchange-2026-11-0${day}T00-00-00-000Z`).concat("notes"))
    await mkdir(join(target, name));
  expect(await deleteAllButNewest(target, 2)).toEqual(["interchange-2026-11-01T00-00-00-000Z"]);
  expect((await readdir(target)).sort()).toEqual([
    "interchange-2026-11-02T00-00-00-000Z",
    "interchange-2026-11-03T00-00-00-000Z",
    "notes",
  ]);
});

async function open(url: string, dataFolder: string): Promise<{ started: Started; buyer: Api }> {
  const port = await freePort();
  const settings = readSettings({
    DATABASE_URL: url,
    INTERCHANGE_DATA: dataFolder,
    INTERCHANGE_SANDBOX: "1",
    INTERCHANGE_WORKER: "separate",
    // The log is written a second after each request, but two backups must show the same rows.
    REQUEST_LOG_DAYS: "off",
    PORT: String(port),
  });
  const { buyer: login } = JSON.parse(await readFile(join(dataFolder, "sandbox.json"), "utf8")) as SandboxFile;
  return { started: await serve(settings, silentLog), buyer: openApi(`http://127.0.0.1:${port}`, login.key) };
}

async function attachFile(api: Api): Promise<string> {
  const { campaigns } = await api<{ campaigns: { campaignId: string }[] }>("GET", "/buyer/campaigns");
  const id = campaigns[0]?.campaignId ?? "";
  await api("POST", `/buyer/campaigns/${id}/creatives/create`, {
    name: "Banner",
    linked_assets: [{ data_url: `data:image/png;base64,${png(300, 250).toString("base64")}` }],
    url_assets: [{ asset_id: "click_url", url: "https://kept.example/", url_type: "clickthrough" }],
  });
  return id;
}

async function bytesOf({ host }: Started, key: string): Promise<Buffer> {
  const content = await host.blobs.get(key);
  if (!content) throw new Error(`there is nothing under ${key}`);
  return buffer(content);
}

function placeOf(ownerUrl: string, dataFolder: string) {
  return { ownerUrl, dataFolder, blobs: openBlobs({ s3: null }, join(dataFolder, "blobs")) };
}

function targetOf(
  { ownerUrl, dataFolder }: Pick<RestoreTarget, "ownerUrl" | "dataFolder">,
  vaultFingerprint: string,
): RestoreTarget {
  const spool = openSpool(join(dataFolder, "uploads"));
  return { ...placeOf(ownerUrl, dataFolder), spool, vaultFingerprint };
}

/** An empty database whose owner is not a superuser, as with a hosted PostgreSQL, and an empty data folder. */
async function emptyPlace() {
  const name = `restored_${randomBytes(6).toString("hex")}`;
  await administer(
    `create role ${name} login createrole password 'owner'`,
    `grant interchange_app to ${name} with admin option`,
    `create database ${name} owner ${name}`,
  );
  // New databases of a managed server contain the views of an extension.
  await at(administratorOf(name), "create extension pg_stat_statements");
  const url = new URL(inject("postgresUrl"));
  const ownerUrl = Object.assign(url, { pathname: name, username: name, password: "owner" }).href;
  const dataFolder = await mkdtemp(join(tmpdir(), "interchange-restored-"));
  const drop = () => administer(`drop database ${name} with (force)`, `drop owned by ${name}`, `drop role ${name}`);
  return { ownerUrl, dataFolder, drop };
}

function administratorOf(pathname: string): string {
  return Object.assign(new URL(inject("postgresUrl")), { pathname }).href;
}

const administer = (...statements: readonly string[]) => at(inject("postgresUrl"), ...statements);

async function at(connectionString: string, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
