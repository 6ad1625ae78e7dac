import { compare, type Decimal } from "../../ground/kernel/money.ts";
import { type BuyerInstruction, scopeName } from "./buyers/buyer-instruction.ts";
import { type Directives, directivesIn } from "./directives.ts";
import { chainOf, type Hierarchy, type HouseDiscount } from "./discounts/house-discount.ts";
import type { Thresholds } from "./operating/doctrine.ts";
import { type BuyerSelection, rulesIn } from "./policy/rules.ts";
import type { DocumentKind, Version } from "./versions/version.ts";

/** Who would buy, and in which countries. */
export interface BuyerScope {
  readonly operatorDomain: string | null;
  readonly brandDomain: string | null;
  /** Empty if none are stated: then no row that is limited to countries matches (contract G13). */
  readonly countries: readonly string[];
}

/** Everything a storefront has decided that may affect one buyer. */
export interface Settled {
  readonly active: Readonly<
    Partial<Record<DocumentKind, Pick<Version, "version" | "content"> & Partial<Pick<Version, "thresholds">>>>
  >;
  readonly instructions: readonly BuyerInstruction[];
  readonly discounts: readonly HouseDiscount[];
  readonly operator: Hierarchy | undefined;
  readonly brand: Hierarchy | undefined;
  /** The sources whose price the storefront itself has to pay, so that it never quotes below it. */
  readonly resold: ReadonlySet<string>;
}

interface Discount {
  readonly percent: Decimal;
  readonly source: "buyer_instruction" | "house_discount";
  readonly sourceId: number;
  /** Whom the discount was given to, for explanations. */
  readonly givenTo: string;
}

/** The terms for one buyer, with the versions they come from. */
export interface Terms {
  readonly operatingInstructionsVersion: number | null;
  /** The operating instructions' thresholds for pitching to a brief; null if there are none. */
  readonly thresholds: Thresholds | null;
  readonly acceptancePolicyVersion: number | null;
  /** The text of the policy, for buyers to whom the storefront discloses it. */
  readonly acceptancePolicy: string | null;
  /** The domain because of which the acceptance policy refuses the buyer; null if it does not. */
  readonly refusedAs: string | null;
  readonly blocks: BuyerSelection;
  /** The domain because of which a person has to review the buyer, or `all`; null if nobody has to. */
  readonly reviewedAs: string | null;
  readonly reviews: BuyerSelection;
  /** The matching instructions, the most specific first. */
  readonly matched: readonly BuyerInstruction[];
  /** The largest discount that applies; null if none does. */
  readonly discount: Discount | null;
  /** Every other discount at which the buyer may have been quoted, depending on the country. */
  readonly elsewhere: readonly Discount[];
  readonly resold: ReadonlySet<string>;
  /** The directives in the operating instructions. */
  readonly instructionsSay: Directives;
  /** The directives in the notes about this buyer; each comes from the most specific note that has it. */
  readonly notesSay: Directives;
  /** The active doctrine's posture on floors; null if there is no doctrine. */
  readonly floorPosture: Thresholds["floorPosture"] | null;
}

/** Storefront contract §10.3: of all that match, the largest discount and all of the notes apply; nothing overrides anything. */
export function resolveTerms(settled: Settled, scope: BuyerScope): Terms {
  const { active, operator, brand, resold } = settled;
  const policy = active.acceptance_policy;
  const { blocks, reviews } = rulesIn(policy?.content ?? "");
  const own = settled.instructions.filter((row) => isMeant(row, scope)).toSorted(bySpecificity);
  const matched = own.filter(({ countries }) => reaches(countries, scope.countries));
  const houses = settled.discounts
    .filter((row) => isOfHouse(row, settled))
    .toSorted(brandsFirst)
    .map(fromHouse);
  const domains = [operator, brand].flatMap((hierarchy) => (hierarchy ? chainOf(hierarchy) : []));
  return {
    operatingInstructionsVersion: active.operating_instructions?.version ?? null,
    thresholds: active.operating_instructions?.thresholds ?? null,
    acceptancePolicyVersion: policy?.version ?? null,
    acceptancePolicy: policy?.content ?? null,
    refusedAs: domains.find((domain) => blocks.buyers.has(domain)) ?? null,
    blocks,
    reviewedAs: [...domains, "all"].find((domain) => reviews.buyers.has(domain)) ?? null,
    reviews,
    matched,
    discount: bestOf([...matched.flatMap(fromInstruction), ...houses]),
    elsewhere: own.filter(({ countries }) => countries !== null).flatMap(fromInstruction),
    resold,
    instructionsSay: directivesIn(active.operating_instructions?.content ?? ""),
    notesSay: directivesOf(matched),
    floorPosture: active.operating_instructions?.thresholds?.floorPosture ?? null,
  };
}

