import { type Decimal, decimalOf, minorDigits, ratio, times } from "../../../ground/kernel/money.ts";
import type { DeliveryType, PricingOption, Product } from "../../../ground/seller-agent/index.ts";
import { between, type RandomNumber, seeded, shuffled } from "../seeded.ts";
import type { Channel, Simulation } from "../simulation.ts";
import { formatIdsOf, formatOptionsOf } from "./formats.ts";
import { SENTENCES } from "./sentences.ts";
import { VOCABULARY } from "./vocabulary.ts";

/** A product of the simulation, which is always of one channel. */
export interface CatalogueProduct extends Product {
  readonly channels: readonly [Channel];
}

const MADE = new WeakMap<Simulation, readonly CatalogueProduct[]>();

/** Everything that the publisher sells; determined by the simulation alone, so it is generated once for each. */
export function catalogueOf(simulation: Simulation): readonly CatalogueProduct[] {
  const made = MADE.get(simulation) ?? makeCatalogue(simulation);
  MADE.set(simulation, made);
  return made;
}

function makeCatalogue(simulation: Simulation): CatalogueProduct[] {
  const { channels, productCount } = simulation;
  return channels.flatMap((channel, index) => {
    const count = Math.ceil((productCount - index) / channels.length);
    return Array.from({ length: Math.max(0, count) }, (_, nth) => product(simulation, channel, nth));
  });
}

function product(simulation: Simulation, channel: Channel, nth: number): CatalogueProduct {
  const words = VOCABULARY[channel];
  const say = SENTENCES[simulation.language];
  const { genre, placement } = subject(simulation, channel, nth);
  const draw = seeded(`${simulation.seed}:${channel}:${nth}`);
  const deliveryType = simulation.deliveryTypes[nth % simulation.deliveryTypes.length] ?? "non_guaranteed";
  const promise = say[deliveryType];
  const title = say.titles[channel];
  return {
    productId: simulation.sections ? `${channel}_${nth + 1}` : slug(`${channel} ${genre.name} ${placement.name}`),
    name: `${genre.name}, ${placement.name} (${title})`,
    description: say.description({ title, ...genre, detail: placement.detail, promise }),
    channels: [channel],
    deliveryType,
    formatIds: formatIdsOf(simulation, channel),
    formatOptions: formatOptionsOf(simulation, channel),
    publisherProperties: [{ publisherDomain: simulation.publisherDomain, selectionType: "all", propertyIds: [] }],
    pricingOptions: pricingOptions(simulation, deliveryType, between(draw, ...words.cpm), draw),
    countries: simulation.countries,
    estimatedExposures: Math.round(between(draw, 5, 80)) * 100_000,
    briefRelevance: null,
  };
}

/** Walks the genres before it repeats one, and never repeats a genre with the same placement. */
function subject(simulation: Simulation, channel: Channel, nth: number) {
  const draw = seeded(`${simulation.seed}:${channel}`);
  const { language, sections } = simulation;
  const genres = sections ?? shuffled(draw, VOCABULARY[channel].genres);
  const placements = shuffled(
    draw,
    SENTENCES[language].placements[VOCABULARY[channel].medium] ?? VOCABULARY[channel].placements,
  );
  const round = Math.floor(nth / genres.length);
  const genre = genres[nth % genres.length];
  const placement = placements[((nth % genres.length) + round) % placements.length];
  if (!genre || !placement) throw new RangeError(`the vocabulary has no product ${nth} for ${channel}`);
  return { genre, placement };
}

/** The price is in dollars. */
function pricingOptions(
  { currency }: Simulation,
  deliveryType: DeliveryType,
  cpm: number,
  draw: RandomNumber,
): PricingOption[] {
  const worth = UNITS_A_DOLLAR[currency] ?? 1;
  const price = rounded(decimalOf((cpm * worth).toFixed(4)), currency);
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
        minSpendPerPackage: decimalOf(100 * worth),
      },
    ];
  }
  const minimum = decimalOf(Math.ceil(between(draw, 1, 5)) * 500 * worth);
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

/** Prices and minima are drawn in dollars; a currency of small units has more of them. */
const UNITS_A_DOLLAR: Readonly<Record<string, number>> = { JPY: 150 };

function rounded(amount: Decimal, currency: string): Decimal {
  return ratio(amount, 1, minorDigits(currency)) ?? amount;
}

function slug(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
}
