import type { BriefReading } from "../../../ground/brief/index.ts";
import { compare } from "../../../ground/kernel/money.ts";
import { RANKING_VERSION, type Ranked, rankProducts } from "../../../ground/ranking/rank-products.ts";
import type { Ask } from "../../../ground/refining/index.ts";
import type { Product } from "../../../ground/seller-agent/index.ts";
import { outOfReach } from "../answer/availability.ts";
import type { Versions } from "../discovery.ts";
import { cpmOf } from "../pricing.ts";
import { asksInForce } from "../reading/asks.ts";
import { understand } from "../reading/understand.ts";
import type { Nearness } from "../vectors/nearness.ts";
import { briefFilters, defaultFilter } from "./brief-filters.ts";
import type { SearchCriteria } from "./criteria.ts";
import type { EmptyReason } from "./empty-reason.ts";
import {
  channelsOf,
  type Filter,
  type Filtered,
  filterProducts,
  filtersFor,
  type Removal,
  removalOf,
} from "./filter-products.ts";
import { isNothingFitting, nothingFits } from "./nothing-fits.ts";
import type { Offerer } from "./seller-answer.ts";

type Offered = Offerer & { readonly product: Product };

/** The remaining offers, in one order over all sellers, and what was removed. */
export interface Fitting {
  readonly ranked: readonly (Ranked<Offered> & { readonly rank: number })[];
  readonly removed: readonly Removal[];
  /** Why there is nothing, if the brief was understood and no product fits it. */
  readonly nothing: EmptyReason | undefined;
  readonly reading: BriefReading | undefined;
  readonly versions: Versions;
}

interface Circumstances {
  /** The advertiser's. */
  readonly currency: string;
  readonly omissions: readonly Filter[];
  /** A model's similarities, if there is a model. */
  readonly nearness: Nearness | undefined;
}

/**
 * The request's filters first, then the brief's, then the ranking, and the default last: it may only hide what does not
 * fit.
 */
export async function fitProducts(
  offers: readonly Offered[],
  criteria: SearchCriteria,
  { currency, omissions, nearness }: Circumstances,
): Promise<Fitting> {
  const understanding = understand(criteria);
  const { brief, reading } = understanding;
  const versions = { reading: reading.version, ranking: RANKING_VERSION, model: nearness?.model ?? null };
  const asked = filterProducts(offers, [
    ...omissions,
    ...filtersFor(criteria, currency),
    ...briefFilters(understanding),
  ]);
  const rank = (some: readonly Offered[]) =>
    rankProducts(some, brief, {
      reading: understanding.open,
      ...(nearness && { nearness: nearness.of }),
      isOutOfReach: ({ product }) => outOfReach(product, currency) !== undefined,
    });
  const ranked = await rank(asked.kept);
  const isOpen = criteria.channels === undefined && understanding.demands.channels.any.length === 0;
  const fits = new Map(
    ranked.flatMap(({ product, relevance }) => (relevance ? [[product, relevance.fit] as const] : [])),
  );
  const shown = filterProducts(ranked, isOpen ? [defaultFilter(fits)] : []);
  const removed = [...asked.removed, ...shown.removed];
  const said = brief.trim() === "" && reading.chips.length === 0 ? undefined : reading;
  const outcome = { removed, reading: said, versions };
  if (!isNothingFitting(reading, ranked)) {
    const asks = asksInForce(criteria);
    const { kept, removed: cut } = filterProducts(inOrder(shown.kept, asks, currency), cutsOf(asks));
    return { ...outcome, removed: [...removed, ...cut], ranked: numbered(kept), nothing: undefined };
  }
  const nothing = nothingFits(reading, ranked, await rank(asked.gone), removed);
  const unfit = removalOf({ name: "fit", because: "brief", has: channelsOf, asked: ["what it is about"] }, shown.kept);
  return { ...outcome, removed: shown.kept.length > 0 ? [...removed, unfit] : removed, ranked: [], nothing };
}

/** "Only strong matches", "the top 3": what refinements leave of the list, since it was last asked for as a whole. */
function cutsOf(asks: readonly Ask[]): Filter[] {
  const since = asks.slice(asks.findLastIndex(({ isUncut }) => isUncut) + 1);
  const least = since.findLast((ask) => ask.least !== undefined)?.least;
  const most = since.findLast((ask) => ask.most !== undefined)?.most;
  let left = most ?? 0;
  const cut = (asked: string, keeps: Filter["keeps"]): Filter => ({
    name: "fit",
    because: "refinement",
    asked: [asked],
    has: channelsOf,
    keeps,
  });
  return [
    ...(least ? [cut("strong matches", (_, { relevance }) => relevance?.fit === least)] : []),
    ...(most === undefined ? [] : [cut(`the first ${most}`, () => left-- > 0)]),
  ];
}

/** "Sort by price": what fits, the cheapest of the advertiser's currency first; amounts of other currencies are not compared with them. */
function inOrder<Item extends Filtered>(
  items: readonly Item[],
  asks: readonly Ask[],
  currency: string,
): readonly Item[] {
  if (asks.findLast(({ order }) => order !== undefined)?.order !== "price") return items;
  const placeOf = ({ product, relevance }: Item) => {
    const cpm = cpmOf(product, currency);
    return { isNone: relevance?.fit === "none", isOther: cpm?.currency !== currency, amount: cpm?.amount ?? "" };
  };
  const places = new Map(items.map((item) => [item, placeOf(item)]));
  return items.toSorted((a, b) => {
    const [one, other] = [places.get(a), places.get(b)];
    if (!one || !other) return 0;
    if (one.isNone !== other.isNone) return one.isNone ? 1 : -1;
    if (one.isOther !== other.isOther) return one.isOther ? 1 : -1;
    return one.isOther ? 0 : compare(one.amount, other.amount);
  });
}

function numbered<Item>(items: readonly Item[]): (Item & { readonly rank: number })[] {
  return items.map((item, index) => ({ ...item, rank: index + 1 }));
}
