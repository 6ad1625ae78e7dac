import { type Server, startServer } from "../harness/installation.ts";
import { figure } from "../harness/words.ts";
import { type Bench, type Scenario, SERVER_ENV } from "../scenario.ts";

const BAR_MB = 220;
const MB = 1_048_576;
const SMALLER = "--max-old-space-size=512";

/** Comes last: the memory that the server holds after everything else was done to it. */
export const memory: Scenario = async (bench) => {
  const { residentBytes, heapBytes, cpuMs } = await bench.server.usage();
  const [residentMb, heapMb] = [residentBytes / MB, heapBytes / MB];
  const met = residentMb <= BAR_MB;
  return {
    title: "Memory",
    about: `Resident memory of the server's Node process after it has answered everything above, ${figure(cpuMs / 1000)} s of CPU. The embedded PostgreSQL is not included.`,
    tables: [],
    bars: [
      {
        what: "resident memory after the run",
        wanted: `≤ ${BAR_MB} MB`,
        got: `${figure(residentMb)} MB`,
        met,
        ...(!met && { because: `${figure(heapMb)} MB of it are objects. ${await withLessRoom(bench)}` }),
      },
    ],
    figures: { residentMb, heapMb },
  };
};

/** Whether the memory is garbage: the same load on two fresh servers, one of which has less room for old objects. */
async function withLessRoom(bench: Bench): Promise<string> {
  const [usual, smaller] = [await loaded(bench, []), await loaded(bench, [SMALLER])];
  return `Two fresh servers under the same few seconds of load use ${figure(usual)} MB by default, and ${figure(smaller)} MB with \`${SMALLER}\`.`;
}

async function loaded(
  { dataFolder, generator, marketplace, pace }: Bench,
  nodeFlags: readonly string[],
): Promise<number> {
  const server: Server = await startServer({ dataFolder, env: SERVER_ENV, nodeFlags });
  try {
    const { key } = marketplace.buyer;
    const asks = marketplace.spread.map((id) => ({
      method: "GET" as const,
      path: `/api/v2/buyer/storefronts/${id}`,
      key,
    }));
    await generator.fire({ origins: [server.origin], callers: 16, asks, forMs: pace.roundMs });
    return (await server.usage()).residentBytes / MB;
  } finally {
    await server.stop();
  }
}
