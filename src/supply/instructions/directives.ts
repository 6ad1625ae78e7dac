/** The parts of a text for people that are applied automatically. */
export interface Directives {
  /** As it is written: whether there is such a posture is for others to say. */
  readonly posture: string | null;
  readonly targetProductCount: number | null;
}

const MOST_PRODUCTS = 50;

/** Reads the lines `Posture: hold_value` and `Products to show: 3`, in a list or out of it; of two that are alike, the first. */
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

/** What a line says under a name: `- **Posture**: hold value`. Gone over once: it is anybody's text. */
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
