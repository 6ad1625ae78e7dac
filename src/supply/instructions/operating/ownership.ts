/** Something that operating instructions say and another part of the storefront decides. */
export interface OwnershipIssue {
  readonly area: "pricing" | "discounts" | "markets" | "acceptance_policy";
  readonly canonicalOwner: "selling_terms" | "buyer_discounts" | "business_profile" | "acceptance_policy";
  readonly canonicalSurface: "playbook_pricing" | "buyer_discounts" | "discovery_card" | "business_rules";
  readonly message: string;
}

interface Rule {
  /** Read off the text as it stands: deterministic, and no more than a hint. */
  readonly sign: RegExp;
  readonly issue: OwnershipIssue;
}

const RULES: readonly Rule[] = [
  {
    sign: /[$€£¥]\s?\d|\b\d+([.,]\d+)?\s?(USD|EUR|GBP|JPY|CPM|CPC|CPCV)\b|\b(floor|minimum) (price|CPM)\b|\brate card\b/i,
    issue: {
      area: "pricing",
      canonicalOwner: "selling_terms",
      canonicalSurface: "playbook_pricing",
      message: "prices and floors are decided by compositionPricing: PUT /api/v2/storefront",
    },
  },
  {
    sign: /\bdiscounts?\b|\b\d+([.,]\d+)?\s?(%|per ?cent) (off|less)\b/i,
    issue: {
      area: "discounts",
      canonicalOwner: "buyer_discounts",
      canonicalSurface: "buyer_discounts",
      message:
        "discounts are decided by house-discounts and buyer-instructions: POST /api/v2/storefront/house-discounts",
    },
  },
  {
    sign: /\b(accepted|allowed|supported) (countries|markets)\b|\bonly (sell|available) (in|to)\b/i,
    issue: {
      area: "markets",
      canonicalOwner: "business_profile",
      canonicalSurface: "discovery_card",
      message: "the countries that briefs may come from are decided by acceptedCountries: PUT /api/v2/storefront",
    },
  },
  {
    sign: /\b(do not|don't|never) accept\b|\b(block|reject|prohibit|ban|refuse)(s|ed)?\b.{0,40}\b(advertisers?|brands?|categor(y|ies)|creatives?)\b|^\W*block (buyers|products):/im,
    issue: {
      area: "acceptance_policy",
      canonicalOwner: "acceptance_policy",
      canonicalSurface: "business_rules",
      message:
        "whom and what you accept is decided by the acceptance policy: POST /api/v2/storefront/acceptance-policy",
    },
  },
];

/** What a text says that is not its to say, each area once. */
export function ownershipIssuesIn(content: string): OwnershipIssue[] {
  return RULES.filter(({ sign }) => sign.test(content)).map(({ issue }) => issue);
}
