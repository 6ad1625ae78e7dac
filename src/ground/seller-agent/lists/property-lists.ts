import type { Clock } from "../../kernel/clock.ts";
import type { Outbound } from "../../outbound/outbound.ts";
import { SellerRefused, SellerUnreachable } from "../port.ts";
import type { PropertyList, PropertyListRef } from "./property-list.ts";
import { PropertyListCache } from "./property-list-cache.ts";
import { requestPropertyList } from "./request-property-list.ts";

export type Resolution =
  | { readonly kind: "resolved"; readonly list: PropertyList }
  /** The list's agent is unavailable, or refuses. */
  | { readonly kind: "unresolved"; readonly message: string };

/** The property lists that buyers maintain with agents of their choice. */
export interface PropertyLists {
  resolve(ref: PropertyListRef, timeoutMs: number): Promise<Resolution>;
}

export interface PropertyListsOptions {
  readonly outbound: Outbound;
  readonly clock: Clock;
  /** How many identifiers are cached between calls, over all lists; 200,000 by default, which is some 30 MB. */
  readonly maxIdentifiers?: number;
}

/** A list is valid for anybody with its token, so the cache is shared by all storefronts. */
export function openPropertyLists({ outbound, clock, maxIdentifiers = 200_000 }: PropertyListsOptions): PropertyLists {
  const cache = new PropertyListCache(maxIdentifiers);
  return {
    async resolve(ref, timeoutMs) {
      const known = cache.find(ref, clock.now());
      if (known) return { kind: "resolved", list: known };
      try {
        const resolved = await requestPropertyList(outbound, ref, timeoutMs);
        cache.save(ref, resolved, clock.now());
        return { kind: "resolved", list: resolved.list };
      } catch (error) {
        if (error instanceof SellerRefused || error instanceof SellerUnreachable)
          return { kind: "unresolved", message: error.message };
        throw error;
      }
    },
  };
}
