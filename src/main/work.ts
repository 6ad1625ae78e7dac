import { forgetEventsOfAllCustomers } from "../demand/advertisers/index.ts";
import { collectBlobs } from "../demand/creatives/index.ts";
import { forgetReportsOfAllCustomers } from "../demand/delivery/index.ts";
import type { InstallationDb } from "../ground/db/index.ts";
import { forgetExpiredKeysOfAllCustomers } from "../ground/idempotency/index.ts";
import type { Schedule } from "../ground/jobs/index.ts";
import { after, DAY_MS } from "../ground/kernel/clock.ts";
import { perform } from "../ground/kernel/perform.ts";
import { forgetUnusedBrandsOfAllCustomers } from "../platform/brands/index.ts";
import { forgetExpiredInvitationsOfAllCustomers } from "../platform/members/index.ts";
import { forgetEndedSessionsOfAllCustomers, forgetExpiredLinksOfAllCustomers } from "../platform/sign-in/index.ts";
import { forgetOldDeliveriesOfAllCustomers } from "../platform/webhooks/index.ts";
import { pickShopOfAllCustomers } from "../supply/analytics/upkeep/check-store.ts";
import { checkStorefront } from "../supply/analytics/upkeep/check-storefront.ts";
import { forgetCallbacksOfAllCustomers } from "../supply/callers/callbacks/index.ts";
import { forgetExpiredAnswersOfAllCustomers } from "../supply/callers/index.ts";
import { forgetExpiredNoncesOfAllCustomers } from "../supply/callers/keys/index.ts";
import { forgetExpiredConsentsOfAllCustomers } from "../supply/credentials/index.ts";
import { forgetRunsOfAllCustomers } from "../supply/intelligence/index.ts";
import { forgetOldRequestsOfAllCustomers } from "../supply/join-links/index.ts";
import { forgetOldEntriesOfAllCustomers } from "../supply/publishers/index.ts";
import { agendas } from "./areas.ts";
import type { Interchange } from "./compose.ts";

/** How much of what is due one sweep hands out; the next takes what is left. */
const MOST_A_SWEEP = 1_000;

/** Begins to take jobs, and to look every minute for what the customers' clocks have made due. */
export async function work({ host, jobs, database }: Interchange): Promise<void> {
  await jobs.work(
    (step, input, requestId) => perform(step, input, requestId, host),
    schedules({ host, jobs, database }),
  );
}

function schedules({ host, jobs, database }: Pick<Interchange, "host" | "jobs" | "database">): Schedule[] {
  const sweep = async () => {
    for (const agenda of agendas) {
      await database.writeInstallation(async (db) => {
        const due = await agenda.dueOfAllCustomers(db, host.clock.now(), MOST_A_SWEEP);
        // One job a thing: what is still waiting from the last sweep is not added again.
        for (const { step, input, subject } of due)
          await jobs.enqueue(db, step, input, { key: `${input.customerId} ${subject}` });
      });
    }
  };
  const forget = (work: (db: InstallationDb, wall: Date) => Promise<void>) => () =>
    database.writeInstallation((db) => work(db, host.clock.now()));
  const forgetOldEvents = (db: InstallationDb, wall: Date) =>
    forgetEventsOfAllCustomers(db, after(wall, -host.installation.eventRetentionDays * DAY_MS));
  const forgetOldReports = (db: InstallationDb, wall: Date) =>
    forgetReportsOfAllCustomers(db, after(wall, -host.installation.deliveryReportRetentionDays * DAY_MS));
  const forgetOldRuns = (db: InstallationDb, wall: Date) =>
    forgetRunsOfAllCustomers(db, after(wall, -host.installation.intelligenceRetentionDays * DAY_MS));
  const forgetOldCallbacks = (db: InstallationDb, wall: Date) =>
    forgetCallbacksOfAllCustomers(db, after(wall, -30 * DAY_MS));
  const collect = () =>
    database.writeInstallation((db) => jobs.enqueue(db, collectBlobs, { customerId: 0 }, { key: "collect-blobs" }));
  const checkAnalytics = () =>
    database.writeInstallation(async (db) => {
      const shop = await pickShopOfAllCustomers(db, Buffer.from(host.random.bytes(4)).readUInt32BE(0) / 2 ** 32);
      if (shop) await jobs.enqueue(db, checkStorefront, shop, { key: "analytics.check" });
    });
  return [
    { name: "sweep", cron: "* * * * *", run: sweep },
    { name: "forget-idempotency-keys", cron: "17 * * * *", run: forget(forgetExpiredKeysOfAllCustomers) },
    { name: "forget-agent-answers", cron: "2 * * * *", run: forget(forgetExpiredAnswersOfAllCustomers) },
    { name: "forget-caller-nonces", cron: "*/5 * * * *", run: forget(forgetExpiredNoncesOfAllCustomers) },
    { name: "forget-task-callbacks", cron: "7 * * * *", run: forget(forgetOldCallbacks) },
    { name: "forget-mail-links", cron: "27 * * * *", run: forget(forgetExpiredLinksOfAllCustomers) },
    { name: "forget-join-requests", cron: "32 * * * *", run: forget(forgetOldRequestsOfAllCustomers) },
    { name: "forget-events", cron: "*/5 * * * *", run: forget(forgetOldEvents) },
    { name: "forget-delivery-reports", cron: "*/5 * * * *", run: forget(forgetOldReports) },
    { name: "forget-intelligence-runs", cron: "*/5 * * * *", run: forget(forgetOldRuns) },
    { name: "forget-brands", cron: "52 * * * *", run: forget(forgetUnusedBrandsOfAllCustomers) },
    { name: "forget-agents", cron: "12 * * * *", run: forget(forgetOldEntriesOfAllCustomers) },
    { name: "forget-consents", cron: "42 * * * *", run: forget(forgetExpiredConsentsOfAllCustomers) },
    { name: "collect-blobs", cron: "22 * * * *", run: collect },
    { name: "forget-invitations", cron: "47 * * * *", run: forget(forgetExpiredInvitationsOfAllCustomers) },
    { name: "forget-webhook-deliveries", cron: "57 * * * *", run: forget(forgetOldDeliveriesOfAllCustomers) },
    { name: "check-analytics", cron: "41 3 * * *", run: checkAnalytics },
    { name: "forget-sessions", cron: "37 * * * *", run: forget(forgetEndedSessionsOfAllCustomers) },
  ];
}
