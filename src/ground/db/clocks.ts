import { sql } from "kysely";

/**
 * A common table expression with each customer's clock at an instant of the wall: `with ${clocksAt(wall)} select … from clocks`. Each
 * is read first and by itself: row-level security keeps arithmetic out of an index condition, but not a comparison. `ahead` is by how
 * much it is before the wall, so that what is longest overdue comes first whoever's it is.
 */
export function clocksAt(wall: Date) {
  return sql`clocks as materialized (
      select customer_id, clock_offset_ms * interval '1 millisecond' as ahead,
             ${wall}::timestamptz + clock_offset_ms * interval '1 millisecond' as now
      from customers
    )`;
}
