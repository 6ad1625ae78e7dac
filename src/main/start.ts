import { join } from "node:path";
import { type EmbeddedPostgres, startEmbedded } from "../ground/db/embedded.ts";
import { migrate } from "../ground/db/index.ts";
import type { Log } from "../ground/kernel/log.ts";
import { loadKeys } from "../ground/vault/index.ts";
import { holdByGatesOfAllCustomers } from "../supply/compliance/index.ts";
import { compose, type Interchange } from "./compose.ts";
import type { Settings } from "./settings.ts";

export interface Started extends Interchange {
  readonly databaseUrl: string;
}

/** What the server and the worker begin with: a database that is there and migrated, and the parts put together on it. */
export async function start(settings: Settings, log: Log): Promise<Started> {
  for (const name of settings.unknown)
    log.warn({ setting: name }, `${name} is no setting of Interchange's: a typing mistake?`);
  const embedded =
    settings.database.url === null ? await startEmbedded({ folder: settings.dataFolder, log }) : undefined;
  try {
    return await startOn(settings.database.url ?? embedded?.url ?? "", embedded, settings, log);
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

async function startOn(
  databaseUrl: string,
  embedded: EmbeddedPostgres | undefined,
  settings: Settings,
  log: Log,
): Promise<Started> {
  await migrate(databaseUrl);
  const interchange = await compose({
    databaseUrl,
    poolSize: settings.database.poolSize,
    prepare: settings.database.prepare,
    installation: settings.installation,
    vaultKeys: loadKeys({ env: settings.vaultKey, file: join(settings.dataFolder, "vault.key") }),
    rateLimits: settings.rateLimits,
    bodyLimitBytes: settings.http.bodyLimitBytes,
    trustProxy: settings.http.trustProxy,
    dataFolder: settings.dataFolder,
    mail: settings.mail,
    blobs: settings.blobs,
    languageModelSettings: settings.languageModel,
    commitSha: settings.commitSha,
    log,
  });
  // What was found of the agents stands; which of it keeps a source from buyers is a setting, and may be another one now.
  const { gates } = settings.installation.compliance;
  await interchange.database.writeInstallation((db) => holdByGatesOfAllCustomers(db, gates));
  const close = async () => {
    await interchange.close();
    await embedded?.stop();
  };
  return { ...interchange, databaseUrl, close };
}
