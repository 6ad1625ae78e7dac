import type { Thresholds } from "../operating/doctrine.ts";

/** The two things a storefront writes down in versions. */
export type DocumentKind = "operating_instructions" | "acceptance_policy";

/** What an operator wrote, once: it never changes and its number is never used again. One of a kind is active, or none. */
export interface Version {
  readonly versionId: number;
  readonly storefrontId: number;
  /** From 1, for each storefront and kind. */
  readonly version: number;
  readonly content: string;
  readonly notes: string | null;
  /** Null where it carries no doctrine; an acceptance policy never does. */
  readonly thresholds: Thresholds | null;
  readonly isActive: boolean;
  readonly createdAt: Date;
  /** Null where no person wrote it. */
  readonly createdBy: number | null;
}

export type NewVersion = Pick<Version, "content" | "notes" | "thresholds">;

/** As people call them, in messages. */
export const NAMES: Readonly<Record<DocumentKind, { readonly plural: string; readonly path: string }>> = {
  operating_instructions: { plural: "operating instructions", path: "/api/v2/storefront/operating-instructions" },
  acceptance_policy: { plural: "acceptance policy", path: "/api/v2/storefront/acceptance-policy" },
};
