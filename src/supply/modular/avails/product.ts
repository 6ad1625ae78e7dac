import { CHANNELS, canonicalChannel } from "../../../ground/channels/channel.ts";
import { dayOf, daysBetween } from "../../../ground/kernel/clock.ts";
import { compare, type Decimal } from "../../../ground/kernel/money.ts";
import type { FormatOption, JsonObject, PricingOption, Product } from "../../../ground/seller-agent/index.ts";
import { type Avail, freeOf } from "./avail.ts";
import { MOST_IN_GROUP } from "./offers/store.ts";

const AVAIL = "avail.";
const GROUP = "group.";

export function productIdOf(avail: Avail): string {
  return `${AVAIL}${avail.availId}`;
}

function groupProductIdOf({ groupKey }: Avail): string {
  return `${GROUP}${groupKey}`;
}

/** What a product's id refers to; undefined if it is not one of ours. */
export function subjectOfProduct(
  productId: string,
): { readonly availId: string } | { readonly groupKey: string } | undefined {
  if (productId.startsWith(AVAIL)) return { availId: productId.slice(AVAIL.length) };
  if (productId.startsWith(GROUP)) return { groupKey: productId.slice(GROUP.length) };
  return undefined;
}

/** Avails that are sold as one thing: one, or several that share collection, formats and price. */
export interface Offer {
  readonly productId: string;
  readonly avails: readonly [Avail, ...Avail[]];
}

export function offerOf(avail: Avail): Offer {
  return { productId: productIdOf(avail), avails: [avail] };
}

/** Undefined where there are too few of them for a group, or too many. */
export function groupOfferOf(avails: readonly Avail[]): Offer | undefined {
  const [first, second, ...rest] = avails.filter((avail) => freeOf(avail) > 0);
  if (!first || !second || avails.length > MOST_IN_GROUP) return undefined;
  return { productId: groupProductIdOf(first), avails: [first, second, ...rest] };
}

export const PRICING_OPTION = "cpm";

/** The price of an offer; undefined where the feed says none. */
export function priceOf({
  avails: [{ cpm, currency }],
}: Offer): { readonly cpm: Decimal; readonly currency: string } | undefined {
  return cpm === null || currency === null || compare(cpm, "0") === 0 ? undefined : { cpm, currency };
}

/** An offer as buyers see it; undefined where it cannot be bought. */
export function toProduct(offer: Offer, matched: readonly string[] = []): Product | undefined {
  const price = priceOf(offer);
  const { avails } = offer;
  const [first] = avails;
  const free = avails.reduce((sum, avail) => sum + freeOf(avail), 0);
  if (!price || free === 0) return undefined;
  return {
    productId: offer.productId,
    name: avails.length > 1 ? first.collectionName : first.name,
    description: descriptionOf(offer),
    channels: channelsOf(first),
    deliveryType: "guaranteed",
    formatIds: [],
    formatOptions: first.formatOptions.map(fromOption),
    publisherProperties: first.publisherProperties.map(fromProperty),
    pricingOptions: [pricingOf(price)],
    countries: countriesIn(first),
    estimatedExposures: free,
    briefRelevance: matched.length > 0 ? `The feed says ${new Intl.ListFormat("en").format(matched)}.` : null,
    forecast: forecastOf(offer, free, price.currency),
  };
}

/** A feed writes its channel as it likes; of one that AdCP does not know nothing is said. */
export function channelsOf({ channel }: Pick<Avail, "channel">): string[] {
  const plain = canonicalChannel(
    channel
      ?.trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, "_") ?? "",
  );
  return CHANNELS.some((channel) => channel === plain) ? [plain] : [];
}

function pricingOf({ cpm, currency }: { readonly cpm: Decimal; readonly currency: string }): PricingOption {
  const option = { pricingOptionId: PRICING_OPTION, pricingModel: "cpm", currency, floorPrice: null } as const;
  return { ...option, fixedPrice: cpm, minSpendPerPackage: null };
}

function descriptionOf({ avails }: Offer): string {
  const [first] = avails;
  const said = first.collectionDescription ?? `${first.collectionName}.`;
  const [start, end] = windowOf(avails);
  const what = avails.length > 1 ? `${avails.length} avails, ` : "";
  return `${said} ${what}${dayOf(start)} to ${dayOf(end)} (UTC).`;
}

function windowOf(avails: readonly [Avail, ...Avail[]]): readonly [Date, Date] {
  const start = Math.min(...avails.map(({ startTime }) => startTime.getTime()));
  const end = Math.max(...avails.map(({ endTime }) => endTime.getTime()));
  return [new Date(start), new Date(end)];
}

function fromOption(option: Readonly<Record<string, unknown>>): FormatOption {
  const { format_kind, format_option_id, display_name } = option;
  return {
    formatKind: String(format_kind),
    ...(typeof format_option_id === "string" && { formatOptionId: format_option_id }),
    ...(typeof display_name === "string" && { displayName: display_name }),
  };
}

function fromProperty(property: Readonly<Record<string, unknown>>): Product["publisherProperties"][number] {
  const { publisher_domain, selection_type, property_ids, property_tags } = property;
  const tags = textsIn(property_tags);
  return {
    publisherDomain: String(publisher_domain),
    selectionType: typeof selection_type === "string" ? selection_type : "all",
    propertyIds: textsIn(property_ids),
    ...(tags.length > 0 && { propertyTags: tags }),
  };
}

/** `targeting.countries`, where the feed has it. */
function countriesIn({ targeting }: Avail): string[] {
  return textsIn(targeting.countries).filter((code) => /^[A-Z]{2}$/.test(code));
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

/**
 * What is free, as AdCP's delivery forecast says it (3.1, core/delivery-forecast). By day where the feed says how its
 * capacity spreads (`sourceMetadata.impressionsByDay`), as far as that much is left.
 */
function forecastOf({ avails }: Offer, free: number, currency: string): JsonObject {
  const byDay = avails.length === 1 ? freeByDay(avails[0]) : undefined;
  const points = byDay
    ? byDay.map(({ day, impressions }) => ({ label: day, metrics: { impressions: { mid: impressions } } }))
    : [{ metrics: { impressions: { mid: free } } }];
  return { points, forecast_range_unit: byDay ? "daily" : "availability", method: "guaranteed", currency };
}

function freeByDay(avail: Avail): { readonly day: string; readonly impressions: number }[] | undefined {
  const said = avail.sourceMetadata.impressionsByDay;
  if (typeof said !== "object" || said === null) return undefined;
  const counts = new Map(Object.entries(said));
  const days = daysBetween(dayOf(avail.startTime), dayOf(avail.endTime)).filter((day) => isCount(counts.get(day)));
  if (days.length === 0 || days.length > 400) return undefined;
  const share = avail.impressionsCapacity === 0 ? 0 : freeOf(avail) / avail.impressionsCapacity;
  return days.map((day) => ({ day, impressions: Math.floor(Number(counts.get(day)) * share) }));
}

function isCount(value: unknown): boolean {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
