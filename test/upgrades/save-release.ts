// `node bin/run.mjs test/upgrades/save-release.ts 0.1.0`, once for each release: the demo's journey on that release becomes a fixture,
// which every later release must be able to open.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { getConstructionPlans } from "pg-boss";
import { startEmbedded } from "../../src/ground/db/embedded/start-embedded.ts";
import { silentLog } from "../../src/ground/kernel/log.ts";
import { freePort } from "../free-port.ts";
import { type Release, writeRelease } from "./release.ts";

const DEMO = fileURLToPath(new URL("../../src/main/demo.ts", import.meta.url));

async function saveRelease(release: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "interchange-release-"));
  try {
    const env = { ...process.env, DATABASE_URL: "", INTERCHANGE_DATA: folder, PORT: String(await freePort()) };
    const demo = spawn(process.execPath, [DEMO, "--once"], { env, stdio: "inherit" });
    const [code] = (await once(demo, "exit")) as [number | null];
    if (code !== 0) throw new Error("the demo's journey did not come to its end");
    const server = await startEmbedded({ folder, log: silentLog });
    let database: Awaited<ReturnType<typeof readDatabase>>;
    try {
      database = await readDatabase(server.url);
    } finally {
      await server.stop();
    }
    const bytes = await writeRelease({ release, ...database, files: await readFiles(folder) });
    process.stdout.write(`kept ${release} in ${bytes} bytes\n`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readDatabase(url: string): Promise<Omit<Release, "release" | "files">> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const ask = async <T extends pg.QueryResultRow>(text: string) => (await client.query<T>(text)).rows;
    const migrations = await ask<{ name: string; hash: string }>("select name, hash from migrations order by name");
    const found = await ask<{ table: string; columns: string[] }>(TABLES);
    const tables: { table: string; columns: string[]; rows: string }[] = [];
    for (const { table, columns } of found) {
      const [row] = await ask<{ rows: string }>(
        `select coalesce(json_agg(t), '[]')::text as rows from (select ${columns.join(", ")} from ${table}) t`,
      );
      if (row && row.rows !== "[]") tables.push({ table, columns, rows: row.rows });
    }
    const sequences = await ask<{ sequence: string; value: string }>(
      "select format('%I.%I', schemaname, sequencename) as sequence, last_value::text as value from pg_sequences where last_value is not null",
    );
    return { migrations, queue: getConstructionPlans("jobs"), tables, sequences };
  } finally {
    await client.end();
  }
}

/** Every table into which rows are inserted, directly or through its parent, with the columns that are not generated. */
const TABLES = `
  select format('%I.%I', n.nspname, c.relname) as "table",
         array_agg(quote_ident(a.attname) order by a.attnum) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where n.nspname in ('public', 'jobs') and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migrations'
  group by 1 order by 1`;

async function readFiles(folder: string): Promise<Release["files"]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const ours = paths.filter((path) => !relative(folder, path).startsWith("postgres"));
  return Promise.all(
    ours.map(async (path) => ({ path: relative(folder, path), content: (await readFile(path)).toString("base64") })),
  );
}

const [release] = process.argv.slice(2);
if (!release) throw new Error("say which release it is: node bin/run.mjs test/upgrades/save-release.ts 0.1.0");
await saveRelease(release);
