import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { listAdvertiserNames } from "../demand/advertisers/index.ts";
import type { ReadMetrics } from "../edge/http/metrics.ts";
import { openBlobs, openSpool } from "../ground/blobs/index.ts";
import { batchLoader } from "../ground/db/batching/index.ts";
import { type Availability, ONE_SERVER, openAvailability } from "../ground/db/connection/index.ts";
import { readOrganisation } from "../ground/db/copy/index.ts";
import { type Database, openDatabase } from "../ground/db/index.ts";
import { openEmbedder } from "../ground/embeddings/index.ts";
import { openShares, openUploads } from "../ground/fairness/index.ts";
import { openBackgroundTasks } from "../ground/jobs/background-tasks.ts";
import { type Jobs, openJobs } from "../ground/jobs/index.ts";
import { wallClock } from "../ground/kernel/clock.ts";
import type { Host } from "../ground/kernel/host.ts";
import { newId } from "../ground/kernel/ids.ts";
import { systemRandom } from "../ground/kernel/random.ts";
import { openSharedAnswers } from "../ground/kernel/reading/shared-answers.ts";
import { type LanguageModel, openLanguageModel } from "../ground/language-model/index.ts";
import { type Outbound, openOutbound } from "../ground/outbound/index.ts";
import { observedAgents, openSellerCalls } from "../ground/seller-agent/implementing/observed-agent.ts";
import { openPropertyLists } from "../ground/seller-agent/lists/index.ts";
import { noTracing, type Tracing } from "../ground/tracing/index.ts";
import { openVault } from "../ground/vault/index.ts";
import { openWatchdog } from "../ground/watchdog/index.ts";
import { openWorkers } from "../ground/workers/index.ts";
import { appendAuditEntry, auditKeyOf, expectAudit } from "../platform/audit/index.ts";
import { viewersOfCustomers } from "../platform/customers/index.ts";
import { openMail } from "../platform/mail/index.ts";
import { consents } from "../supply/credentials/index.ts";
import { openSellers } from "../supply/merchandising/index.ts";
import { agendas, steps } from "./areas.ts";
import { agentOpener } from "./open-agent.ts";
import { openApp } from "./open-app.ts";
import type { Parts } from "./parts.ts";

export interface Interchange {
  readonly host: Host;
  readonly app: FastifyInstance;
  readonly jobs: Jobs;
  readonly database: Database;
  /** Reads the metrics for `/metrics`. */
  readonly readMetrics: ReadMetrics;
  /** The metrics page as a separate application, which is not listening yet. */
  metricsApp(): FastifyInstance;
  close(): Promise<void>;
}

/** Composes the application. Starts only what is needed to answer a request. */
export async function compose(parts: Parts): Promise<Interchange> {
  const { databaseUrl: url, installation, log, clock = wallClock, random = systemRandom } = parts;
  const [availability, watchdog, tracing] = [openAvailability(log), openWatchdog(log), parts.tracing ?? noTracing];
  const database = databaseOf(parts, { availability, onStatement: watchdog.touch, tracing });
  const vault = openVault({ keys: parts.vaultKeys, random });
  const [auditKey, outbound] = [auditKeyOf(vault), outboundOf(parts)];
  const jobs = await jobsOf(parts, { availability, tracing });
  const agents = agentOpener({ host: () => host, outbound, log, dataFolder: parts.dataFolder });

  const host: Host = {
    database,
    clock,
    random,
    vault,
    outbound,
    sellers: parts.sellers ?? openSellers(() => host),
    ...observing(parts.openAgent ?? agents.openAgent, tracing),
    consents,
    advertiserNames: listAdvertiserNames,
    propertyLists: openPropertyLists({ outbound, clock }),
    ...openFolders(parts),
    readOrganisation: (...asked) => readOrganisation(url, ...asked),
    languageModel: await languageModelOf(parts, { outbound, clock, log }),
    ...(await openThreads(parts, { outbound, log })),
    watchdog,
    uploads: openUploads(installation.uploads.atOnce),
    log,
    backgroundTasks: openBackgroundTasks(log),
    shares: openShares(parts.fairness),
    sharedAnswers: openSharedAnswers(),
    installation,
    agendas,
    ...(parts.reached && { reached: parts.reached }),
    audit: (db, entry) => appendAuditEntry(db, auditKey, newId("auditEntry", random), entry),
    expectAudit,
    enqueue: (db, step, input, options) => jobs.enqueue(db, step, input, options),
    viewerOf: batchLoader((customerIds) => viewersOfCustomers(database, customerIds)),
  };

  const { app, readMetrics, metricsApp, close: closeApp } = openApp(parts, { host, jobs, availability });
  const close = closerOf(host, { closeApp, jobs, agents });
  return { host, app, jobs, database, readMetrics, metricsApp, close };
}

