import { startEmbedded } from "../../ground/db/embedded/start-embedded.ts";
import type { Log } from "../../ground/kernel/log.ts";
import type { Settings } from "../settings.ts";
import type { OpenedDatabase } from "./open-migrated.ts";

/** The database as its owner sees it, migrated or not. The embedded server is started, or shared if it is already running. */
export async function openOwner({ database, dataFolder }: Settings, log: Log): Promise<OpenedDatabase> {
  if (database.url !== null) {
    const url = database.ownerUrl ?? database.url;
    return { url, sessionUrl: url, close: async () => {} };
  }
  const { url, stop } = await startEmbedded({ folder: dataFolder, log });
  return { url, sessionUrl: url, close: stop };
}
