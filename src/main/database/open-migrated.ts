import { makeApplicationLogin, openApplicationLogin } from "../../ground/db/connection/index.ts";
import { type EmbeddedPostgres, startEmbedded } from "../../ground/db/embedded/start-embedded.ts";
import { migrate } from "../../ground/db/index.ts";
import type { Log } from "../../ground/kernel/log.ts";
import type { Settings } from "../settings.ts";

/** A migrated database, and the application's login. */
export interface OpenedDatabase {
  readonly url: string;
  /** The same database, past any transaction pooler, for connections that need a session of their own. */
  readonly sessionUrl: string;
  close(): Promise<void>;
}

/** The owner migrates the database and disconnects; requests are served under a login that owns nothing. */
export async function openMigrated(
  { database, dataFolder }: Settings,
  log: Log,
  onLaunch?: () => void,
): Promise<OpenedDatabase> {
  const { url, ownerUrl } = database;
  if (url !== null) {
    await openOwn(url, ownerUrl, log);
    return { url, sessionUrl: ownerUrl ?? url, close: async () => {} };
  }
  const embedded = await startEmbedded({ folder: dataFolder, log, ...(onLaunch && { onLaunch }) });
  try {
    const url = await openEmbedded(embedded);
    return { url, sessionUrl: url, close: embedded.stop };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

async function openEmbedded({ url, applicationPassword }: EmbeddedPostgres): Promise<string> {
  await migrate(url);
  return makeApplicationLogin(url, applicationPassword);
}

async function openOwn(url: string, ownerUrl: string | null, log: Log): Promise<void> {
  await migrate(ownerUrl ?? url);
  const { excess } = await openApplicationLogin(ownerUrl ?? url, url);
  if (excess.length > 0)
    log.warn(
      { login: new URL(url).username, excess },
      "DATABASE_URL logs in with more rights than requests need: set the owner in DATABASE_OWNER_URL and a separate login in DATABASE_URL, as docs/self-hosting.md says",
    );
}
