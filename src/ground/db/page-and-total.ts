import type { SelectQueryBuilder } from "kysely";
import type { Tables } from "./db.ts";

interface Window {
  readonly take: number;
  readonly skip: number;
}

/** A page of an ordered query, and the total; both are queried in parallel. */
export async function pageAndTotal<T extends keyof Tables, O>(
  ordered: SelectQueryBuilder<Tables, T, O>,
  { take, skip }: Window,
): Promise<{ rows: O[]; total: number }> {
  const [rows, { total }] = await Promise.all([
    ordered.limit(take).offset(skip).execute(),
    ordered
      .clearOrderBy()
      .clearSelect()
      .select((count) => count.fn.countAll<number>().as("total"))
      .executeTakeFirstOrThrow(),
  ]);
  return { rows, total };
}
