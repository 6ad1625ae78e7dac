import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Log } from "../../ground/kernel/log.ts";
import type { Settings } from "../settings.ts";
import { type OpenedDatabase, openMigrated } from "./open-migrated.ts";

/** A database that started to open before anything needed it. */
export interface OpenedAhead {
  /** Takes the database over; the caller has to close it. */
  take(): Promise<OpenedDatabase>;
  /** Closes the database, unless it was taken. */
  abandon(): Promise<void>;
}

/**
 * Launches the PostgreSQL server of an existing data folder, so that it comes up while this process loads the application. If the folder
 * has none yet, nothing is created until it is known to be the right folder.
 */
export async function openAhead(settings: Settings, log: Log): Promise<OpenedAhead | undefined> {
  const { database, dataFolder } = settings;
  if (database.url !== null || !existsSync(join(dataFolder, "postgres", "PG_VERSION"))) return undefined;
  const launched = Promise.withResolvers<void>();
  const opened = openMigrated(settings, log, launched.resolve);
  // The error is reported to the caller that takes the database.
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
