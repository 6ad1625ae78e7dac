/** The directives in a text written for people that are applied automatically. */
export interface Directives {
  /** As written: whether such a posture exists is decided elsewhere. */
  readonly posture: string | null;
  readonly targetProductCount: number | null;
}

const MOST_PRODUCTS = 50;

/**
 * Reads the lines `Posture: hold_value` and `Products to show: 3`, inside a list or not. If a directive occurs twice,
 * the first one counts.
 */
export function directivesIn(content: string): Directives {
  let posture: string | null = null;
  let targetProductCount: number | null = null;
  for (const line of content.split("\n")) {
    const { name, said } = labelled(line);
    const value = said.replaceAll(/[`*]/g, "").trim().toLowerCase();
    if (name === "posture") posture ??= value.replaceAll(/[\s-]+/g, "_") || null;
    else if (name === "products to show") targetProductCount ??= countIn(value);
  }
  return { posture, targetProductCount };
}

const MARKS = new Set(" \t\r>*+-");

/**
 * Splits a line such as `- **Posture**: hold value` into name and value. It makes one pass, because the text may come
 * from anybody.
 */
function labelled(line: string): { readonly name: string; readonly said: string } {
  let start = 0;
  while (MARKS.has(line[start] ?? "")) start += 1;
  const colon = line.indexOf(":", start);
  if (colon === -1 || colon - start > LONGEST_NAME) return { name: "", said: "" };
  return { name: line.slice(start, colon).replaceAll("*", "").trim().toLowerCase(), said: line.slice(colon + 1) };
}

const LONGEST_NAME = 40;

function countIn(text: string): number | null {
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return count >= 1 && count <= MOST_PRODUCTS ? count : null;
}
