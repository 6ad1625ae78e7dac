import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { silentLog } from "../../src/ground/kernel/log.ts";
import { type Api, openApi } from "../../src/main/demo/api.ts";
import type { SandboxFile } from "../../src/main/sandbox/sandbox-file.ts";
import { serve } from "../../src/main/serve.ts";
import { readSettings } from "../../src/main/settings.ts";
import type { Started } from "../../src/main/start.ts";
import { freePort } from "../free-port.ts";
import landed from "./landed-migrations.json" with { type: "json" };
import { type OpenedRelease, openRelease } from "./open-release.ts";
import { readRelease } from "./release.ts";

const MIGRATIONS = new URL("../../src/ground/db/migrations/", import.meta.url);
const releases = (await readdir(import.meta.dirname))
  .filter((name) => name.endsWith(".json.gz"))
  .map((name) => name.replace(/\.json\.gz$/, ""));

test("a migration that has been released never changes", async () => {
  const found = Object.fromEntries(
    await Promise.all(
      Object.keys(landed).map(async (name) => {
        const text = await readFile(new URL(name, MIGRATIONS), "utf8");
        return [name, createHash("sha256").update(text).digest("hex")] as const;
      }),
    ),
  );
  expect(found).toEqual(landed);
});

test("every migration that a release has applied has landed", async () => {
  expect(releases.length).toBeGreaterThan(0);
  for (const release of releases) {
    const { migrations } = await readRelease(release);
    expect(landed).toMatchObject(Object.fromEntries(migrations.map(({ name, hash }) => [name, hash])));
  }
});

describe.each(releases)("an installation of release %s", (release) => {
  let opened: OpenedRelease;
  let started: Started;
  let sandbox: SandboxFile;
  let buyer: Api;
  beforeAll(async () => {
    opened = await openRelease(release);
    const settings = readSettings({
      DATABASE_URL: opened.url,
      INTERCHANGE_DATA: opened.dataFolder,
      INTERCHANGE_SANDBOX: "1",
      // What a job changes because it is due by now would be hard to tell apart from what was stored.
      INTERCHANGE_WORKER: "separate",
      PORT: String(await freePort()),
    });
    sandbox = JSON.parse(await readFile(join(opened.dataFolder, "sandbox.json"), "utf8")) as SandboxFile;
    started = await serve(settings, silentLog);
    buyer = openApi(`http://127.0.0.1:${settings.http.port}`, sandbox.buyer.key);
  });
  afterAll(async () => {
    await started?.close();
    await opened?.drop();
  });

  test("starts, and its keys still work: the marketplace is not created again", async () => {
    const { buyer: kept } = JSON.parse(await readFile(join(opened.dataFolder, "sandbox.json"), "utf8")) as SandboxFile;
    expect(kept).toEqual(sandbox.buyer);
    expect(await buyer("GET", "/accounts/current")).toMatchObject({ id: sandbox.buyer.customerId });
  });

  test("reads its purchases and its delivery, with the same sums", async () => {
    const { campaigns } = await buyer<{ campaigns: unknown[] }>("GET", "/buyer/campaigns");
    const kept = await rowsIn<{ customer_id: number }>(release, "public.campaigns");
    const own = kept.filter(({ customer_id }) => customer_id === sandbox.buyer.customerId);
    expect(own.length).toBeGreaterThan(0);
    expect(campaigns).toHaveLength(own.length);
    const { spend, first, last } = await deliveredIn(release);
    const days = `startDate=${first}&endDate=${last}`;
    const report = await buyer<{ totals: { spend: number } }>("GET", `/buyer/reporting/metrics?${days}`);
    expect(report.totals.spend).toBeCloseTo(spend, 2);
  });

  test("decrypts its credentials, and its audit log verifies", async () => {
    const secrets = await started.database.readInstallation((db) =>
      db.selectFrom("credentials").select(["customer_id", "credential_id", "sealed"]).execute(),
    );
    expect(secrets.length).toBeGreaterThan(0);
    for (const { customer_id, credential_id, sealed } of secrets) {
      const place = { customerId: customer_id, table: "credentials", rowId: String(credential_id), field: "sealed" };
      expect(started.host.vault.open(sealed ?? "", place)).toContain("{");
    }
    expect(await buyer("GET", "/audit-logs/verify")).toMatchObject({ intact: true, brokenAt: null });
  });

  test("continues: new data is stored next to the old data", async () => {
    const { id } = await buyer<{ id: string }>("POST", "/buyer/advertisers", { name: "Later", brand: "later.example" });
    const { items } = await buyer<{ items: { id: string }[] }>("GET", "/buyer/advertisers");
    expect(items.map((item) => item.id)).toContain(id);
    expect(items.length).toBeGreaterThan(1);
    expect(await buyer("GET", "/audit-logs/verify")).toMatchObject({ intact: true });
  });
});

async function deliveredIn(release: string): Promise<{ spend: number; first: string; last: string }> {
  const delivered = await rowsIn<{ spend: number; day: string }>(release, "public.delivery_days");
  const days = delivered.map(({ day }) => day).sort();
  const spend = delivered.reduce((sum, row) => sum + row.spend, 0);
  return { spend, first: days[0] ?? "", last: days.at(-1) ?? "" };
}

/** The rows that the release had in a table. */
async function rowsIn<Row>(release: string, name: string): Promise<Row[]> {
  const { tables } = await readRelease(release);
  const { rows = "[]" } = tables.find(({ table }) => table === name) ?? {};
  return JSON.parse(rows) as Row[];
}
