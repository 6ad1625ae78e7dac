/** Each table after those that it references; a table may also reference itself. */
export function inReferenceOrder(
  tables: readonly { readonly table: string; readonly needs: readonly string[] }[],
): string[] {
  const waiting = new Map(tables.map(({ table, needs }) => [table, needs]));
  const order: string[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([, needs]) => needs.every((needed) => !waiting.has(needed)));
    if (ready.length === 0)
      throw new Error(`these tables refer to each other in a circle: ${[...waiting.keys()].join(", ")}`);
    for (const [table] of ready) {
      order.push(table);
      waiting.delete(table);
    }
  }
  return order;
}

/** The tables of the database, with those that each references. */
export const REFERENCES_OF_TABLES = `
  select c.relname as "table", array(
           select distinct t.relname::text from pg_constraint f join pg_class t on t.oid = f.confrelid
           where f.conrelid = c.oid and f.contype = 'f' and t.oid <> c.oid) as needs,
         exists (select from pg_attribute a
                 where a.attrelid = c.oid and a.attname = 'customer_id' and not a.attisdropped) as "isTenants"
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  order by c.relname`;
