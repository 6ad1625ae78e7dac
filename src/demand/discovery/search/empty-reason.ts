import { lazily } from "../../../ground/caches/index.ts";
import { isSought, type SearchCriteria } from "./criteria.ts";
import { DEFAULT_CHANNELS } from "./default-channels.ts";
import type { FilterName, Removal } from "./filter-products.ts";
import type { IncompleteAgent, IncompleteReason, SellerAnswer } from "./seller-answer.ts";

/** One cause of an empty answer, and what can be done about it. An empty answer has at least one. */
export interface EmptyReason {
  readonly code: EmptyCode;
  readonly message: string;
  readonly agentId?: string;
  readonly storefrontId?: number;
  readonly sourceId?: string;
  /** The call that opens the source. */
  readonly connect?: { readonly method: "POST"; readonly path: string };
  /** Where nothing fits: what comes nearest. */
  readonly nearest?: readonly Nearest[];
}

/** The closest product to a brief that nothing fits. */
export interface Nearest {
  readonly productId: string;
  readonly salesAgentId: string;
  readonly name: string;
  readonly score: number;
  readonly why: string;
}

type EmptyCode =
  | "no_storefronts_listed"
  | "storefront_filter_matched_none"
  | "timed_out"
  | "unreachable"
  | "unauthorized"
  | "not_connected"
  | "not_active"
  | "refused"
  | "malformed"
  | "too_large"
  | "filtered_by_seller"
  | "nothing_offered"
  | `filtered_by_${Exclude<FilterName, "omitted">}`
  | "omitted_by_refinement"
  | "nothing_fits"
  | "not_discovered"
  | "past_the_end";

/** What is known after the sellers were asked. */
export interface Search {
  readonly criteria: SearchCriteria;
  readonly currency: string;
  readonly answers: readonly SellerAnswer[];
  /** Whether there would have been sellers without the restriction. */
  readonly anyListed: boolean;
  readonly removed: readonly Removal[];
}

export function emptyReasonsOf(search: Search): EmptyReason[] {
  const { answers, removed, criteria, currency } = search;
  if (answers.length === 0) return [noSellers(search)];
  return [
    ...answers.flatMap(({ incomplete }) => incomplete.map(missingReason)),
    ...answers.filter((answer) => isSilent(answer)).map((answer) => nothingOffered(answer, criteria)),
    ...removed.map((removal) => removalReason(removal, criteria, currency)),
  ];
}

function noSellers({ criteria, anyListed }: Search): EmptyReason {
  if (!anyListed) {
    return {
      code: "no_storefronts_listed",
      message: "No storefront that you may buy from is listed and open for business: ask again when one is",
    };
  }
  const sought = [criteria.storefronts, criteria.salesAgents].filter((one) => isSought<number | string>(one));
  const asked = sought.flatMap(({ ids, names }) => [...ids, ...names.map((name) => `"${name}"`)]);
  return {
    code: "storefront_filter_matched_none",
    message: `None of the storefronts that you may buy from is ${either().format(asked.map(String))}: see GET /api/v2/buyer/storefronts, or search without storefrontIds and storefrontNames`,
  };
}

function isSilent({ products, incomplete }: SellerAnswer): boolean {
  return products.length === 0 && incomplete.length === 0;
}

const CODES: Readonly<Record<IncompleteReason, EmptyCode>> = {
  timeout: "timed_out",
  unreachable: "unreachable",
  unauthorized: "unauthorized",
  not_connected: "not_connected",
  not_active: "not_active",
  refused: "refused",
  malformed: "malformed",
  too_large: "too_large",
  filtered: "filtered_by_seller",
};

function missingReason({ agentId, agentName, storefrontId, source, sourceId, ...gap }: IncompleteAgent): EmptyReason {
  const { reason, message } = gap;
  const who = source === agentId ? agentName : `${agentName}, source ${source}`;
  const where = {
    code: CODES[reason],
    message: message.startsWith(agentName) ? message : `${who}: ${message}`,
    agentId,
    ...(storefrontId !== null && { storefrontId }),
    ...(sourceId !== undefined && { sourceId }),
  };
  if (reason !== "not_connected" || storefrontId === null || sourceId === undefined) return where;
  const path = `/api/v2/buyer/storefronts/${storefrontId}/sources/${encodeURIComponent(sourceId)}/credentials`;
  return { ...where, connect: { method: "POST", path } };
}

function nothingOffered(
  { salesAgentId, salesAgentName, storefrontId }: SellerAnswer,
  criteria: SearchCriteria,
): EmptyReason {
  const { channels = [], countries = [], budget, flight } = criteria;
  const asked = [
    channels.length > 0 && `the channels ${either().format(channels)}`,
    countries.length > 0 && `the countries ${either().format(countries)}`,
    budget !== undefined && `a budget of ${budget}`,
    flight && `the flight ${flight.start.toISOString()} to ${flight.end.toISOString()}`,
  ].filter((part) => typeof part === "string");
  const forWhat = asked.length > 0 ? ` for ${all().format(asked)}` : "";
  return {
    code: "nothing_offered",
    message: `${salesAgentName} answered, and has no product${forWhat}`,
    agentId: salesAgentId,
    ...(storefrontId !== null && { storefrontId }),
  };
}

export function removalReason(removal: Removal, criteria: SearchCriteria, currency: string): EmptyReason {
  const { filter, products, agentNames, instead } = removal;
  const removed = `${products} ${products === 1 ? "product" : "products"} of ${all().format(agentNames)} removed`;
  if (filter === "omitted") return { code: "omitted_by_refinement", message: `${removed}: the refinement omits them` };
  const { because, asked = [] } = removal;
  const reason =
    because === "brief" || because === "refinement"
      ? `the ${because} asks for ${all().format(asked)}${instead.length > 0 ? `, and they have ${either().format(instead)}` : ""}`
      : sentence(
          filter,
          either().format(instead),
          because === "default" ? { ...criteria, channels: undefined } : criteria,
          currency,
        );
  return { code: `filtered_by_${filter}`, message: `${removed}: ${reason}` };
}

function sentence(
  filter: Exclude<FilterName, "omitted">,
  instead: string,
  criteria: SearchCriteria,
  currency: string,
): string {
  const { channels, countries = [], publisherDomain, pricingModel, budget } = criteria;
  switch (filter) {
    case "channels":
      return channels
        ? `their channels are ${instead}, and ${either().format(channels)} are asked for`
        : `their channels are ${instead}, and without channels a search is for ${either().format(DEFAULT_CHANNELS)}: send channels`;
    case "languages":
    case "formats":
    case "properties":
    case "topics":
    case "price":
      return `they have ${instead}`;
    case "fit":
      return "they do not fit the brief";
    case "countries":
      return `they run in ${instead}, and ${either().format(countries)} are asked for`;
    case "publisher_domain":
      return `their publishers are ${instead || "not named"}, and "${publisherDomain}" is not a complete label of those domains`;
    case "pricing_model":
      return `they are sold by ${instead}, and ${pricingModel} is asked for`;
    case "currency":
      return `they are priced in ${instead}, and the advertiser's currency is ${currency}`;
    case "budget":
      return `a package takes at least ${instead}, and the budget is ${budget} ${currency}`;
  }
}

const either = lazily(() => new Intl.ListFormat("en", { type: "disjunction" }));
const all = lazily(() => new Intl.ListFormat("en", { type: "conjunction" }));
