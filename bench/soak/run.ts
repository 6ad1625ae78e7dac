import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { startEmbedded } from "../../src/ground/db/embedded/start-embedded.ts";
import { silentLog } from "../../src/ground/kernel/log.ts";
import { readSettings } from "../../src/main/settings.ts";
import { start } from "../../src/main/start.ts";
import { machineFacts } from "../results.ts";
import type { Bar } from "../scenario.ts";
import { askAgain } from "./ask-again.ts";
import { type Client, openClient, type Tally } from "./client.ts";
import { compareLedgers, zero } from "./compare-ledgers.ts";
import { strike } from "./disasters.ts";
import { type FaultCounts, openFleet } from "./fleet.ts";
import { type Acknowledged, beginLoad } from "./load.ts";
import { type LyingSeller, startLyingSeller } from "./lying-seller.ts";
import { type Market, openMarket } from "./market.ts";
import { watchMemory } from "./memory.ts";
import { paceOf, seeded } from "./pace.ts";
import { pageOf, type Soaked, writePage } from "./page.ts";
import { settle } from "./settle.ts";

/** `npm run soak` takes an hour, or `SOAK_MINUTES`; `-- --keep` keeps the data folder, and `-- --dry` writes no page. */
const pace = paceOf(process.env);
const folder = await mkdtemp(join(tmpdir(), "interchange-soak-"));
const dataFolder = join(folder, "data");
const closers: (() => Promise<unknown>)[] = [];
try {
  const soaked = await soak();
  console.log(pageOf(soaked));
  if (!process.argv.includes("--dry")) await writePage(soaked);
  if (soaked.bars.some(({ met }) => !met)) process.exitCode = 1;
} finally {
  for (const close of closers.toReversed()) await close().catch((error: unknown) => console.error(error));
  if (process.argv.includes("--keep")) console.log(`left in ${folder}`);
  else await rm(folder, { recursive: true, force: true });
}

async function soak(): Promise<Soaked> {
  await mkdir(dataFolder);
  const database = await startEmbedded({ folder: join(folder, "database"), log: silentLog });
  closers.push(() => database.stop());
  const liar = await startLyingSeller(seeded(pace.seed + 2));
  closers.push(() => liar.close());
  const env = {
    DATABASE_URL: database.url,
    INTERCHANGE_SANDBOX: "1",
    INTERCHANGE_PROCESSES: "3",
    INTERCHANGE_LOG_LEVEL: "warn",
    DISCOVERY_TIMEOUT_MS: "3000",
    SELLER_TIMEOUT_MS: "4000",
    BRAND_JSON_URL: "off",
    ADAGENTS_JSON_URL: "off",
  };
  const inside = await start(readSettings({ ...env, INTERCHANGE_DATA: dataFolder }), silentLog);
  const market = await openMarket(inside, liar.mcpUrl);
  await inside.close();
  const fleet = await openFleet(dataFolder, env, pace.seed);
  closers.push(() => fleet.stop());
  const client = openClient(() => fleet.origins());

  const memory = watchMemory(fleet.steady);
  const load = beginLoad(client, market);
  console.log(`${pace.minutes} minutes, ${pace.kills} kills, seed ${pace.seed} …`);
  const struck = { fleet, client, market, databaseFolder: join(folder, "database"), databaseUrl: database.url };
  const began = performance.now();
  const befallen = await strike(pace, struck);
  await load.stop();
  const lasted = (performance.now() - began) / 60_000;
  const grown = await memory.stop();
  console.log("over; what is left is finished …");

  const admin = await connect(database.url);
  closers.push(() => admin.end());
  const { acknowledged } = load;
  const bars = [
    ...(await compare({ admin, liar, client, market, acknowledged })),
    ...barsOf(client.tally, fleet.fates),
    someOf("campaigns executed", acknowledged.executed.size),
    someOf("buys over AdCP", acknowledged.agentBuys.size),
    grown,
    await auditHolds(env),
  ];
  for (const words of [...client.tally.bugs, ...fleet.fates.died].slice(0, 10)) console.error(words);
  const [facts, lies] = [await machineFacts(admin), liar.lies()];
  return { pace, lasted, facts, bars, fates: fleet.fates, befallen, tally: client.tally, acknowledged, lies };
}

interface SoakContext {
  readonly admin: pg.Client;
  readonly liar: LyingSeller;
  readonly client: Client;
  readonly market: Market;
  readonly acknowledged: Acknowledged;
}

async function compare({ admin, liar, client, market, acknowledged }: SoakContext): Promise<Bar[]> {
  const open = await settle(admin);
  return [
    ...(await compareLedgers(admin, dataFolder, liar)),
    ...(await askAgain(client, market, acknowledged)),
    zero("buys in flight past their timeout", open.buys, ""),
    zero("jobs of buying that are left", open.jobs, ""),
  ];
}

function barsOf({ bugs, requests }: Tally, { died, started, killed }: FaultCounts): Bar[] {
  return [
    zero("answers that are bugs: 5xx except 503", bugs.length, `of ${requests}`),
    zero("servers that ended unexpectedly", died.length, `of ${started + 1} started`),
    { what: "kills", wanted: String(pace.kills), got: String(killed), met: killed >= pace.kills },
  ];
}

/** A load that is refused all the time proves nothing. */
function someOf(what: string, count: number): Bar {
  return { what, wanted: "some", got: String(count), met: count > 0 };
}

/** Runs the administrator's command, as an operator would. */
async function auditHolds(env: Readonly<Record<string, string>>): Promise<Bar> {
  const file = join(import.meta.dirname, "../../src/main/admin.ts");
  const child = spawn(process.execPath, [file, "audit", "verify"], {
    env: { ...process.env, ...env, INTERCHANGE_DATA: dataFolder },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const [code] = await once(child, "exit");
  return {
    what: "audit logs verified to their ends",
    wanted: "intact",
    got: code === 0 ? "intact" : "broken",
    met: code === 0,
  };
}

async function connect(connectionString: string): Promise<pg.Client> {
  for (;;) {
    const client = new pg.Client({ connectionString });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return client;
    } catch {
      await client.end().catch(() => undefined);
      await sleep(500);
    }
  }
}
