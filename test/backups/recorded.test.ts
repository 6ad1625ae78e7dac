import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Manifest } from "../../src/main/backup/manifest.ts";
import { recordBackup } from "../../src/main/backup/recorded-store.ts";
import { installation } from "../../src/platform/installation/area.ts";
import { expectData } from "../operations/expect-data.ts";
import { type Caller, openWorld, type World } from "../world.ts";

let world: World;
let operator: Caller;

beforeAll(async () => {
  world = await openWorld();
  operator = await world.caller("OPERATOR");
  await ask("insert into installation_identity values (true, 'market', 'ours', '2026-01-01')");
});
afterAll(() => world.close());

test("operators see the last backup, and when any backup was last restored", async () => {
  expect(await shown()).toBeNull();
  const [first, second] = ["2026-03-01T02:00:00.000Z", "2026-03-02T02:00:00.000Z"];
  const [verifiedAt, restoreTriedAt] = [new Date("2026-03-02T03:00:00Z"), new Date("2026-03-03T00:00:00Z")];
  expect(await recordBackup(world.databaseUrl, manifestAt(first), { verifiedAt })).toBeUndefined();
  expect(await recordBackup(world.databaseUrl, manifestAt(second), { verifiedAt })).toBeUndefined();
  const last = { at: second, verifiedAt: verifiedAt.toISOString(), sizeBytes: 1_500, restoreTriedAt: null };
  expect(await shown()).toEqual(last);
  const tried = { verifiedAt: restoreTriedAt, restoreTriedAt };
  expect(await recordBackup(world.databaseUrl, manifestAt(first), tried)).toBeUndefined();
  // The backup was verified again without being restored, but the earlier restore still counts.
  await recordBackup(world.databaseUrl, manifestAt(first), { verifiedAt: restoreTriedAt });
  expect(await shown()).toEqual({ ...last, restoreTriedAt: restoreTriedAt.toISOString() });
});

test("a backup of another installation is not recorded", async () => {
  const foreign = { ...manifestAt("2026-04-01T00:00:00.000Z"), vaultFingerprint: "theirs" };
  expect(await recordBackup(world.databaseUrl, foreign, { verifiedAt: new Date() })).toMatch(
    /of a different installation/,
  );
  expect(await shown()).toMatchObject({ at: "2026-03-02T02:00:00.000Z" });
});

test("the metric is the age of the last backup, or without any, the time since the first start", async () => {
  expect(await age(new Date("2026-03-02T02:01:00Z"))).toEqual([{ labels: {}, value: 60 }]);
  await ask("delete from backups");
  expect(await age(new Date("2026-01-02T00:00:00Z"))).toEqual([{ labels: {}, value: 86_400 }]);
});

function manifestAt(takenAt: string): Manifest {
  const kept = (bytes: number) => ({ path: "x", bytes, sha256: "x" });
  return {
    format: 1,
    release: "0.1.0",
    takenAt,
    kind: "market",
    vaultFingerprint: "ours",
    database: {
      server: "",
      migrations: [],
      queue: "",
      tables: [{ table: "x", columns: [], rows: 1, kept: kept(1_000) }],
      sequences: [],
    },
    blobs: [],
    missingBlobs: [],
    files: [{ path: "x", kept: kept(500) }],
  };
}

async function shown() {
  return expectData(await operator.get("/operator/installation")).lastBackup;
}

function age(wall: Date) {
  const figure = installation.figures.find(({ name }) => name === "interchange_backup_age_seconds");
  return world.database.readInstallation(async (db) => figure?.read(db, wall));
}

async function ask(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: world.databaseUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}
