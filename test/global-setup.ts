import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "../src/ground/db/embedded.ts";
import { migrate } from "../src/ground/db/migrate.ts";
import { silentLog } from "../src/ground/kernel/log.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The administrator's connection to the server that all tests share. */
    postgresUrl: string;
  }
}

/** One PostgreSQL for the whole run, with a migrated database that `freshDatabase` copies. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "interchange-test-"));
  const server = await startEmbedded({ folder, log: silentLog });
  await makeTemplate(server.url);
  project.provide("postgresUrl", server.url);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function makeTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // The folder does not outlive the run, so nothing needs to outlive a power cut.
  for (const setting of ["fsync", "full_page_writes", "synchronous_commit"])
    await client.query(`alter system set ${setting} = off`);
  await client.query("select pg_reload_conf()");
  await client.query("create database template");
  await client.end();
  await migrate(Object.assign(new URL(url), { pathname: "template" }).href);
}
