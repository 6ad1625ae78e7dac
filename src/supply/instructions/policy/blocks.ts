import { bareDomain } from "../../../ground/kernel/domain.ts";

/** What an acceptance policy decides by itself; everything else in it is for a person to judge by. */
export interface Blocks {
  /** Domains of operators, brands and their houses. */
  readonly buyers: ReadonlySet<string>;
  /** As buyers know them, `${sourceId}:${sourceProductId}`. */
  readonly products: ReadonlySet<string>;
}

const LINE = /^[\s>*+-]*\**block (buyers|products)\**:\**(.*)$/gim;

/** Reads the lines `Block buyers: …` and `Block products: …`, in a list or out of it; entries are separated by commas. */
export function blocksIn(content: string): Blocks {
  const named = { buyers: new Set<string>(), products: new Set<string>() };
  for (const [, kind = "", entries = ""] of content.matchAll(LINE)) {
    for (const entry of entries.split(",").map((text) => text.replaceAll("`", "").trim())) {
      if (kind.toLowerCase() === "products") named.products.add(entry);
      else named.buyers.add(bareDomain(entry) ?? entry.toLowerCase());
    }
  }
  return named;
}
