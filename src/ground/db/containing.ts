import { type RawBuilder, type SqlBool, sql } from "kysely";

/** The `ilike` pattern for everything that contains this text; its own wildcards are escaped. */
export function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
}

/** Whether the row has this id, or one of its names contains this text, in any letter case. */
export function isCalled(text: string, id: string, ...names: readonly string[]): RawBuilder<SqlBool> {
  const named = names.map((name) => sql`${sql.ref(name)} ilike ${containing(text)}`);
  return sql<SqlBool>`(${sql.join([sql`${sql.ref(id)}::text = ${text}`, ...named], sql` or `)})`;
}
