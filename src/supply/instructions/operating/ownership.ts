import { policyLinesIn } from "../policy/rules.ts";

/** Something in the operating instructions that another part of the storefront decides. */
export interface OwnershipIssue {
  readonly area: "pricing" | "discounts" | "markets" | "acceptance_policy";
  readonly canonicalOwner: "selling_terms" | "buyer_discounts" | "business_profile" | "acceptance_policy";
  readonly canonicalSurface: "playbook_pricing" | "buyer_discounts" | "discovery_card" | "business_rules";
  readonly message: string;
}

interface Rule {
  /** Looks at the wording only, so it is deterministic, and only a hint. */
  readonly isIn: (text: string) => boolean;
  readonly issue: OwnershipIssue;
}

const RULES: readonly Rule[] = [
  {
    isIn: (text) =>
      /[$€£¥]\s?\d|\b\d+([.,]\d+)?\s?(USD|EUR|GBP|JPY|CPM|CPC|CPCV)\b|\b(floor|minimum) (price|CPM)\b|\brate card\b/i.test(
        text,
      ),
    issue: {
      area: "pricing",
      canonicalOwner: "selling_terms",
      canonicalSurface: "playbook_pricing",
      message:
        "floors are decided by compositionPricing.rateCard (PUT /api/v2/storefront) and product rules, and prices by your sources",
    },
  },
  {
    isIn: (text) => /\bdiscounts?\b|\b\d+([.,]\d+)?\s?(%|per ?cent) (off|less)\b/i.test(text),
    issue: {
      area: "discounts",
      canonicalOwner: "buyer_discounts",
      canonicalSurface: "buyer_discounts",
      message:
        "discounts are decided by house-discounts and buyer-instructions: POST /api/v2/storefront/house-discounts",
    },
  },
  {
    isIn: (text) =>
      /\b(accepted|allowed|supported) (countries|markets)\b|\bonly (sell|available) (in|to)\b/i.test(text),
    issue: {
      area: "markets",
      canonicalOwner: "business_profile",
      canonicalSurface: "discovery_card",
      message: "the countries that briefs may come from are decided by acceptedCountries: PUT /api/v2/storefront",
    },
  },
  {
    isIn: (text) =>
      /\b(do not|don't|never) accept\b/i.test(text) || refusesSomebody(text) || policyLinesIn(text).length > 0,
    issue: {
      area: "acceptance_policy",
      canonicalOwner: "acceptance_policy",
      canonicalSurface: "business_rules",
      message:
        "whom and what you accept is decided by the acceptance policy: POST /api/v2/storefront/acceptance-policy",
    },
  },
];

/** What a text says although another part of the storefront decides it; each area is listed once. */
export function ownershipIssuesIn(content: string): OwnershipIssue[] {
  return RULES.filter(({ isIn }) => isIn(content)).map(({ issue }) => issue);
}

/** How many characters may lie between a refusal and its object, within one line. */
const NEAR = 40;
const REFUSAL = /\b(block|reject|prohibit|ban|refuse)(s|ed)?\b/gi;
const REFUSED = /\b(advertisers?|brands?|categor(y|ies)|creatives?)\b/gi;

function refusesSomebody(text: string): boolean {
  return text.split("\n").some((line) => {
    const objects = [...line.matchAll(REFUSED)].map(({ index }) => index);
    let next = 0;
    return [...line.matchAll(REFUSAL)].some(({ index, 0: refusal }) => {
      const end = index + refusal.length;
      while ((objects[next] ?? end) < end) next += 1;
      return (objects[next] ?? Number.POSITIVE_INFINITY) - end <= NEAR;
    });
  });
}
