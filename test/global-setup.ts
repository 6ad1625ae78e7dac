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
    /** The login of the applications, which is the same for all databases. */
    applicationUrl: string;
    /** Used instead of databases on that server; null unless the person who runs the tests provides them. */
    ownDatabases: OwnDatabases | null;
    /** Where each test process records which operation gave which answer. */
    witnessFolder: string;
    /** Where it records statements that a distributed database would refuse. */
    shapesFolder: string;
  }
}

/**
 * Starts one PostgreSQL for the whole run, with a migrated database that `freshDatabase` copies, and creates a folder for everything that
 * is written.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const runFolder = await makeRunFolder();
  // The workers, and all processes that they start, create their temporary folders in it.
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
      await warnUnproven(project, witnessFolder);
      refuseShapes(shapesFolder);
    } finally {
      await rm(runFolder, { recursive: true, force: true });
    }
  };
}

/** A server that is started and stopped by somebody else. */
const theirs = ({ ownerUrl: url }: OwnDatabases) => ({ url, stop: async () => {} });

/**
 * After a run of all tests, lists outcomes that operations declare and no test has provoked. With `CONTRACT=strict` they make the run fail.
 * That is not the default, because the outcome of two concurrent requests may occur in one run and not in the next.
 */
async function warnUnproven({ vitest }: TestProject, witnessFolder: string): Promise<void> {
  const whole = vitest.state.getFiles().length === (await vitest.globTestSpecifications()).length;
  if (!whole || vitest.config.testNamePattern || vitest.state.getCountOfFailedTests() > 0) return;
  // Imported only now, because the run of a single file needs none of the operations.
  const { unproven } = await import("./contract/unproven.ts");
  const missing = unproven(witnessFolder);
  if (missing.length === 0) return;
  const reported = `no test has made these operations do what they declare:\n${missing.join("\n")}`;
  if (process.env.CONTRACT === "strict") throw new Error(reported);
  process.stderr.write(`${reported}\n`);
}

/** Fails if any test has sent a statement that a distributed database refuses. */
function refuseShapes(folder: string): void {
  const refused = refusedIn(folder);
  if (refused.length > 0)
    throw new Error(`several servers would refuse these statements (test/topology/shapes.ts):\n${refused.join("\n")}`);
}

/** A test server need not survive a power cut, because its folder does not outlive the run. */
const SETTINGS = {
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  // A file's database gets most statements only once or twice, and would otherwise plan each of them anew the first five times.
  plan_cache_mode: "force_generic_plan",
  // Clients hash their password this often for each of the thousands of connections of a run, and nobody tries to guess these.
  scram_iterations: "1",
};

/** Returns the login of the applications. All copies share it, because creating a login for each would cost a connection to each. */
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
  // Includes the queues of all steps, which every world would otherwise create.
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
