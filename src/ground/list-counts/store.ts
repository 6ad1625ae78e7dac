import { sql } from "kysely";
import { type Db, type InstallationDb, preparedQuery } from "../db/index.ts";

/** The lists whose counts are maintained when rows are written (migration 0134). */
type CountedList = "campaigns" | "advertisers";

interface Counted {
  readonly customerId: number;
  readonly list: CountedList;
  /** Rows with any of these statuses are counted. */
  readonly statuses: readonly string[];
}

/** The exact number of rows of the list that have one of these statuses, without scanning the rows. */
export async function countInStatuses(db: Db, counted: Counted): Promise<number> {
  const [row] = await sums(db, counted);
  return row?.total ?? 0;
}

const sums = preparedQuery((db, { customerId, list, statuses }: Counted) =>
  db
    .selectFrom("list_counts")
    .select(sql<number>`coalesce(sum(number), 0)::bigint`.as("total"))
    .where("customer_id", "=", customerId)
    .where("list", "=", list)
    .where(sql<boolean>`status = any(${statuses})`),
);

const FOLDED_FROM = 20;
const LISTS_AT_ONCE = 1_000;

/** Merges the many rows of each status into one. A concurrent sum sees either the many or the one. */
export async function foldCountsOfAllCustomers(db: InstallationDb): Promise<void> {
  await sql`
    with many as (
      select customer_id, list from list_counts group by customer_id, list having count(*) > ${FOLDED_FROM} limit ${LISTS_AT_ONCE}
    ), folded as (
      delete from list_counts counted using many
      where (counted.customer_id, counted.list) = (many.customer_id, many.list) returning counted.*
    )
    insert into list_counts (customer_id, list, status, number)
    select customer_id, list, status, sum(number) from folded
    group by customer_id, list, status having sum(number) <> 0
    returning true`.execute(db);
}
