import { sql } from "kysely";
import { type InstallationDb, preparedQuery } from "../../../ground/db/index.ts";

/** The hash of an API key, and the storefront to which it is sent. */
export interface Meeting {
  readonly secretHash: string;
  readonly platformId: string;
}

/**
 * A version for each pair of API key and storefront, in the order of the input (decision 95). It changes whenever
 * something changes that determines who the key's holder is, and how the storefront serves it, its shelf included. It
 * says nothing else.
 */
export async function meetingVersionsOfAnyCustomer(
  db: InstallationDb,
  meetings: readonly Meeting[],
  now: Date,
): Promise<readonly (string | null)[]> {
  const secretHashes = meetings.map(({ secretHash }) => secretHash);
  const platformIds = meetings.map(({ platformId }) => platformId);
  const rows = await versions(db, { secretHashes, platformIds, now });
  return rows.map(({ version }) => version);
}

interface MeetingQuery {
  readonly secretHashes: readonly string[];
  readonly platformIds: readonly string[];
  /** Wall-clock time. */
  readonly now: Date;
}

const versions = preparedQuery(
  (db: InstallationDb, { secretHashes, platformIds, now }: MeetingQuery) =>
    db
      .selectFrom(
        sql`unnest(${secretHashes}::text[], ${platformIds}::text[]) with ordinality`.as(
          sql`sent(secret_hash, platform_id, place)`,
        ),
      )
      .select(sql<string | null>`meeting_version(secret_hash, platform_id, ${now})`.as("version"))
      .orderBy(sql`place`),
  { once: true },
);
