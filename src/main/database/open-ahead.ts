import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Log } from "../../ground/kernel/log.ts";
import type { Settings } from "../settings.ts";
import { type OpenedDatabase, openMigrated } from "./open-migrated.ts";

/** A database that began to open before there was anybody to use it. */
export interface OpenedAhead {
  /** It is the caller's from now on. */
  take(): Promise<OpenedDatabase>;
  /** Closes it, unless it was taken. */
  abandon(): Promise<void>;
}

/**
 * Launches the PostgreSQL of a folder that has one, so that it comes up while this process loads the application. Of a folder
 * without one nothing is made before it is known to be the right folder.
 */
export async function openAhead(settings: Settings, log: Log): Promise<OpenedAhead | undefined> {
  const { database, dataFolder } = settings;
  if (database.url !== null || !existsSync(join(dataFolder, "postgres", "PG_VERSION"))) return undefined;
  const launched = Promise.withResolvers<void>();
  const opened = openMigrated(settings, log, launched.resolve);
  // Whoever takes it hears why.
  opened.catch(() => launched.resolve());
  await launched.promise;
  let isTaken = false;
  return {
    take() {
      isTaken = true;
      return opened;
    },
    async abandon() {
      if (isTaken) return;
      await opened.then(
        ({ close }) => close(),
        () => undefined,
      );
    },
  };
}
