import { sql } from "kysely";
import type { Db, Row } from "../../../ground/db/index.ts";
import { ROWS_A_PAGE } from "../../../ground/kernel/csv/csv-list.ts";
import type { Page } from "../../../ground/kernel/query.ts";
import type { LogEntry } from "./log-entry.ts";

/** People use keys and browsers, agents use connected applications, and the system runs jobs. */
type ActorOrigin = "human" | "agent" | "autonomous" | "system";

export interface LogFilter {
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
  readonly advertiserId?: number | undefined;
  readonly campaignId?: string | undefined;
  readonly resourceTypes?: readonly string[] | undefined;
  readonly resourceId?: string | undefined;
  readonly actions?: readonly string[] | undefined;
  readonly outcome: string;
  readonly actorOrigin?: ActorOrigin | undefined;
  readonly userId?: number | undefined;
  readonly userEmail?: string | undefined;
}

/** Newest first, with the total number of matching entries. */
export async function listEntries(
  db: Db,
  customerId: number,
  filter: LogFilter,
  { take, skip }: Page,
): Promise<{ entries: LogEntry[]; total: number }> {
  const matching = matchingOf(db, customerId, filter);
  const rows = named(matching).limit(take).offset(skip).execute();
  const counted = matching.select((count) => count.fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  const [found, { total }] = await Promise.all([rows, counted]);
  return { entries: found.map(fromRow), total };
}

/** A page of the file: entries below a number, newest first. */
export async function listEntriesBelow(
  db: Db,
  customerId: number,
  filter: LogFilter,
  below: string | undefined,
): Promise<LogEntry[]> {
  const matching = matchingOf(db, customerId, filter);
  const page = below === undefined ? matching : matching.where("log.sequence", "<", Number(below));
  return (await named(page).limit(ROWS_A_PAGE).execute()).map(fromRow);
}

/** Includes the names of who acted; newest first. */
function named(matching: ReturnType<typeof matchingOf>) {
  return matching
    .leftJoin("users", "users.user_id", "log.user_id")
    .leftJoin("connected_applications as app", (join) =>
      join.onRef("app.customer_id", "=", "log.customer_id").onRef("app.application_id", "=", "log.application_id"),
    )
    .selectAll("log")
    .select(["users.name as user_name", "app.name as application_name"])
    .orderBy("log.sequence", "desc");
}

/** The newest entry of each resource, by its id. */
export async function findNewestEntries(
  db: Db,
  customerId: number,
  resourceType: string,
  resourceIds: readonly string[],
): Promise<ReadonlyMap<string, LogEntry>> {
  const ids = sql<{ id: string }>`unnest(${[...resourceIds]}::text[])`.as<"asked">(sql`asked(id)`);
  const rows = await db
    .selectFrom(ids)
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom("audit_log as log")
          .leftJoin("users", "users.user_id", "log.user_id")
          .leftJoin("connected_applications as app", (app) =>
            app.onRef("app.customer_id", "=", "log.customer_id").onRef("app.application_id", "=", "log.application_id"),
          )
          .selectAll("log")
          .select(["users.name as user_name", "app.name as application_name"])
          .where("log.customer_id", "=", customerId)
          .where("log.resource_type", "=", resourceType)
          .whereRef("log.resource_id", "=", "asked.id")
          .orderBy("log.sequence", "desc")
          .limit(1)
          .as("newest"),
      (join) => join.onTrue(),
    )
    .selectAll("newest")
    .execute();
  return new Map(rows.map((row) => [row.resource_id ?? "", fromRow(row)]));
}

function matchingOf(db: Db, customerId: number, filter: LogFilter) {
  const { from, until, advertiserId, campaignId, resourceTypes, resourceId, actions, actorOrigin, userId, userEmail } =
    filter;
  let log = db
    .selectFrom("audit_log as log")
    .where("log.customer_id", "=", customerId)
    .where("log.outcome", "=", filter.outcome);
  if (from) log = log.where("log.at", ">=", from);
  if (until) log = log.where("log.at", "<=", until);
  if (advertiserId !== undefined) log = log.where(isOfAdvertiser(customerId, advertiserId));
  if (campaignId !== undefined) log = log.where("log.campaign_id", "=", campaignId);
  if (resourceTypes)
    log = log.where((entry) => entry("log.resource_type", "=", entry.fn.any(entry.val([...resourceTypes]))));
  if (resourceId !== undefined) log = log.where("log.resource_id", "=", resourceId);
  if (actions) log = log.where((entry) => entry("log.action", "=", entry.fn.any(entry.val([...actions]))));
  if (actorOrigin === "human") log = log.where("log.user_id", "is not", null).where("log.application_id", "is", null);
  if (actorOrigin === "agent") log = log.where("log.application_id", "is not", null);
  if (actorOrigin === "system") log = log.where("log.user_id", "is", null);
  if (actorOrigin === "autonomous") log = log.where(sql.lit(false));
  if (userId !== undefined) log = log.where("log.user_id", "=", userId);
  if (userEmail !== undefined)
    log = log.where((entry) => entry(entry.fn("lower", ["log.user_email"]), "=", userEmail.toLowerCase()));
  return log;
}

/** Its own entries, and those of the campaigns that the log associates with it, because not every entry of a campaign names the advertiser. */
function isOfAdvertiser(customerId: number, advertiserId: number) {
  return sql<boolean>`(log.advertiser_id = ${advertiserId} or log.campaign_id = any(array(
    select campaign_id from audit_log
    where customer_id = ${customerId} and advertiser_id = ${advertiserId} and campaign_id is not null)))`;
}

function fromRow(row: Row<"audit_log"> & { user_name: string | null; application_name: string | null }): LogEntry {
  return {
    sequence: row.sequence,
    at: row.at,
    action: row.action,
    operation: row.operation,
    outcome: row.outcome,
    resourceType: row.resource_type,
    resourceId: row.resource_id,
    advertiserId: row.advertiser_id,
    campaignId: row.campaign_id,
    userId: row.user_id,
    userEmail: row.user_email,
    userName: row.user_name,
    sessionId: row.session_id,
    // A buyer that called a storefront's agent belongs to another organisation, so only its id is shown here.
    application:
      row.application_id === null ? null : { id: row.application_id, name: row.application_name ?? row.application_id },
    actingGrantId: row.acting_grant_id,
    changes: row.changes as LogEntry["changes"],
  };
}
