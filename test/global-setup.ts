import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { makeApplicationLogin, openAvailability } from "../src/ground/db/connection/index.ts";
import { startEmbedded } from "../src/ground/db/embedded/start-embedded.ts";
import { migrate } from "../src/ground/db/migrate.ts";
import { openJobs } from "../src/ground/jobs/index.ts";
import { silentLog } from "../src/ground/kernel/log.ts";
import { systemRandom } from "../src/ground/kernel/random.ts";
import { steps } from "../src/main/areas.ts";
import { type OwnDatabases, ownDatabasesIn } from "./own-databases.ts";
import { makeRunFolder } from "./run-folder.ts";
import { refusedIn } from "./topology/refused-statements.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The administrator's connection to the server that all tests share. */
    postgresUrl: string;
    /** What the applications of all its databases log in with. */
    applicationUrl: string;
    /** In place of that server's; null unless somebody brought them. */
    ownDatabases: OwnDatabases | null;
    /** Where each test process notes which operation answered what. */
    witnessFolder: string;
    /** Where it notes which statements several servers would refuse. */
    shapesFolder: string;
  }
}

/** One PostgreSQL for the whole run, with a migrated database that `freshDatabase` copies; and one folder for all that is written. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const runFolder = await makeRunFolder();
  // The workers, and all that they start, make their temporary folders in it.
  process.env.TMPDIR = runFolder;
  const own = ownDatabasesIn(process.env);
  project.provide("ownDatabases", own);
  const server = own ? theirs(own) : await startEmbedded({ folder: join(runFolder, "shared"), log: silentLog });
  project.provide("applicationUrl", own ? own.url : await makeTemplate(server.url));
  project.provide("postgresUrl", server.url);
  const witnessFolder = join(runFolder, "witness");
  await mkdir(witnessFolder);
  project.provide("witnessFolder", witnessFolder);
  const shapesFolder = join(runFolder, "shapes");
  await mkdir(shapesFolder);
  project.provide("shapesFolder", shapesFolder);
  return async () => {
    await server.stop();
    try {
      await tellUnproven(project, witnessFolder);
      refuseShapes(shapesFolder);
    } finally {
      await rm(runFolder, { recursive: true, force: true });
    }
  };
}

/** A server that somebody else starts and ends. */
const theirs = ({ ownerUrl: url }: OwnDatabases) => ({ url, stop: async () => {} });

/**
 * After a run of all tests, lists outcomes that operations declare and no test provoked. With `CONTRACT=strict` that
 * fails the run: not by default, because an outcome of two concurrent requests may occur in one run and not in the
 * next.
 */
async function tellUnproven({ vitest }: TestProject, witnessFolder: string): Promise<void> {
  const whole = vitest.state.getFiles().length === (await vitest.globTestSpecifications()).length;
  if (!whole || vitest.config.testNamePattern || vitest.state.getCountOfFailedTests() > 0) return;
  // Not before: a run of one file needs none of the operations.
  const { unproven } = await import("./contract/unproven.ts");
  const missing = unproven(witnessFolder);
  if (missing.length === 0) return;
  const reported = `no test has made these operations do what they declare:\n${missing.join("\n")}`;
  if (process.env.CONTRACT === "strict") throw new Error(reported);
  process.stderr.write(`${reported}\n`);
}

/** A statement that several servers refuse is found wherever a test sends it. */
function refuseShapes(folder: string): void {
  const refused = refusedIn(folder);
  if (refused.length > 0)
    throw new Error(`several servers would refuse these statements (test/topology/shapes.ts):\n${refused.join("\n")}`);
}

/** What a server of tests needs not: the folder does not outlive the run, so nothing needs to outlive a power cut. */
const SETTINGS = {
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  // A file's database is asked most things once or twice, and would plan each of its statements anew the first five times.
  plan_cache_mode: "force_generic_plan",
  // A client hashes its password as often at every connection, of which a run makes thousands; nobody guesses these.
  scram_iterations: "1",
};

/** Answers what an application logs in with: a login for each copy would cost a connection to each. */
async function makeTemplate(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const [name, value] of Object.entries(SETTINGS)) await client.query(`alter system set ${name} = ${value}`);
  await client.query("select pg_reload_conf()");
  await client.query(`set scram_iterations = ${SETTINGS.scram_iterations}`);
  await client.query(`alter role current_user password ${client.escapeLiteral(client.password ?? "")}`);
  await client.query("create database template");
  await client.end();
  const template = Object.assign(new URL(url), { pathname: "template" }).href;
  await migrate(template);
  const applicationUrl = await makeApplicationLogin(template, "application");
  // With the queues of every step, which each world would make for itself.
  const jobs = await openJobs({
    url: template,
    steps,
    random: systemRandom,
    availability: openAvailability(silentLog),
    log: silentLog,
  });
  await jobs.close();
  return applicationUrl;
}
