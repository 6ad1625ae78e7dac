import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startEmbedded } from "../../ground/db/embedded/start-embedded.ts";
import { migrate } from "../../ground/db/index.ts";
import { silentLog } from "../../ground/kernel/log.ts";

const CODEGEN = fileURLToPath(new URL("cli/bin.js", import.meta.resolve("kysely-codegen")));

/** The types of the tables that the migrations create, read from a temporary PostgreSQL server. */
export async function tableTypes(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "interchange-generate-"));
  try {
    const server = await startEmbedded({ folder, log: silentLog });
    try {
      await migrate(server.url);
      return await typesOf(server.url, join(folder, "tables.gen.ts"));
    } finally {
      await server.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Each type as `ground/db/database.ts` reads it: a bigint as a number, a date and a numeric as text. */
async function typesOf(url: string, file: string): Promise<string> {
  const options = {
    dialect: "postgres",
    url,
    "out-file": file,
    "default-schema": "public",
    "include-pattern": "public.*",
    // A partition has the same columns as its table.
    "exclude-pattern": "public.{delivery_reports,intelligence_runs,request_log}_*",
    "date-parser": "string",
    "numeric-parser": "string",
    "type-mapping": JSON.stringify({ int8: "number" }),
  };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  await promisify(execFile)(process.execPath, [CODEGEN, ...args]);
  return readFile(file, "utf8");
}
