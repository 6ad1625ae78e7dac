import type { Schedule } from "../ground/areas/area.ts";
import { deleteExpiredKeysOfAllCustomers } from "../ground/idempotency/index.ts";
import type { Schedule as CronJob } from "../ground/jobs/index.ts";
import { perform } from "../ground/kernel/perform.ts";
import { agendas, schedules } from "./areas.ts";
import type { Interchange } from "./compose.ts";

/** The maximum amount of due work that one sweep hands out; the next sweep takes the rest. */
const MOST_A_SWEEP = 1_000;

/** Schedules of the ground, which belongs to no area. */
const OF_THE_GROUND: readonly Schedule[] = [
  {
    name: "forget-idempotency-keys",
    cron: "17 * * * *",
    handle: (db, { wall }) => deleteExpiredKeysOfAllCustomers(db, wall),
  },
];

/** Starts taking jobs, and checks every minute what is due on the customers' clocks. */
export async function work(interchange: Interchange): Promise<void> {
  const { host, jobs } = interchange;
  await jobs.work(
    (step, input, requestId) => perform(step, input, requestId, host),
    [
      { name: "sweep", cron: "* * * * *", run: () => sweep(interchange) },
      ...[...OF_THE_GROUND, ...schedules].map((schedule) => cronJobOf(schedule, interchange)),
    ],
  );
}

async function sweep({ host, jobs, database }: Interchange): Promise<void> {
  for (const agenda of agendas) {
    await database.writeInstallation(async (db) => {
      const due = await agenda.dueOfAllCustomers(db, host.clock.now(), MOST_A_SWEEP);
      // One job per item: an item that is still waiting from the last sweep is not added again.
      for (const { step, input, subject } of due)
        await jobs.enqueue(db, step, input, { key: `${input.customerId} ${subject}` });
    });
  }
}

function cronJobOf({ name, cron, handle }: Schedule, { host, jobs, database }: Interchange): CronJob {
  const run = () =>
    database.writeInstallation((db) =>
      handle(db, {
        wall: host.clock.now(),
        installation: host.installation,
        random: host.random,
        enqueue: (step, input, options) => jobs.enqueue(db, step, input, options),
      }),
    );
  return { name, cron, run };
}
