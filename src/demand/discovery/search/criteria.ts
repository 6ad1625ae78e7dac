import type { Chip } from "../../../ground/brief/index.ts";
import type { Decimal } from "../../../ground/kernel/money.ts";
import type { Ask } from "../../../ground/refining/index.ts";
import type { FlightDates, PricingModel } from "../../../ground/seller-agent/index.ts";
import type { Offerer } from "./seller-answer.ts";

/** A buyer's criteria. What is missing is unrestricted. */
export interface SearchCriteria extends Filters {
  readonly brief?: string | undefined;
  /** In the session's currency. */
  readonly budget?: Decimal | undefined;
  readonly flight?: FlightDates | undefined;
}

export interface Filters {
  /** All channels if the list is empty; `DEFAULT_CHANNELS` if it is missing. */
  readonly channels?: readonly string[] | undefined;
  /** ISO-3166 alpha-2, upper case. */
  readonly countries?: readonly string[] | undefined;
  readonly publisherDomain?: string | undefined;
  readonly pricingModel?: PricingModel | undefined;
  readonly storefronts?: Sought<number> | undefined;
  readonly salesAgents?: Sought<string> | undefined;
  /** The caller's corrections of the brief's reading. */
  readonly chips?: readonly Chip[] | undefined;
  /** What was refined in words since. */
  readonly asks?: readonly Ask[] | undefined;
}

/** Any of the ids, or any of the parts of names, in any case. Nothing in either is no restriction. */
export interface Sought<Id> {
  readonly ids: readonly Id[];
  readonly names: readonly string[];
}

/** Merges criteria: earlier values take precedence over later ones for the same field. */
export function mergeCriteria(...criteria: readonly SearchCriteria[]): SearchCriteria {
  return Object.assign({}, ...criteria.toReversed().map(said)) as SearchCriteria;
}

function said(criteria: SearchCriteria): Partial<SearchCriteria> {
  return Object.fromEntries(Object.entries(criteria).filter(([, value]) => value !== undefined));
}

/** Corrections and refinements belong to one brief: a new brief starts again. */
export function ofBrief(asked: SearchCriteria, known: SearchCriteria): SearchCriteria {
  const isAnother = asked.brief !== undefined && asked.brief !== known.brief;
  return isAnother ? { ...known, chips: undefined, asks: undefined } : known;
}

/** The same criteria without fields that have separate columns. */
export function filtersOf({ brief: _brief, budget: _budget, flight: _flight, ...filters }: SearchCriteria): Filters {
  return filters;
}

/** Whether a seller is among those to which the criteria are restricted. */
export function isSoughtSeller(seller: Offerer, { storefronts, salesAgents }: SearchCriteria): boolean {
  const { salesAgentId, salesAgentName, storefrontId } = seller;
  const isStorefront =
    !isSought(storefronts) ||
    (storefrontId !== null && storefronts.ids.includes(storefrontId)) ||
    isNamed(salesAgentName, storefronts.names);
  const isAgent =
    !isSought(salesAgents) || salesAgents.ids.includes(salesAgentId) || isNamed(salesAgentName, salesAgents.names);
  return isStorefront && isAgent;
}

export function isSought<Id>(sought: Sought<Id> | undefined): sought is Sought<Id> {
  return sought !== undefined && sought.ids.length + sought.names.length > 0;
}

/** Whether one of the parts is in the name, in any letter case. */
function isNamed(name: string, parts: readonly string[]): boolean {
  const lower = name.toLowerCase();
  return parts.some((part) => lower.includes(part.toLowerCase()));
}
