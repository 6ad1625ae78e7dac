/** What of a text for people a machine goes by. */
export interface Directives {
  /** As it is written: whether there is such a posture is for others to say. */
  readonly posture: string | null;
  readonly targetProductCount: number | null;
}

const LINE = /^[\s>*+-]*\**(posture|products to show)\**:\**(.*)$/gim;
const MOST_PRODUCTS = 50;

/** Reads the lines `Posture: hold_value` and `Products to show: 3`, in a list or out of it; of two that are alike, the first. */
export function directivesIn(content: string): Directives {
  let posture: string | null = null;
  let targetProductCount: number | null = null;
  for (const [, name = "", said = ""] of content.matchAll(LINE)) {
    const value = said.replaceAll(/[`*]/g, "").trim().toLowerCase();
    if (name.toLowerCase() === "posture") posture ??= value.replaceAll(/[\s-]+/g, "_") || null;
    else targetProductCount ??= countIn(value);
  }
  return { posture, targetProductCount };
}

function countIn(text: string): number | null {
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return count >= 1 && count <= MOST_PRODUCTS ? count : null;
}
