import { bareDomain } from "../../../ground/kernel/domain.ts";

/** What one verb of an acceptance policy names. */
export interface Named {
  /** Domains of operators, brands and their houses. */
  readonly buyers: ReadonlySet<string>;
  /** As buyers know them, `${sourceId}:${sourceProductId}`. */
  readonly products: ReadonlySet<string>;
}

/** What an acceptance policy decides automatically; a person has to judge by everything else in it. */
export interface PolicyRules {
  /** Refused. */
  readonly blocks: Named;
  /** For a person to review. `all` means all of them. */
  readonly reviews: Named;
}

/** What a line may begin with before it says something: a list's mark, a quotation's, emphasis. */
const MARKS = /^[\s>*+-]*/;
const RULE = /^(block|review) (buyers|products)\**:/i;

interface PolicyLine {
  readonly verb: "block" | "review";
  readonly kind: "buyers" | "products";
  readonly entries: string;
}

/** The lines `Block buyers: …`, `Review products: …` and their like, in a list or out of it. Line by line: a text is as long as it is. */
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

/** What those lines name; commas between entries. */
export function rulesIn(content: string): PolicyRules {
  const none = () => ({ buyers: new Set<string>(), products: new Set<string>() });
  const rules = { block: none(), review: none() };
  for (const { verb, kind, entries } of policyLinesIn(content)) {
    for (const entry of entries.split(",").map((text) => text.replaceAll("`", "").trim()))
      rules[verb][kind].add(kind === "products" ? entry : (bareDomain(entry) ?? entry.toLowerCase()));
  }
  return { blocks: rules.block, reviews: rules.review };
}
