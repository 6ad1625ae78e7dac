import { type Chip, isFirm, LANGUAGES } from "../../../ground/brief/index.ts";
import { type Demand, formatTypesOf, unmetBy } from "../../../ground/ranking/demands.ts";
import type { Fit } from "../../../ground/ranking/fit.ts";
import { readOffer } from "../../../ground/ranking/offer-reading.ts";
import { inShort } from "../../../ground/refining/index.ts";
import { cpmOf } from "../pricing.ts";
import type { Understanding } from "../reading/understand.ts";
import { DEFAULT_CHANNELS } from "./default-channels.ts";
import { channelsOf, countriesOf, type Filter, type Filtered } from "./filter-products.ts";

const KINDS: Readonly<Record<Demand, readonly string[]>> = {
  channels: ["channel"],
  countries: ["country"],
  languages: ["language"],
  formats: ["format"],
  properties: ["property"],
  topics: ["topic", "audience", "season"],
  price: ["maxCpm"],
};

/** What the request has a code for is named by it, so that it can be sent back. */
const CODED: readonly string[] = ["channel", "country", "language"];

function codeOf({ value, negated }: Chip): string {
  return negated ? `no ${value}` : value;
}

/** The brief's requirements, as filters; each with the brief's words. */
export function briefFilters({ demands, reading }: Understanding): Filter[] {
  // Each of seven filters asks about each product.
  const known = new Map<Filtered, readonly Demand[]>();
  const unmet = (offer: Filtered) => {
    const found = known.get(offer) ?? unmetBy(offer, demands);
    known.set(offer, found);
    return found;
  };
  const filter = (name: Demand, has: Filter["has"]): Filter => ({
    name,
    because: reading.chips.some(({ kind, span }) => KINDS[name].includes(kind) && span !== null)
      ? "brief"
      : "refinement",
    asked: reading.chips
      .filter((chip) => KINDS[name].includes(chip.kind) && (chip.negated || (isFirm(chip) && name !== "topics")))
      .map((chip) => (CODED.includes(chip.kind) ? codeOf(chip) : inShort(chip))),
    has,
    keeps: (_product, offer) => !unmet(offer).includes(name),
  });
  return [
    filter("channels", channelsOf),
    filter("countries", countriesOf),
    filter("topics", () => []),
    filter("price", (product) => {
      const cpm = cpmOf(product, demands.maxCpm?.currency ?? "");
      return cpm ? [`${cpm.amount} ${cpm.currency}`] : [];
    }),
    filter("languages", (product) =>
      readOffer({ salesAgentId: "", product }).languages.filter((one) => LANGUAGES.includes(one)),
    ),
    filter("formats", formatTypesOf),
    filter("properties", (product) => [...readOffer({ salesAgentId: "", product }).properties]),
  ];
}

/** The default channels of a search: whatever fits the brief is shown in any channel. */
export function defaultFilter(fits: ReadonlyMap<Filtered["product"], Fit> | null): Filter {
  return {
    name: "channels",
    because: "default",
    has: channelsOf,
    keeps: (product) => {
      const channels = channelsOf(product);
      if (channels.length === 0 || channels.some((channel) => DEFAULT_CHANNELS.includes(channel))) return true;
      return fits !== null && (fits.get(product) ?? "none") !== "none";
    },
  };
}
