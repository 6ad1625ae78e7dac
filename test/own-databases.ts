/**
 * Prepared databases of a PostgreSQL of one's own, or of several servers, in place of the one that the suite starts: see
 * docs/scaling.md. Each is one world's, and keeps what that has written.
 */
export interface OwnDatabases {
  /** Of a superuser, as tests ask about the rows of all tenants. */
  readonly ownerUrl: string;
  /** Of the application's login. */
  readonly url: string;
  readonly names: readonly string[];
  readonly isDistributed: boolean;
}

export function ownDatabasesIn(env: Readonly<Record<string, string | undefined>>): OwnDatabases | null {
  const { TEST_DATABASES, TEST_DATABASE_OWNER_URL: ownerUrl, TEST_DATABASE_URL: url } = env;
  if (!TEST_DATABASES) return null;
  if (!ownerUrl || !url)
    throw new Error("TEST_DATABASES names databases: TEST_DATABASE_OWNER_URL and TEST_DATABASE_URL say where they are");
  const isDistributed = env.TEST_DATABASE_DISTRIBUTED === "on";
  return { ownerUrl, url, names: TEST_DATABASES.split(","), isDistributed };
}
