import { type Decimal, decimalOf, minorDigits, ratio, times } from "../../../ground/kernel/money.ts";
import type { DeliveryType, PricingOption, Product } from "../../../ground/seller-agent/index.ts";
import { between, type Draw, seeded, shuffled } from "../seeded.ts";
import type { Channel, Simulation } from "../simulation.ts";
import { formatIdsOf } from "./formats.ts";
import { VOCABULARY } from "./vocabulary.ts";

/** A product of the simulation, which is always of one channel. */
export interface CatalogueProduct extends Product {
  readonly channels: readonly [Channel];
}

/** Everything the publisher sells; the simulation alone decides it. */
export function catalogueOf(simulation: Simulation): CatalogueProduct[] {
  const { channels, productCount } = simulation;
  return channels.flatMap((channel, index) => {
    const count = Math.ceil((productCount - index) / channels.length);
    return Array.from({ length: Math.max(0, count) }, (_, nth) => product(simulation, channel, nth));
  });
}

function product(simulation: Simulation, channel: Channel, nth: number): CatalogueProduct {
  const words = VOCABULARY[channel];
  const { genre, placement } = subject(simulation, channel, nth);
  const draw = seeded(`${simulation.seed}:${channel}:${nth}`);
  const deliveryType = simulation.deliveryTypes[nth % simulation.deliveryTypes.length] ?? "non_guaranteed";
  const promise = deliveryType === "guaranteed" ? "Guaranteed delivery" : "Sold at auction";
  return {
    productId: slug(`${channel} ${genre.name} ${placement.name}`),
    name: `${genre.name}, ${placement.name} (${words.title})`,
    description: `${words.title} in ${genre.content}: ${placement.detail}. Reaches ${genre.audience}. ${promise}.`,
    channels: [channel],
    deliveryType,
    formatIds: formatIdsOf(simulation, channel),
    publisherProperties: [{ publisherDomain: simulation.publisherDomain, selectionType: "all", propertyIds: [] }],
    pricingOptions: pricingOptions(simulation.currency, deliveryType, between(draw, ...words.cpm), draw),
    countries: simulation.countries,
    estimatedExposures: Math.round(between(draw, 5, 80)) * 100_000,
    briefRelevance: null,
  };
}

/** Walks the genres before it repeats one, and never repeats a genre with the same placement. */
function subject(simulation: Simulation, channel: Channel, nth: number) {
  const draw = seeded(`${simulation.seed}:${channel}`);
  const genres = shuffled(draw, VOCABULARY[channel].genres);
  const placements = shuffled(draw, VOCABULARY[channel].placements);
  const round = Math.floor(nth / genres.length);
  const genre = genres[nth % genres.length];
  const placement = placements[((nth % genres.length) + round) % placements.length];
  if (!genre || !placement) throw new RangeError(`the vocabulary has no product ${nth} for ${channel}`);
  return { genre, placement };
}

function pricingOptions(currency: string, deliveryType: DeliveryType, cpm: number, draw: Draw): PricingOption[] {
  const price = rounded(decimalOf(cpm.toFixed(4)), currency);
  const terms = {
    pricingModel: "cpm",
    currency,
    fixedPrice: null,
    floorPrice: null,
    minSpendPerPackage: null,
  } as const;
  if (deliveryType === "non_guaranteed") {
    const floor = rounded(times(price, "0.6"), currency);
    return [
      { ...terms, pricingOptionId: `cpm_auction_${currency.toLowerCase()}`, floorPrice: floor },
      {
        ...terms,
        pricingOptionId: `cpm_fixed_${currency.toLowerCase()}`,
        fixedPrice: price,
        minSpendPerPackage: "100",
      },
    ];
  }
  const minimum = decimalOf(Math.ceil(between(draw, 1, 5)) * 500);
  return [
    { ...terms, pricingOptionId: `cpm_${currency.toLowerCase()}`, fixedPrice: price, minSpendPerPackage: minimum },
    {
      ...terms,
      pricingOptionId: `cpm_volume_${currency.toLowerCase()}`,
      fixedPrice: rounded(times(price, "0.9"), currency),
      minSpendPerPackage: times(minimum, 10),
    },
  ];
}

function rounded(amount: Decimal, currency: string): Decimal {
  return ratio(amount, 1, minorDigits(currency)) ?? amount;
}

function slug(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
}
