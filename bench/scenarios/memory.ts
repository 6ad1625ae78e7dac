import { figure } from "../harness/words.ts";
import type { Scenario } from "../scenario.ts";

const BAR_MB = 250;
const MB = 1_048_576;

/** Comes last: what the server holds after everything else was done to it. */
export const memory: Scenario = async ({ server }) => {
  const { residentBytes, cpuMs } = await server.usage();
  const residentMb = residentBytes / MB;
  return {
    title: "Memory",
    about: `Resident memory of the server's Node process after it has answered all of the above, ${figure(cpuMs / 1000)} s of CPU. The embedded PostgreSQL comes on top.`,
    tables: [],
    bars: [
      {
        what: "resident memory after the run",
        wanted: `≤ ${BAR_MB} MB`,
        got: `${figure(residentMb)} MB`,
        met: residentMb <= BAR_MB,
      },
    ],
    figures: { residentMb },
  };
};
