/** A statement without its literals and comments, which could be mistaken for keywords and names. */
export const withoutTexts = (text: string) => text.replaceAll(/'(?:[^']|'')*'/g, "''").replaceAll(/--[^\n]*/g, "");

/** The names of the statement's common table expressions. */
export function expressionNamesIn(text: string): readonly string[] {
  return [
    ...text.matchAll(
      /(?:\bwith(?: recursive)?|\),)\s+"?(\w+)"?(?:\s*\([^)]*\))?\s+as\s+(?:not\s+)?(?:materialized\s*)?\(/g,
    ),
  ].map(([, name]) => name ?? "");
}

/** The tables that the statement reads or writes. */
export function tablesIn(text: string): readonly string[] {
  const named = [...text.matchAll(/\b(?:from|join|into|update)\s+((?:"?\w+"?\.)?"?[a-z_]\w*"?)(?![\w".]|\s*\()/g)];
  const expressions = new Set(expressionNamesIn(text));
  return named
    .map(([, name]) => (name ?? "").replaceAll('"', ""))
    .filter((name) => !expressions.has(name) && !/^(lateral|unnest|select|set|only|of|skip)$/.test(name));
}

/** The text from a position to the end of the enclosing parentheses, or of the statement. */
export function partBehind(text: string, start: number): string {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === "(") depth += 1;
    if (text[at] === ")" && --depth < 0) return text.slice(start, at);
  }
  return text.slice(start);
}
