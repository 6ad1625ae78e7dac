import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import type { RateLimitSettings } from "../edge/http/rate-limits.ts";
import { type BlobSettings, openBlobs } from "../ground/blobs/index.ts";
import { batchLoader, type Database, openDatabase } from "../ground/db/index.ts";
import { openBackgroundTasks } from "../ground/jobs/background-tasks.ts";
import { type Jobs, openJobs } from "../ground/jobs/index.ts";
import { type Clock, wallClock } from "../ground/kernel/clock.ts";
import type { Installation } from "../ground/kernel/context.ts";
import type { Host } from "../ground/kernel/host.ts";
import { newId } from "../ground/kernel/ids.ts";
import type { Log } from "../ground/kernel/log.ts";
import { type Random, systemRandom } from "../ground/kernel/random.ts";
import { type LanguageModel, type LanguageModelSettings, openLanguageModel } from "../ground/language-model/index.ts";
import { openOutbound, type ResolveTxt } from "../ground/outbound/index.ts";
import type { OpenAgent } from "../ground/seller-agent/connection.ts";
import { openPropertyLists } from "../ground/seller-agent/lists/index.ts";
import type { Sellers } from "../ground/seller-agent/sellers.ts";
import { openVault, type VaultKey } from "../ground/vault/index.ts";
import { appendAuditEntry } from "../platform/audit/index.ts";
import { viewersOfCustomers } from "../platform/customers/index.ts";
import { type MailSettings, type MailTransport, openMail } from "../platform/mail/index.ts";
import { openSellers } from "../supply/merchandising/index.ts";
import { agendas, steps } from "./areas.ts";
import { agentOpener } from "./open-agent.ts";
import { openApp } from "./open-app.ts";

export interface Parts {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly prepare: boolean;
  readonly installation: Installation;
  readonly vaultKeys: readonly VaultKey[];
  readonly rateLimits: RateLimitSettings;
  readonly bodyLimitBytes: number;
  readonly trustProxy: false | number | string;
  /** Where a sandbox keeps its simulated sellers' ledgers, mail lies that no server was named for, and blobs without a bucket. */
  readonly dataFolder: string;
  readonly mail: MailSettings;
  readonly blobs: BlobSettings;
  readonly commitSha: string | null;
  readonly log: Log;
  readonly clock?: Clock;
  readonly random?: Random;
  readonly reached?: Host["reached"];
  /** In place of the installation's own storefronts and agents. */
  readonly sellers?: Sellers;
  /** In place of the agents that stand behind sources. */
  readonly openAgent?: OpenAgent;
  /** In place of the system's name server, where TXT records are asked for. */
  readonly resolveTxt?: ResolveTxt;
  /** In place of the mail server or the folder. */
  readonly mailTransport?: MailTransport;
  /** The model that may phrase and order; null or left out for none. */
  readonly languageModelSettings?: LanguageModelSettings | null;
  /** In place of the one that the settings name. */
  readonly languageModel?: LanguageModel;
}

export interface Interchange {
  readonly host: Host;
  readonly app: FastifyInstance;
  readonly jobs: Jobs;
  readonly database: Database;
  close(): Promise<void>;
}

/** Puts the parts together; starts nothing but what a request needs. */
export async function compose(parts: Parts): Promise<Interchange> {
  const { databaseUrl, poolSize, prepare, installation, log, clock = wallClock, random = systemRandom } = parts;
  const onError = (error: Error) => log.error({ err: error }, "database connection");
  const database = openDatabase({ url: databaseUrl, poolSize, prepare, onError });
  const vault = openVault({ keys: parts.vaultKeys, random });
  const { resolveTxt } = parts;
  const outbound = openOutbound({ allowLoopback: installation.sandbox, log, ...(resolveTxt && { resolveTxt }) });
  const jobs = await openJobs({ url: databaseUrl, steps, random, log });
  const settings = parts.languageModelSettings;
  const agents = agentOpener({ host: () => host, outbound, log, dataFolder: parts.dataFolder });

  const host: Host = {
    database,
    clock,
    random,
    vault,
    outbound,
    sellers: parts.sellers ?? openSellers(() => host),
    openAgent: parts.openAgent ?? agents.openAgent,
    propertyLists: openPropertyLists({ outbound, clock }),
    mail: parts.mailTransport ?? openMail(parts.mail, join(parts.dataFolder, "mail"), log),
    blobs: openBlobs(parts.blobs, join(parts.dataFolder, "blobs")),
    languageModel:
      parts.languageModel ?? (settings ? await openLanguageModel(settings, { outbound, clock, log }) : null),
    log,
    backgroundTasks: openBackgroundTasks(log),
    installation,
    agendas,
    ...(parts.reached && { reached: parts.reached }),
    audit: (db, entry) => appendAuditEntry(db, newId("auditEntry", random), entry),
    enqueue: (db, step, input, options) => jobs.enqueue(db, step, input, options),
    viewerOf: batchLoader((customerIds) => viewersOfCustomers(database, customerIds)),
  };

  const { app, close: closeApp } = openApp(parts, { host, jobs });
  const close = async () => {
    await closeApp();
    await jobs.close();
    await host.backgroundTasks.idle();
    await agents.close();
    await outbound.close();
    await database.close();
  };
  return { host, app, jobs, database, close };
}
