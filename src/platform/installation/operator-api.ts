import { z } from "zod";
import { type Backlog, listBacklogsOfAllCustomers } from "../../ground/jobs/index.ts";
import { instantOf } from "../../ground/kernel/clock.ts";
import { type Context, installationDb } from "../../ground/kernel/context.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { RELEASE } from "./release.ts";
import { type DatabaseFacts, databaseFactsOfInstallation, type LastBackup, lastBackupOfInstallation } from "./store.ts";

const InstallationView = z
  .object({
    release: z.string(),
    commitSha: z.string().nullable().describe("The value of COMMIT_SHA; null if it is not set"),
    node: z.string(),
    publicUrl: z.string(),
    sandbox: z.boolean(),
    signUp: z.enum(["open", "approval", "closed"]),
    termsVersion: z.string(),
    database: z.object({
      server: z.string().describe("The PostgreSQL version"),
      bytes: z.int(),
      migrations: z.int(),
      newestMigration: z.string(),
      migratedAt: z.iso.datetime(),
    }),
    lastBackup: z
      .object({
        at: z.iso.datetime().describe("The point in time of its data"),
        verifiedAt: z.iso.datetime(),
        sizeBytes: z.int(),
        restoreTriedAt: z.iso.datetime().nullable().describe("When a backup, not always this one, was last restored"),
      })
      .nullable()
      .describe("As taken and verified by `npm run admin`; null if there is none"),
    auditCheckpoints: z
      .enum(["file", "mail", "webhook"])
      .nullable()
      .describe("Where signed checkpoints of the audit logs are sent each day; null if nowhere"),
    backlogs: z
      .array(
        z.object({
          step: z.string(),
          waiting: z.int(),
          running: z.int(),
          retrying: z.int().describe("Failed before, and waiting for the next attempt"),
          dueSince: z.iso.datetime().nullable().describe("Since when the oldest has been due; null if none is due"),
        }),
      )
      .describe("Steps with unfinished jobs, the longest overdue first"),
  })
  .meta({ id: "InstallationStatus" });

export const getInstallation = operation({
  id: "getInstallation",
  api: "operator",
  method: "get",
  path: "/installation",
  summary: "See what this installation is running, and its open work",
  ours: true,
  tag: "Installation",
  access: "operate",
  answer: InstallationView,
  async handle(_, ctx) {
    const db = installationDb(ctx);
    const [database, backlogs, backup] = await Promise.all([
      databaseFactsOfInstallation(db),
      listBacklogsOfAllCustomers(db),
      lastBackupOfInstallation(db),
    ]);
    return { ...viewOf(ctx, database, backlogs), lastBackup: backup ? viewOfBackup(backup) : null };
  },
});

function viewOfBackup({ at, verifiedAt, sizeBytes, restoreTriedAt }: LastBackup) {
  const instants = { at: at.toISOString(), verifiedAt: verifiedAt.toISOString() };
  return { ...instants, sizeBytes, restoreTriedAt: instantOf(restoreTriedAt) };
}

function viewOf({ installation }: Context, { migratedAt, ...database }: DatabaseFacts, backlogs: readonly Backlog[]) {
  const { commitSha, publicUrl, sandbox, signUp, termsVersion, auditCheckpoints } = installation;
  return {
    release: RELEASE,
    commitSha,
    node: process.versions.node,
    publicUrl,
    sandbox,
    signUp,
    termsVersion,
    database: { ...database, migratedAt: migratedAt.toISOString() },
    auditCheckpoints: auditCheckpoints?.kind ?? null,
    backlogs: backlogs.map(({ dueSince, ...backlog }) => ({ ...backlog, dueSince: instantOf(dueSince) })),
  };
}
