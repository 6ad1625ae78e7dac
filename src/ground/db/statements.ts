const MOST = 2_000;

/**
 * Names each SQL text, so that PostgreSQL parses and plans it once per connection. Texts beyond the first 2,000 stay
 * unnamed: a query whose text varies with its input would otherwise fill every connection's memory.
 */
export function statementNames(): (text: string) => string | undefined {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known || names.size >= MOST) return known;
    const name = `s${names.size}`;
    names.set(text, name);
    return name;
  };
}
