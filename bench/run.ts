import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startEmbedded } from "../src/ground/db/embedded/start-embedded.ts";
import { silentLog } from "../src/ground/kernel/log.ts";
import { readSettings } from "../src/main/settings.ts";
import { start } from "../src/main/start.ts";
import { startServer } from "./harness/installation.ts";
import { FULL, QUICK } from "./harness/pace.ts";
import { openGenerator } from "./harness/target.ts";
import { fillTables } from "./marketplace/fill-tables.ts";
import { openMarketplace } from "./marketplace/open-marketplace.ts";
import { machineFacts, pageOf, writeResults } from "./results.ts";
import { type Bench, type Finding, SERVER_ENV } from "./scenario.ts";
import { SCENARIOS } from "./scenarios/index.ts";

/**
 * `npm run bench` runs everything; `-- --quick` gives a rough impression, and `-- list jobs` runs only some scenarios. Only a complete run
 * is written to the page.
 */
const wanted = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const pace = process.argv.includes("--quick") ? QUICK : FULL;
const unknown = wanted.filter((name) => !(name in SCENARIOS));
if (unknown.length > 0)
  throw new Error(`no scenario ${unknown.join(", ")}; there are ${Object.keys(SCENARIOS).join(", ")}`);

const folder = await mkdtemp(join(tmpdir(), "interchange-bench-"));
const closers: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
let leaving: Promise<void> | undefined;
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void leave().then(() => process.exit(1)));
try {
  await measure();
} finally {
  await leave();
}

/** Closes everything in reverse order of opening, and only once, however often it is called. */
function leave(): Promise<void> {
  leaving ??= (async () => {
    for (const close of closers.toReversed()) await close();
  })();
  return leaving;
}

async function measure(): Promise<void> {
  const began = performance.now();
  console.log("a database, a marketplace, and 400,000 rows …");
  const bench = await open();
  const findings: Finding[] = [];
  const chosen = Object.entries(SCENARIOS).filter(([name]) => wanted.length === 0 || wanted.includes(name));
  for (const [name, scenario] of chosen) {
    console.log(`${name} …`);
    const finding = await scenario(bench).catch((error: unknown) => console.error(error));
    if (!finding) continue;
    findings.push(finding);
    for (const { what, wanted, got, met } of finding.bars)
      console.log(`  ${met ? "met   " : "MISSED"} ${what}: ${got}, wanted ${wanted}`);
  }
  const facts = { ...(await machineFacts(bench.admin)), minutes: (performance.now() - began) / 60_000, pace };
  if (findings.length === Object.keys(SCENARIOS).length) await writeResults(import.meta.dirname, facts, findings);
  else console.log(`\n${pageOf(facts, findings)}`);
  if (findings.length < chosen.length) process.exitCode = 1;
}

async function open(): Promise<Bench> {
  const dataFolder = join(folder, "data");
  await mkdir(dataFolder);
  const embedded = await startEmbedded({ folder: dataFolder, log: silentLog });
  closers.push(() => embedded.stop());
  const inside = await start(readSettings({ ...SERVER_ENV, INTERCHANGE_DATA: dataFolder }), silentLog);
  closers.push(() => inside.close());
  const admin = new pg.Client({ connectionString: embedded.url });
  await admin.connect();
  closers.push(() => admin.end());
  const marketplace = await openMarketplace(inside);
  await fillTables(admin, marketplace.buyer.customerId);
  const generator = await openGenerator(folder);
  closers.push(generator.stop);
  const server = await startServer({ dataFolder, env: SERVER_ENV });
  closers.push(server.stop);
  return { pace, folder, dataFolder, databaseUrl: embedded.url, admin, generator, server, inside, marketplace };
}
