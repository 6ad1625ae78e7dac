import type { LibraryCreative, Standing } from "../library/library-creative.ts";

/** A creative as its buyer finds it in the library. */
export interface ListedCreative
  extends Pick<
    LibraryCreative,
    "creativeId" | "name" | "manifest" | "standing" | "purged" | "note" | "createdAt" | "updatedAt"
  > {
  /** What shows it, or is to. A package that is over shows nothing. */
  readonly packages: readonly { readonly packageId: string; readonly assignedAt: Date }[];
}

export const SORT_FIELDS = ["created_date", "updated_date", "name", "status", "assignment_count"] as const;

export interface WhichCreatives {
  /** Those of one account; of all of the buyer's, unless said. */
  readonly account?: string | undefined;
  /** All but what is archived, unless said. */
  readonly standings?: readonly Standing[] | undefined;
  /** Also what was purged softly, whatever its standing. */
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
