import { sql } from "kysely";

/**
 * A common table expression with each customer's clock at a moment of real time: `with ${clocksAt(wall)} select … from
 * clocks`. Each is read separately first: row-level security keeps arithmetic out of index conditions, but not
 * comparisons. `ahead` is how far it is ahead of real time, so that the longest overdue comes first, for all customers.
 */
export function clocksAt(wall: Date) {
  return sql`clocks as materialized (
      select customer_id, clock_offset_ms * interval '1 millisecond' as ahead,
             ${wall}::timestamptz + clock_offset_ms * interval '1 millisecond' as now
      from customers
    )`;
}
