import { sql } from "kysely";
import type { Db, InstallationDb } from "../../ground/db/index.ts";
import { maintainPartitionsOfAllCustomers } from "../../ground/db/partitions/index.ts";
import { sendAhead } from "../../ground/db/writing/index.ts";
import { ROWS_A_PAGE } from "../../ground/kernel/csv/csv-list.ts";
import type { Page } from "../../ground/kernel/query.ts";
import { type ListedRequest, type LoggedRequest, MOST_KEPT } from "./logged-request.ts";

/** All rows are passed as one value, because a statement with a parameter for each column of each row takes ten times as long to build. */
export async function insertRequestsOfAnyCustomer(
  db: InstallationDb,
  requests: readonly LoggedRequest[],
): Promise<void> {
  const inserting = sql`
    insert into request_log (customer_id, request_id, at, method, path, operation, tool, status, duration_ms, user_id, api_key_id,
      caller_key_id, application_id, acting_grant_id)
    select "customerId", "requestId", at, method, path, operation, tool, status, "durationMs", "userId", "apiKeyId",
      "callerKeyId", "applicationId", "actingGrantId"
    from json_to_recordset(${JSON.stringify(requests)}) as one ("customerId" bigint, "requestId" text, at timestamptz, method text,
      path text, operation text, tool text, status integer, "durationMs" integer, "userId" bigint, "apiKeyId" text,
      "callerKeyId" text, "applicationId" text, "actingGrantId" text)
    on conflict do nothing`;
  await sendAhead(db, inserting);
}

export interface RequestFilter {
  readonly requestId?: string | undefined;
  readonly operation?: string | undefined;
  readonly method?: string | undefined;
  readonly outcome?: "answered" | "refused" | "failed" | undefined;
  readonly apiKeyId?: string | undefined;
  readonly callerKeyId?: string | undefined;
  readonly applicationId?: string | undefined;
  readonly actingGrantId?: string | undefined;
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
}

/** Newest first, with the total number of matches. */
export async function listRequests(
  db: Db,
  customerId: number,
  filter: RequestFilter,
  { take, skip }: Page,
): Promise<{ requests: ListedRequest[]; total: number }> {
  const matching = matchingOf(db, customerId, filter);
  const [rows, { total }] = await Promise.all([
    named(matching).limit(take).offset(skip).execute(),
    matching.select(({ fn }) => fn.countAll<number>().as("total")).executeTakeFirstOrThrow(),
  ]);
  return { requests: rows.map(fromRow), total };
}

/** A page of the file: requests below an id, newest first. */
export async function listRequestsBelow(
  db: Db,
  customerId: number,
  filter: RequestFilter,
  below: string | undefined,
): Promise<ListedRequest[]> {
  const matching = matchingOf(db, customerId, filter);
  const page = below === undefined ? matching : matching.where("log.request_id", "<", below);
  return (await named(page).limit(ROWS_A_PAGE).execute()).map(fromRow);
}

/** Includes the names of the callers; newest first. */
function named(matching: ReturnType<typeof matchingOf>) {
  return matching
    .leftJoin("users", "users.user_id", "log.user_id")
    .leftJoin("api_keys as key", (on) =>
      on.onRef("key.customer_id", "=", "log.customer_id").onRef("key.api_key_id", "=", "log.api_key_id"),
    )
    .leftJoin("caller_keys as caller", (on) =>
      on.onRef("caller.customer_id", "=", "log.customer_id").onRef("caller.caller_key_id", "=", "log.caller_key_id"),
    )
    .leftJoin("connected_applications as app", (on) =>
      on.onRef("app.customer_id", "=", "log.customer_id").onRef("app.application_id", "=", "log.application_id"),
    )
    .selectAll("log")
    .select(["users.email", "key.name as key_name", "caller.name as caller_name", "app.name as application_name"])
    .orderBy("log.request_id", "desc");
}

function fromRow(row: Awaited<ReturnType<ReturnType<typeof named>["executeTakeFirstOrThrow"]>>): ListedRequest {
  return {
    requestId: row.request_id,
    at: row.at,
    method: row.method,
    path: row.path,
    operation: row.operation,
    tool: row.tool,
    status: row.status,
    durationMs: row.duration_ms,
    userId: row.user_id,
    userEmail: row.email,
    apiKeyId: row.api_key_id,
    apiKeyName: row.key_name,
    callerKeyId: row.caller_key_id,
    callerKeyName: row.caller_name,
    applicationId: row.application_id,
    applicationName: row.application_name,
    actingGrantId: row.acting_grant_id,
  };
}

/** The range of statuses for each outcome: the first one, and the first one beyond the range. */
const STATUSES = { answered: [100, 400], refused: [400, 500], failed: [500, 600] } as const;

function matchingOf(db: Db, customerId: number, filter: RequestFilter) {
  const { requestId, operation, method, outcome, from, until } = filter;
  const { apiKeyId, callerKeyId, applicationId, actingGrantId } = filter;
  let log = db.selectFrom("request_log as log").where("log.customer_id", "=", customerId);
  if (requestId !== undefined) log = log.where("log.request_id", "=", requestId);
  if (operation !== undefined) log = log.where("log.operation", "=", operation);
  if (method !== undefined) log = log.where("log.method", "=", method);
  if (outcome !== undefined)
    log = log.where("log.status", ">=", STATUSES[outcome][0]).where("log.status", "<", STATUSES[outcome][1]);
  if (apiKeyId !== undefined) log = log.where("log.api_key_id", "=", apiKeyId);
  if (callerKeyId !== undefined) log = log.where("log.caller_key_id", "=", callerKeyId);
  if (applicationId !== undefined) log = log.where("log.application_id", "=", applicationId);
  if (actingGrantId !== undefined) log = log.where("log.acting_grant_id", "=", actingGrantId);
  if (from) log = log.where("log.at", ">=", from);
  if (until) log = log.where("log.at", "<=", until);
  return log;
}

/** Organisations are processed in turns: this is the n-th of so many. */
export interface Turn {
  readonly nth: number;
  readonly of: number;
}

/**
 * Deletes the days that had ended by then and, for the organisations whose turn it is, all but each one's newest requests. Counting the
 * requests of all organisations at once would exceed the statement timeout.
 */
export async function deleteRequestsOfAllCustomers(
  db: InstallationDb,
  before: Date,
  { nth, of }: Turn,
  most = MOST_KEPT,
): Promise<void> {
  await maintainPartitionsOfAllCustomers(db, "request_log", before);
  const { rows } = await sql<{ customer_id: number }>`
    select customer_id from customers where customer_id % ${of} = ${nth}`.execute(db);
  // Materialised, so that the end of each log is determined only once; in a plain subquery it was determined again for every row.
  await sql`
    with full_log as materialized (
      select customer_id from request_log where customer_id = any(${rows.map((row) => row.customer_id)}::bigint[])
      group by customer_id having count(*) > ${most}
    ), over as materialized (
      select full_log.customer_id, edge.request_id from full_log cross join lateral (
        select request_id from request_log where customer_id = full_log.customer_id
        order by request_id desc offset ${most} limit 1) as edge
    )
    delete from request_log log using over where log.customer_id = over.customer_id and log.request_id <= over.request_id`.execute(
    db,
  );
}
