import { sql } from "kysely";
import type { FactsInFull } from "./rows.ts";

/** Everything about recorded runs that have rows of their own, under the table's name. */
export function factsInFull() {
  return sql<FactsInFull>`run_facts_in_full`.as<"run_facts">(sql`run_facts`);
}

/** Includes runs recorded a moment ago, which borrow the facts of the earlier run that they are like. */
export function factsAsRecorded() {
  return sql<FactsInFull>`facts_as_recorded`.as<"run_facts">(sql`run_facts`);
}
