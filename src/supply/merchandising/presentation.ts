import type { ProductsAnswer } from "../../ground/seller-agent/index.ts";
import type { Terms } from "../instructions/index.ts";
import type { Storefront } from "../storefronts/index.ts";

/** What the operator has written about the storefront that buyers and their agents may see. */
export type Presentation = Pick<
  Storefront,
  | "brandName"
  | "logoUrl"
  | "website"
  | "operatorDomain"
  | "description"
  | "channels"
  | "regions"
  | "acceptedCountries"
  | "advertisingPolicyDisclosure"
  | "demandContactName"
  | "demandContactEmail"
  | "paymentCurrencies"
  | "membershipStatus"
  | "capabilities"
> & { readonly profile: Storefront["businessProfile"] };

/** The maximum length of AdCP's `portfolio.description`. */
const LONGEST = 5_000;

/** A description of the storefront, made of its operator's texts. */
export function descriptionOf(presentation: Presentation): string {
  const { description, regions, profile, paymentCurrencies, demandContactName, demandContactEmail } = presentation;
  const { summary, propertyCount, verticals = [], agentPersonality } = profile ?? {};
  const parts = [
    description ?? summary,
    description && summary,
    propertyCount !== undefined && `Properties: ${propertyCount}.`,
    verticals.length > 0 && `Verticals: ${verticals.join(", ")}.`,
    regionsOf(regions, profile?.regions),
    memberOf(presentation.membershipStatus),
    offersOf(presentation.capabilities),
    paymentCurrencies.length > 0 && `Paid in ${paymentCurrencies.join(", ")}.`,
    demandContactName && demandContactEmail && `Contact: ${demandContactName}, ${demandContactEmail}.`,
    agentPersonality && `Voice: ${agentPersonality}`,
  ];
  return parts.filter(Boolean).join("\n").slice(0, LONGEST);
}

function memberOf(status: Presentation["membershipStatus"]): string | undefined {
  if (status === "AAO_FOUNDING_MEMBER") return "A founding member of the Agentic Advertising Organization.";
  return status === "AAO_MEMBER" ? "A member of the Agentic Advertising Organization." : undefined;
}

function offersOf(capabilities: Presentation["capabilities"]): string | undefined {
  const offers = [
    capabilities.offersCreativeReview && "creative review",
    capabilities.offersCampaignApproval && "campaign approval",
    capabilities.offersProductComposition && "product composition",
  ].filter(Boolean);
  return offers.length > 0 ? `Offers ${offers.join(", ")}.` : undefined;
}

function regionsOf(declared: readonly string[], profiled: readonly string[] = []): string | undefined {
  const regions = [...new Set([...declared, ...profiled])];
  return regions.length > 0 ? `Regions: ${regions.join(", ")}.` : undefined;
}

/** The channels it sells according to its operator, in AdCP's terms; empty if the operator has stated none. */
export function channelsOf({ channels, profile }: Presentation): readonly string[] {
  const declared = channels.length > 0 ? channels : (profile?.channels ?? []);
  return declared.map((channel) => (channel === "audio" ? "streaming_audio" : channel));
}

interface Overlay {
  readonly terms: Terms;
  /** The name to show on a storefront that passes one source through; null for a storefront that composes its own products. */
  readonly identity: string | null;
}

/** The answer as this buyer sees it: under the seller's name, with the buyer's terms (seed 003). */
export function overlaid(answer: ProductsAnswer, { terms, identity }: Overlay): ProductsAnswer {
  const notes = terms.matched.flatMap(({ notes: words }) => words ?? []);
  const lines = [identity && `Sold by ${identity}.`, ...notes].filter(Boolean);
  if (lines.length === 0) return answer;
  const products = answer.products.map((product) => ({
    ...product,
    description: [product.description, ...lines].filter(Boolean).join("\n\n"),
  }));
  return { ...answer, products };
}

/** The name of a passthrough storefront, with what distinguishes it from others of that name. */
export function identityOf(name: string, { brandName, website, operatorDomain }: Presentation): string {
  const others = [brandName !== name && brandName, website ?? operatorDomain].filter(Boolean);
  return others.length > 0 ? `${name} (${others.join(", ")})` : name;
}
