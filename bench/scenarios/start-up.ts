import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Server, startServer } from "../harness/installation.ts";
import { measured } from "../harness/statistics.ts";
import { spread } from "../harness/words.ts";
import type { Scenario } from "../scenario.ts";

const BAR_MS = 1_000;
const NEW_FOLDERS = 2;
const MB = 1_048_576;

/** The time from the start of the process to `/readyz`; the embedded PostgreSQL is stopped before each start. */
export const startUp: Scenario = async ({ pace, folder }) => {
  const starts: Server[] = [];
  const startIn = async (name: string) => {
    const dataFolder = join(folder, name);
    await mkdir(dataFolder, { recursive: true });
    const server = await startServer({ dataFolder });
    const { residentBytes } = await server.usage();
    await server.stop();
    starts.push(server);
    return { readyMs: server.readyMs, residentMb: residentBytes / MB };
  };
  const onNew = [];
  for (let round = 0; round < NEW_FOLDERS; round++) onNew.push(await startIn(`start-up-${round}`));
  const onExisting = [];
  for (let round = 0; round < pace.rounds; round++) onExisting.push(await startIn("start-up-0"));

  const [fresh, existing] = [onNew, onExisting].map((rounds) => measured(rounds.map(({ readyMs }) => readyMs)));
  const resident = measured(onExisting.map(({ residentMb }) => residentMb));
  if (!fresh || !existing) throw new Error("nothing was started");
  return {
    title: "Start",
    about:
      "From the start of the server process until `/readyz` succeeds. With a new folder this includes creating the PostgreSQL cluster, starting it and all migrations; with an existing one, starting PostgreSQL and checking that the schema is up to date.",
    tables: [
      {
        head: ["data folder", "ready after", "starts", "resident memory of Node when ready"],
        rows: [
          ["new", spread(fresh, " ms"), String(fresh.rounds), ""],
          ["existing", spread(existing, " ms"), String(existing.rounds), spread(resident, " MB")],
        ],
      },
    ],
    bars: [
      {
        what: "ready on an existing folder",
        wanted: `≤ ${BAR_MS} ms`,
        got: spread(existing, " ms"),
        met: existing.median <= BAR_MS,
      },
    ],
    figures: { readyMsOnNew: fresh, readyMsOnExisting: existing, residentMbWhenReady: resident },
  };
};
