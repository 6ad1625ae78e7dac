import { sql } from "kysely";
import { type InstallationDb, preparedQuery } from "../../../ground/db/index.ts";

/** An API key, by its hash, and the storefront that it is sent to. */
export interface Meeting {
  readonly secretHash: string;
  readonly platformId: string;
}

/**
 * Everything that decides who a key's holder is and how they meet a storefront, its shelf included, as one word each, in the order in
 * which they are asked for (decision 95). It says nothing but whether something has changed.
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

interface Asked {
  readonly secretHashes: readonly string[];
  readonly platformIds: readonly string[];
  /** By the wall. */
  readonly now: Date;
}

const versions = preparedQuery(
  (db: InstallationDb, { secretHashes, platformIds, now }: Asked) =>
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
