/**
 * Prepared databases on your own PostgreSQL, or on several servers, to be used instead of the one that the suite starts: see
 * docs/scaling.md. Each of them is used by one world, and keeps what that has written.
 */
export interface OwnDatabases {
  /** The connection of a superuser, because tests inspect the rows of all tenants. */
  readonly ownerUrl: string;
  /** The application's login. */
  readonly url: string;
  readonly names: readonly string[];
  readonly isDistributed: boolean;
  /** The data folders of the servers that hold rows, if a test may kill and restart them. */
  readonly workers: readonly string[];
  /** A program that starts the server of a given folder, and exits when the server accepts connections. */
  readonly startWorker: string;
}

export function ownDatabasesIn(env: Readonly<Record<string, string | undefined>>): OwnDatabases | null {
  const { TEST_DATABASES, TEST_DATABASE_OWNER_URL: ownerUrl, TEST_DATABASE_URL: url } = env;
  if (!TEST_DATABASES) return null;
  if (!ownerUrl || !url)
    throw new Error("TEST_DATABASES names databases: TEST_DATABASE_OWNER_URL and TEST_DATABASE_URL say where they are");
  const isDistributed = env.TEST_DATABASE_DISTRIBUTED === "on";
  const { TEST_DATABASE_WORKERS: folders, TEST_DATABASE_START_WORKER: startWorker = "" } = env;
  if (folders && !startWorker)
    throw new Error(
      "TEST_DATABASE_WORKERS names servers to kill: TEST_DATABASE_START_WORKER says how one is started again",
    );
  const workers = folders?.split(",") ?? [];
  return { ownerUrl, url, names: TEST_DATABASES.split(","), isDistributed, workers, startWorker };
}
