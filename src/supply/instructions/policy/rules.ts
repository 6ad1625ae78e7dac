import { bareDomain } from "../../../ground/kernel/domain.ts";

/** What one verb of an acceptance policy applies to. */
export interface BuyerSelection {
  /** Domains of operators, brands and their houses. */
  readonly buyers: ReadonlySet<string>;
  /** Product ids as buyers know them, `${sourceId}:${sourceProductId}`. */
  readonly products: ReadonlySet<string>;
}

/** The parts of an acceptance policy that are decided automatically; a person has to judge the rest. */
export interface PolicyRules {
  /** What is refused. */
  readonly blocks: BuyerSelection;
  /** What a person has to review; `all` means everything. */
  readonly reviews: BuyerSelection;
}

/** What may precede a line's text: list and quotation marks, emphasis. */
const MARKS = /^[\s>*+-]*/;
const RULE = /^(block|review) (buyers|products)\**:/i;

interface PolicyLine {
  readonly verb: "block" | "review";
  readonly kind: "buyers" | "products";
  readonly entries: string;
}

/**
 * The lines `Block buyers: …`, `Review products: …` and the like, inside a list or not. Works line by line, because a
 * text can be of any length.
 */
export function policyLinesIn(content: string): PolicyLine[] {
  return content.split(/[\n\r\u2028\u2029]/).flatMap((line) => {
    const said = line.replace(MARKS, "");
    const [head, verb = "", kind = ""] = RULE.exec(said) ?? [];
    if (head === undefined) return [];
    return {
      verb: verb.toLowerCase() === "block" ? "block" : "review",
      kind: kind.toLowerCase() === "products" ? "products" : "buyers",
      entries: said.slice(head.length).replace(/^\**/, ""),
    };
  });
}

/** Parses the entries of those lines, which commas separate. */
export function rulesIn(content: string): PolicyRules {
  const none = () => ({ buyers: new Set<string>(), products: new Set<string>() });
  const rules = { block: none(), review: none() };
  for (const { verb, kind, entries } of policyLinesIn(content)) {
    for (const entry of entries.split(",").map((text) => text.replaceAll("`", "").trim()))
      rules[verb][kind].add(kind === "products" ? entry : (bareDomain(entry) ?? entry.toLowerCase()));
  }
  return { blocks: rules.block, reviews: rules.review };
}
