import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startEmbedded } from "../src/ground/db/embedded.ts";
import { silentLog } from "../src/ground/kernel/log.ts";
import { readSettings } from "../src/main/settings.ts";
import { start } from "../src/main/start.ts";
import { startServer } from "./harness/installation.ts";
import { FULL, type Pace, QUICK } from "./harness/pace.ts";
import { openGenerator } from "./harness/target.ts";
import { fillTables } from "./marketplace/fill-tables.ts";
import { openMarketplace } from "./marketplace/open-marketplace.ts";
import { machineFacts, pageOf, writeResults } from "./results.ts";
import { type Bench, type Finding, SERVER_ENV } from "./scenario.ts";
import { SCENARIOS } from "./scenarios/index.ts";

/** `npm run bench`: everything, in one run; `-- --quick` for a glance, `-- list jobs` for some of it. Only a whole run is written down. */
const wanted = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const pace = process.argv.includes("--quick") ? QUICK : FULL;
const unknown = wanted.filter((name) => !(name in SCENARIOS));
if (unknown.length > 0)
  throw new Error(`no scenario ${unknown.join(", ")}; there are ${Object.keys(SCENARIOS).join(", ")}`);

const folder = await mkdtemp(join(tmpdir(), "interchange-bench-"));
const closers: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
try {
  await measure();
} finally {
  for (const close of closers.toReversed()) await close();
}

async function measure(): Promise<void> {
  const began = performance.now();
  const bench = await open(pace);
  const findings: Finding[] = [];
  for (const [name, scenario] of Object.entries(SCENARIOS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    say(`${name} …`);
    const finding = await scenario(bench);
    findings.push(finding);
    for (const { what, wanted, got, met } of finding.bars)
      say(`  ${met ? "met   " : "MISSED"} ${what}: ${got}, wanted ${wanted}`);
  }
  const facts = { ...(await machineFacts(bench.admin)), minutes: (performance.now() - began) / 60_000, pace };
  if (wanted.length > 0) console.log(`\n${pageOf(facts, findings)}`);
  else await writeResults(import.meta.dirname, facts, findings);
}

/** Each part is closed in the reverse of the order it was opened in, also where the next fails to open. */
async function open(pace: Pace): Promise<Bench> {
  const closing = <T>(part: T, close: () => Promise<unknown>): T => {
    closers.push(close);
    return part;
  };
  say("a database, a marketplace, and 400,000 rows …");
  const dataFolder = join(folder, "data");
  await mkdir(dataFolder);
  const embedded = await startEmbedded({ folder: dataFolder, log: silentLog });
  closing(embedded, () => embedded.stop());
  const settings = readSettings({ ...SERVER_ENV, INTERCHANGE_DATA: dataFolder });
  const inside = await start(settings, silentLog);
  closing(inside, () => inside.close());
  const admin = new pg.Client({ connectionString: embedded.url });
  await admin.connect();
  closing(admin, () => admin.end());
  const marketplace = await openMarketplace(inside);
  await fillTables(admin, marketplace.buyer.customerId);
  const generator = await openGenerator(folder);
  closing(generator, generator.stop);
  const server = await startServer({ dataFolder, env: SERVER_ENV });
  closing(server, server.stop);
  return { pace, folder, dataFolder, databaseUrl: embedded.url, admin, generator, server, inside, marketplace };
}

function say(line: string): void {
  console.log(line);
}
