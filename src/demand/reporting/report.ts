import { type Decimal, sum } from "../../ground/kernel/money.ts";
import { type Amounts, type Figures, figuresOf, theOnly } from "./figures.ts";
import { type Freshness, freshnessOf, joinFreshness } from "./freshness.ts";

/** Where delivery is counted: a package with its buy, campaign and advertiser, or a buy without packages. */
export interface DeliveryDimension {
  readonly advertiserId: number;
  readonly advertiserName: string;
  readonly campaignId: string;
  readonly campaignName: string;
  readonly mediaBuyId: string;
  readonly mediaBuyName: string;
  readonly mediaBuyStatus: string;
  /** The name that the buyer saw when it selected the product. */
  readonly sellerName: string;
  readonly packageId: string | null;
  readonly position: number;
  readonly productId: string | null;
  readonly productName: string | null;
  readonly budget: Decimal | null;
  readonly currency: string | null;
}

/** A package's delivery in one currency, with its first and last day. */
export interface Delivered extends Amounts {
  readonly mediaBuyId: string;
  readonly packageId: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly timeZone: string;
  readonly final: boolean;
  readonly reportedAt: Date;
}

interface Scope {
  readonly figures: Figures;
  readonly freshness: Freshness;
}

export interface PackageReport extends Scope {
  readonly place: DeliveryDimension;
}
export interface MediaBuyReport extends Scope {
  readonly place: DeliveryDimension;
  /** The total budget of its packages; null if they were bought in several currencies. */
  readonly budget: Decimal | null;
  readonly timeZone: string | null;
  readonly packages: readonly PackageReport[];
}
export interface CampaignReport extends Scope {
  readonly place: DeliveryDimension;
  readonly mediaBuys: readonly MediaBuyReport[];
}
export interface AdvertiserReport extends Scope {
  readonly place: DeliveryDimension;
  readonly campaigns: readonly CampaignReport[];
}
export interface Report extends Scope {
  readonly advertisers: readonly AdvertiserReport[];
}

interface Leaf {
  readonly place: DeliveryDimension;
  readonly delivered: readonly Delivered[];
}

/** Every place with its delivery, nested under its buy, campaign and advertiser. The order of the input does not matter. */
export function reportOf(places: readonly DeliveryDimension[], delivered: readonly Delivered[]): Report {
  const advertisers = partsOf(leavesOf(places, delivered), ({ advertiserId }) => advertiserId).map(advertiserReport);
  return { advertisers, ...joined(advertisers) };
}

function advertiserReport(leaves: Part): AdvertiserReport {
  const campaigns = partsOf(leaves, ({ campaignId }) => campaignId).map(campaignReport);
  return { place: leaves[0].place, campaigns, ...joined(campaigns) };
}

function campaignReport(leaves: Part): CampaignReport {
  const mediaBuys = partsOf(leaves, ({ mediaBuyId }) => mediaBuyId).map(mediaBuyReport);
  return { place: leaves[0].place, mediaBuys, ...joined(mediaBuys) };
}

function mediaBuyReport(leaves: Part): MediaBuyReport {
  const packages = leaves.filter(({ place }) => place.packageId !== null).map(packageReport);
  const bought = leaves.flatMap(({ place }) => place.budget ?? []);
  return {
    place: leaves[0].place,
    budget: bought.length > 0 && theOnly(leaves.map(({ place }) => place.currency)) ? sum(bought) : null,
    timeZone: theOnly(leaves.flatMap(({ delivered }) => delivered.map(({ timeZone }) => timeZone))),
    packages,
    ...joined(packages),
  };
}

function packageReport({ place, delivered }: Leaf): PackageReport {
  return { place, figures: figuresOf(delivered, [place.currency]), freshness: freshnessOf(delivered) };
}

/** Sums up the parts of a scope. A part without delivery does not affect the scope's freshness. */
function joined(parts: readonly Scope[]): Scope {
  const figures = parts.map((part) => part.figures);
  const response = parts.map(({ freshness }) => freshness).filter(({ reportedAt }) => reportedAt !== null);
  return {
    figures: figuresOf(
      figures.flatMap(({ byCurrency }) => byCurrency),
      figures.map(({ currency }) => currency),
    ),
    freshness: joinFreshness(response),
  };
}

type Part = readonly [Leaf, ...Leaf[]];

function partsOf(leaves: readonly Leaf[], keyOf: (place: DeliveryDimension) => string | number): Part[] {
  return [...Map.groupBy(leaves, ({ place }) => keyOf(place)).values()] as unknown as Part[];
}

function leavesOf(places: readonly DeliveryDimension[], delivered: readonly Delivered[]): Leaf[] {
  const at = Map.groupBy(delivered, placeKey);
  return [...places].sort(inOrder).map((place) => ({ place, delivered: at.get(placeKey(place)) ?? [] }));
}

export function placeKey({ mediaBuyId, packageId }: Pick<DeliveryDimension, "mediaBuyId" | "packageId">): string {
  return `${mediaBuyId} ${packageId ?? ""}`;
}

/** Ids ascend with time, so this puts what was created first at the top. */
export function inOrder(a: DeliveryDimension, b: DeliveryDimension): number {
  return (
    a.advertiserId - b.advertiserId ||
    byText(a.campaignId, b.campaignId) ||
    byText(a.mediaBuyId, b.mediaBuyId) ||
    a.position - b.position ||
    byText(a.packageId ?? "", b.packageId ?? "")
  );
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
