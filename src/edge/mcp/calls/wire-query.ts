type Query = Readonly<Record<string, string | readonly string[]>>;

/** Converts JSON values to the query that a URL would contain; null and missing values are omitted. */
export function queryOf(given: Readonly<Record<string, unknown>>): Query {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => {
      if (!Array.isArray(value)) return value === undefined || value === null ? [] : [[name, textOf(value)]];
      const [only, ...more] = value.map(textOf);
      return only === undefined ? [] : [[name, more.length > 0 ? [only, ...more] : only]];
    }),
  );
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
