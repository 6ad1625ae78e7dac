import { join } from "node:path";
import type { Installation } from "../ground/kernel/context.ts";
import type { Log } from "../ground/kernel/log.ts";
import { loadKeys } from "../ground/vault/index.ts";
import { holdByGatesOfAllCustomers } from "../supply/compliance/index.ts";
import { compose, type Interchange } from "./compose.ts";
import type { OpenedAhead } from "./database/open-ahead.ts";
import { type OpenedDatabase, openMigrated } from "./database/open-migrated.ts";
import { waitOut } from "./database/wait-out.ts";
import { checkFolder, checkIdentity } from "./identity/identity.ts";
import { readCachedLexicon, recallCachedLexicon } from "./loading/lexicon-cache.ts";
import type { Settings } from "./settings.ts";
import { noTelemetry, type Telemetry } from "./telemetry/telemetry.ts";
import { termsFile, termsIn } from "./terms-file.ts";

export interface Started extends Interchange {
  /** For connections that need a session of their own, which therefore bypass a transaction pooler. */
  readonly databaseUrl: string;
}

/** What a process started before it loaded the application. */
export interface StartOptions {
  readonly telemetry?: Telemetry;
  readonly ahead?: OpenedAhead | undefined;
}

/** The common start of server and worker: opens and migrates the database, and composes the application on it. */
export async function start(
  settings: Settings,
  log: Log,
  { telemetry = noTelemetry, ahead }: StartOptions = {},
): Promise<Started> {
  recallCachedLexicon();
  for (const name of settings.unknown)
    log.warn({ setting: name }, `${name} is not a setting of Interchange: a typing mistake?`);
  await checkFolder(settings.dataFolder, settings.installation.sandbox);
  const opened = await (ahead ? ahead.take() : openMigrated(settings, log));
  try {
    return await waitOut(() => startOn(opened, settings, { log, telemetry }), { log });
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** Callers that are waiting for the server to answer go first. */
const READ_AHEAD_MS = 5_000;

/** Once the server is answering, reads the lexicon bit by bit, which would otherwise hold up the event loop at the first brief. */
export function readAhead({ host }: Pick<Started, "host">): void {
  host.backgroundTasks.addLater("the lexicon", readCachedLexicon, "lexicon", READ_AHEAD_MS);
}

/** Nobody can accept terms that cannot be read, so without them sign-up stays closed. A sandbox needs no terms. */
async function openOrClosed({ installation, dataFolder }: Settings, log: Log): Promise<Installation> {
  if (installation.sandbox || (await termsIn(dataFolder, installation)()) !== null) return installation;
  const file = termsFile(dataFolder, installation);
  log.warn({ file }, `sign-up is closed, because there is no text of the terms: write it to ${file} and restart`);
  return { ...installation, signUpOpen: false };
}

interface WatchOptions {
  readonly log: Log;
  readonly telemetry: Telemetry;
}

async function startOn(opened: OpenedDatabase, settings: Settings, { log, telemetry }: WatchOptions): Promise<Started> {
  const interchange = await compose({
    databaseUrl: opened.url,
    poolSize: settings.database.poolSize,
    prepare: settings.database.prepare,
    topology: settings.database.topology,
    installation: await openOrClosed(settings, log),
    vaultKeys: loadKeys({ env: settings.vaultKey, file: join(settings.dataFolder, "vault.key") }),
    rateLimits: settings.rateLimits,
    bodyLimitBytes: settings.http.bodyLimitBytes,
    trustProxy: settings.http.trustProxy,
    connections: settings.http.connections,
    fairness: settings.fairness,
    dataFolder: settings.dataFolder,
    mail: settings.mail,
    blobs: settings.blobs,
    languageModelSettings: settings.languageModel,
    embeddingsSettings: settings.embeddings,
    metrics: { token: settings.metrics.token, isApart: settings.metrics.port !== null },
    tracing: telemetry.tracing,
    log,
  });
  telemetry.watch({ log, readMetrics: interchange.readMetrics });
  const close = async () => {
    await interchange.close();
    await opened.close();
  };
  try {
    const { database, host } = interchange;
    const { sandbox } = settings.installation;
    await checkIdentity({
      database,
      vault: host.vault,
      dataFolder: settings.dataFolder,
      sandbox,
      wall: host.clock.now(),
    });
    // The test results of agents stay valid, but the setting that says which of them hold a source back may have changed since the last start.
    const { gates } = settings.installation.compliance;
    await interchange.database.writeInstallation((db) => holdByGatesOfAllCustomers(db, gates));
  } catch (error) {
    await interchange.close();
    throw error;
  }
  return { ...interchange, databaseUrl: opened.sessionUrl, close };
}
