import type { Product } from "../port.ts";

/** The address of a list of the properties on which a buyer is willing to buy (AdCP 3.1, core/property-list-ref). */
export interface PropertyListRef {
  readonly agentUrl: string;
  readonly listId: string;
  readonly authToken?: string;
}

/** A property as AdCP identifies it: `domain` and `example.com`, `ios_bundle` and `com.example.app`. */
export interface PropertyIdentifier {
  readonly type: string;
  readonly value: string;
}

/** A resolved list, ready for look-ups. */
export interface PropertyList {
  /** In lower case; may contain wildcards. */
  readonly domains: ReadonlySet<string>;
  readonly otherIdentifiers: ReadonlySet<string>;
}

const DOMAIN_TYPES: ReadonlySet<string> = new Set(["domain", "subdomain"]);

export function propertyListOf(identifiers: readonly PropertyIdentifier[]): PropertyList {
  const isDomain = ({ type }: PropertyIdentifier) => DOMAIN_TYPES.has(type);
  return {
    domains: new Set(identifiers.filter(isDomain).map(({ value }) => value.toLowerCase())),
    otherIdentifiers: new Set(identifiers.filter((identifier) => !isDomain(identifier)).map(({ value }) => value)),
  };
}

export function sizeOf({ domains, otherIdentifiers }: PropertyList): number {
  return domains.size + otherIdentifiers.size;
}

type Selection = Product["publisherProperties"][number];

/**
 * Whether everything that a product sells is on the list. Products are sold as a whole here (AdCP 3.1, core/product:
 * `property_targeting_allowed` is false by default), so a single property that is not listed excludes the product, and a product that names
 * no properties is excluded too.
 */
export function isOn(list: PropertyList, { publisherProperties }: Product): boolean {
  return publisherProperties.length > 0 && publisherProperties.every((selection) => covers(list, selection));
}

function covers({ domains, otherIdentifiers }: PropertyList, selection: Selection): boolean {
  if (coversDomain(domains, selection.publisherDomain)) return true;
  const { selectionType, propertyIds } = selection;
  return selectionType === "by_id" && propertyIds.length > 0 && propertyIds.every((id) => otherIdentifiers.has(id));
}

/** AdCP 3.1, core/identifier: a domain includes its `www` and `m` subdomains; `*.` includes everything below the domain but not the domain itself. */
function coversDomain(domains: ReadonlySet<string>, publisherDomain: string): boolean {
  const domain = publisherDomain.toLowerCase();
  if (domains.has(domain) || domains.has(domain.replace(/^(www|m)\./, ""))) return true;
  const labels = domain.split(".");
  return labels.some((_, depth) => depth > 0 && domains.has(`*.${labels.slice(depth).join(".")}`));
}
