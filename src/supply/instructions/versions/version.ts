import type { Thresholds } from "../operating/doctrine.ts";

/** The two kinds of documents that a storefront writes in versions. */
export type DocumentKind = "operating_instructions" | "acceptance_policy";

/**
 * A text written by an operator. It never changes, and its number is never used again. At most one version of each kind
 * is active.
 */
export interface Version {
  readonly versionId: number;
  readonly storefrontId: number;
  /** Numbered from 1, for each storefront and kind. */
  readonly version: number;
  readonly content: string;
  readonly notes: string | null;
  /** Null if it contains no doctrine; an acceptance policy never does. */
  readonly thresholds: Thresholds | null;
  readonly isActive: boolean;
  readonly createdAt: Date;
  /** Null if it was not written by a person. */
  readonly createdBy: number | null;
}

export type NewVersion = Pick<Version, "content" | "notes" | "thresholds">;

/** What messages call them. */
export const NAMES: Readonly<Record<DocumentKind, { readonly plural: string; readonly path: string }>> = {
  operating_instructions: { plural: "operating instructions", path: "/api/v2/storefront/operating-instructions" },
  acceptance_policy: { plural: "acceptance policy", path: "/api/v2/storefront/acceptance-policy" },
};
