import type { CreativeStatus, LibraryCreative } from "../library/library-creative.ts";

/** A creative as its buyer sees it in the library. */
export interface ListedCreative
  extends Pick<
    LibraryCreative,
    "creativeId" | "name" | "manifest" | "standing" | "purged" | "note" | "createdAt" | "updatedAt"
  > {
  /** The packages that show it or will. A package that is over shows nothing. */
  readonly packages: readonly { readonly packageId: string; readonly assignedAt: Date }[];
}

export const SORT_FIELDS = ["created_date", "updated_date", "name", "status", "assignment_count"] as const;

export interface CreativeFilter {
  /** Only creatives of one account; by default, of all the buyer's accounts. */
  readonly account?: string | undefined;
  /** Only creatives with these statuses; by default, all but archived ones. */
  readonly standings?: readonly CreativeStatus[] | undefined;
  /** Includes softly purged creatives, whatever their status. */
  readonly purged?: boolean | undefined;
  readonly creativeIds?: readonly string[] | undefined;
  readonly nameContains?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly anyTag?: readonly string[] | undefined;
  readonly formatIds?: readonly { readonly agentUrl: string; readonly id: string }[] | undefined;
  readonly createdAfter?: Date | undefined;
  readonly createdBefore?: Date | undefined;
  readonly updatedAfter?: Date | undefined;
  readonly updatedBefore?: Date | undefined;
  readonly packageIds?: readonly string[] | undefined;
  readonly mediaBuyIds?: readonly string[] | undefined;
  readonly unassigned?: boolean | undefined;
  readonly sort: { readonly field: (typeof SORT_FIELDS)[number]; readonly direction: "asc" | "desc" };
}
