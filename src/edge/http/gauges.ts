import { Gauge } from "prom-client";
import type { Figure, Reading } from "../../ground/areas/area.ts";
import type { Jobs } from "../../ground/jobs/index.ts";
import type { Host } from "../../ground/kernel/host.ts";

interface Measured {
  readonly name: string;
  readonly help: string;
  readonly labelNames: readonly string[];
  read(): readonly Reading[] | Promise<readonly Reading[]>;
}

/** Read whenever somebody requests the page. */
export function gaugesOf(jobs: Jobs, host: Host, figures: readonly Figure[]): readonly Gauge[] {
  return [...measuredOf(jobs, host), ...figures.map((figure) => cached(figure, host))].map(
    ({ name, help, labelNames, read }) =>
      new Gauge({
        name,
        help,
        labelNames: [...labelNames],
        registers: [],
        async collect() {
          this.reset();
          for (const { labels, value } of await read()) this.set(labels, value);
        },
      }),
  );
}

/** Several clients may read the page, and its queries cover all tenants, so results are cached for a while. */
const STANDS_MS = 15_000;

function cached({ read, ...figure }: Figure, { database, clock }: Host): Measured {
  let [found, until]: [readonly Reading[], number] = [[], Number.NEGATIVE_INFINITY];
  return {
    ...figure,
    async read() {
      if (performance.now() < until) return found;
      // While the database is unavailable, the page still shows all other metrics.
      found = await database.readInstallation((db) => read(db, clock.now())).catch(() => []);
      until = performance.now() + STANDS_MS;
      return found;
    },
  };
}

function measuredOf(jobs: Jobs, host: Host): readonly Measured[] {
  const { backgroundTasks, watchdog, workers, shares, database } = host;
  return [
    {
      name: "interchange_jobs",
      help: "Jobs waiting and running; those in dead-letters wait for a person",
      labelNames: ["step", "state"],
      read: async () => (await jobs.depths()).flatMap(({ step, ...depth }) => stateReadings({ step }, depth)),
    },
    {
      name: "interchange_background_tasks_lost",
      help: "Records that should have been written after an answer was sent, and were not",
      labelNames: [],
      read: () => [{ labels: {}, value: backgroundTasks.lost }],
    },
    {
      name: "interchange_loop_held_seconds",
      help: "Total time that the event loop was held for more than 50 ms at a time, by the operation, step or tool that held it",
      labelNames: ["by"],
      read: () => watchdog.holds().map(({ by, ms }) => ({ labels: { by }, value: ms / 1000 })),
    },
    {
      name: "interchange_worker_tasks",
      help: "Files and feeds being parsed, or waiting for a thread to parse them",
      labelNames: ["task", "state"],
      read: () => workers.depths().flatMap(({ task, ...depth }) => stateReadings({ task }, depth)),
    },
    {
      name: "interchange_turns",
      help: "Costly calls and database connections that organisations share by turns: those in use, and those waited for",
      labelNames: ["lane", "state"],
      read: () =>
        [...shares.standings(), { lane: "database", ...database.standing() }].flatMap(({ lane, ...depth }) =>
          stateReadings({ lane }, depth),
        ),
    },
    {
      name: "interchange_replica_lag_seconds",
      help: "How far behind the replica that answers lists was when it was last asked; no value if there is none, or it is unavailable",
      labelNames: [],
      read: () => {
        const lag = database.replica()?.lagSeconds;
        return typeof lag === "number" ? [{ labels: {}, value: lag }] : [];
      },
    },
  ];
}

/** One gauge value for each state that is counted. */
function stateReadings(labels: Readonly<Record<string, string>>, depth: Readonly<Record<string, number>>): Reading[] {
  return Object.entries(depth).map(([state, value]) => ({ labels: { ...labels, state }, value }));
}