/** Closes the parts that answer requests before the parts they depend on. */
function closerOf(
  host: Host,
  own: { readonly closeApp: () => Promise<void>; readonly jobs: Jobs; readonly agents: ReturnType<typeof agentOpener> },
) {
  return async () => {
    await own.closeApp();
    await own.jobs.close();
    await host.backgroundTasks.idle();
    await own.agents.close();
    await host.workers.close();
    await host.outbound.close();
    await host.database.close();
    host.watchdog.close();
  };
}

function databaseOf(
  { databaseUrl: url, poolSize, prepare, topology = ONE_SERVER, log }: Parts,
  watching: { readonly availability: Availability; readonly onStatement: () => void; readonly tracing: Tracing },
): Database {
  return openDatabase({ url, poolSize, prepare, topology, log, ...watching });
}

function jobsOf(
  { databaseUrl: url, topology = ONE_SERVER, random = systemRandom, log }: Parts,
  watching: { readonly availability: Availability; readonly tracing: Tracing },
): Promise<Jobs> {
  return openJobs({ url, topology, steps, random, log, ...watching });
}

/** Makes the agents' calls counted and traced, and provides the place where observers register. */
function observing(open: Host["openAgent"], tracing: Tracing): Pick<Host, "openAgent" | "sellerCalls" | "tracing"> {
  const sellerCalls = openSellerCalls();
  return { openAgent: observedAgents(open, sellerCalls, tracing), sellerCalls, tracing };
}

function outboundOf({ installation, log, tracing = noTracing, resolveTxt }: Parts): Outbound {
  const { sandbox: allowLoopback, outboundNetworks: allowedNetworks } = installation;
  return openOutbound({ allowLoopback, allowedNetworks, log, tracing, ...(resolveTxt && { resolveTxt }) });
}

/** Storage outside the database: mail files, blobs, and uploads in progress. */
function openFolders({ dataFolder, mailTransport, mail, blobs, log }: Parts): Pick<Host, "mail" | "blobs" | "spool"> {
  return {
    mail: mailTransport ?? openMail(mail, join(dataFolder, "mail"), log),
    blobs: openBlobs(blobs, join(dataFolder, "blobs")),
    spool: openSpool(join(dataFolder, "uploads")),
  };
}

async function languageModelOf(
  { languageModel, languageModelSettings: settings }: Parts,
  surroundings: Parameters<typeof openLanguageModel>[1],
): Promise<LanguageModel | null> {
  return languageModel ?? (settings ? await openLanguageModel(settings, surroundings) : null);
}

/** Opens the threads for work that would hold up the event loop, and the embedding model, which may run in one of them. */
async function openThreads(
  { embeddingsSettings }: Parts,
  { outbound, log }: Pick<Host, "outbound" | "log">,
): Promise<Pick<Host, "workers" | "embedder">> {
  const workers = openWorkers();
  return {
    workers,
    embedder: embeddingsSettings ? await openEmbedder(embeddingsSettings, { outbound, log, workers }) : null,
  };
}
