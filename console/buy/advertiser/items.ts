import { advertiser } from "../../messages/advertiser.ts";

const words = advertiser.catalogs;

export type Item = Record<string, unknown>;

/**
 * The items of a catalog as pasted: JSON, or a table whose first line names its columns. Throws an Error that says what
 * is wrong.
 */
export async function itemsIn(text: string): Promise<Item[]> {
  try {
    return /^\s*[[{]/.test(text) ? fromJson(JSON.parse(text)) : await fromTable(text);
  } catch (error) {
    throw new Error(words.unreadable(error instanceof Error ? error.message : String(error)), { cause: error });
  }
}

function fromJson(said: unknown): Item[] {
  const list = Array.isArray(said) ? said : (said as { readonly items?: unknown }).items;
  if (!Array.isArray(list)) throw new Error(words.notAList);
  return list as Item[];
}

/** A spreadsheet copies its cells with tabs between them; a file has commas or semicolons. */
async function fromTable(text: string): Promise<Item[]> {
  // Only those who paste a table need its reader.
  const { parse } = await import("csv-parse/browser/esm/sync");
  const [head = ""] = text.trimStart().split("\n", 1);
  const delimiter = ["\t", ";", ","].find((one) => head.includes(one)) ?? ",";
  const items = parse<Item>(text, { delimiter, columns: true, skip_empty_lines: true, trim: true, bom: true });
  if (items.length === 0) throw new Error(words.notAList);
  return items;
}