function directivesOf(matched: readonly BuyerInstruction[]): Directives {
  const said = matched.map(({ notes }) => directivesIn(notes ?? ""));
  const first = <K extends keyof Directives>(name: K) => said.find((one) => one[name] !== null)?.[name] ?? null;
  return { posture: first("posture"), targetProductCount: first("targetProductCount") };
}

/** The discount on a source's price, in percent. */
export function percentAt({ discount, resold }: Terms, sourceId: string): Decimal {
  return discount && !resold.has(sourceId) ? discount.percent : "0";
}

/**
 * Whether the buyer can have been quoted a source's price with this discount under the current settings. A discount of
 * zero is always possible.
 */
export function mayQuote({ discount, elsewhere, resold }: Terms, sourceId: string, percent: Decimal): boolean {
  if (compare(percent, "0") === 0) return true;
  const quoted = [...(discount ? [discount] : []), ...elsewhere];
  return !resold.has(sourceId) && quoted.some((one) => compare(one.percent, percent) === 0);
}

function isMeant({ operatorDomain, brandDomain }: BuyerInstruction, scope: BuyerScope): boolean {
  return (
    (operatorDomain === null || operatorDomain === scope.operatorDomain) &&
    (brandDomain === null || brandDomain === scope.brandDomain)
  );
}

function reaches(countries: readonly string[] | null, targeted: readonly string[]): boolean {
  return countries === null || targeted.some((country) => countries.includes(country));
}

/** An instruction for a brand is more specific than one for an operator, and both are more specific than one for a country. */
function bySpecificity(a: BuyerInstruction, b: BuyerInstruction): number {
  const said = ({ brandDomain, operatorDomain, countries }: BuyerInstruction) =>
    (brandDomain ? 4 : 0) + (operatorDomain ? 2 : 0) + (countries ? 1 : 0);
  return said(b) - said(a) || a.buyerInstructionId - b.buyerInstructionId;
}

function isOfHouse({ scope, houseDomain }: HouseDiscount, { brand, operator }: Settled): boolean {
  const hierarchy = scope === "brand" ? brand : operator;
  return hierarchy !== undefined && chainOf(hierarchy).includes(houseDomain);
}

function brandsFirst(a: HouseDiscount, b: HouseDiscount): number {
  return Number(a.scope === "operator") - Number(b.scope === "operator");
}

function fromInstruction(row: BuyerInstruction): Discount[] {
  const { discountPercent: percent, buyerInstructionId: sourceId } = row;
  return percent === null ? [] : [{ percent, source: "buyer_instruction", sourceId, givenTo: scopeName(row) }];
}

function fromHouse({
  discountPercent: percent,
  houseDiscountId: sourceId,
  scope,
  houseDomain,
}: HouseDiscount): Discount {
  return { percent, source: "house_discount", sourceId, givenTo: `the ${scope}s of ${houseDomain}` };
}

/**
 * Of equal discounts the first wins: an instruction before a house, a more specific one before a less specific one, a
 * brand's before an operator's.
 */
function bestOf(discounts: readonly Discount[]): Discount | null {
  const [best = null] = discounts.toSorted((a, b) => compare(b.percent, a.percent));
  return best;
}
