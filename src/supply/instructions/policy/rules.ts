import { bareDomain } from "../../../ground/kernel/domain.ts";

/** What one verb of an acceptance policy names. */
export interface Named {
  /** Domains of operators, brands and their houses. */
  readonly buyers: ReadonlySet<string>;
  /** As buyers know them, `${sourceId}:${sourceProductId}`. */
  readonly products: ReadonlySet<string>;
}

/** What an acceptance policy decides by itself; everything else in it is for a person to judge by. */
export interface PolicyRules {
  /** Refused. */
  readonly blocks: Named;
  /** For a person to look at. `all` stands for every one of them. */
  readonly reviews: Named;
}

const LINE = /^[\s>*+-]*\**(block|review) (buyers|products)\**:\**(.*)$/gim;

/** Reads the lines `Block buyers: …`, `Review products: …` and their like, in a list or out of it; commas between entries. */
export function rulesIn(content: string): PolicyRules {
  const none = () => ({ buyers: new Set<string>(), products: new Set<string>() });
  const rules = { block: none(), review: none() };
  for (const [, verb = "", kind = "", entries = ""] of content.matchAll(LINE)) {
    const named = rules[verb.toLowerCase() === "block" ? "block" : "review"];
    for (const entry of entries.split(",").map((text) => text.replaceAll("`", "").trim())) {
      if (kind.toLowerCase() === "products") named.products.add(entry);
      else named.buyers.add(bareDomain(entry) ?? entry.toLowerCase());
    }
  }
  return { blocks: rules.block, reviews: rules.review };
}
