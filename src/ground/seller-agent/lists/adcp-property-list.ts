import { z } from "zod";
import { instant } from "../adcp.ts";
import type { Payload } from "../external/wire/connection.ts";
import type { PropertyIdentifier, PropertyListRef } from "./property-list.ts";

/** The largest page of identifiers that AdCP allows. */
const PAGE_SIZE = 10_000;

/** No domain (RFC 1035: 253 characters) and no property id is longer; a longer value could never match anyway. */
const LONGEST_VALUE = 255;

const Identifier = z.looseObject({ type: z.string(), value: z.string().max(LONGEST_VALUE) });

const Page = z.looseObject({
  // An entry that cannot be read counts as not listed: that can exclude a product, but never admit one.
  identifiers: z.array(Identifier.nullable().catch(null)),
  cache_valid_until: instant.nullish().catch(null),
  pagination: z.looseObject({ has_more: z.boolean().optional(), cursor: z.string().optional() }).nullish().catch(null),
});

export interface PropertyListPage {
  readonly identifiers: readonly PropertyIdentifier[];
  /** Null if the agent does not say. */
  readonly validUntil: Date | null;
  /** Undefined on the last page. */
  readonly next: string | undefined;
}

/** The input of `get_property_list`; AdCP 3.0 refuses unknown fields. */
export function toAdcpPropertyListRequest({ listId }: PropertyListRef, cursor: string | undefined): Payload {
  return {
    adcp_major_version: 3,
    list_id: listId,
    resolve: true,
    pagination: { max_results: PAGE_SIZE, ...(cursor !== undefined && { cursor }) },
  };
}

/** Throws if the payload has no list of identifiers. */
export function fromAdcpPropertyListPage(payload: Payload): PropertyListPage {
  const { identifiers, cache_valid_until: validUntil = null, pagination } = Page.parse(payload);
  return {
    identifiers: identifiers.flatMap((read) => (read ? [{ type: read.type, value: read.value }] : [])),
    validUntil,
    next: pagination?.has_more ? pagination.cursor : undefined,
  };
}
