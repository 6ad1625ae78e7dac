import { join } from "node:path";
import { ABSENT as BUYER_ABSENT } from "./buyer/absent.ts";
import { REASONS as BUYER_REASONS } from "./buyer/reasons.ts";
import type { Absence, Reason } from "./known-differences.ts";
import { ABSENT as STOREFRONT_ABSENT } from "./storefront/absent.ts";
import { REASONS as STOREFRONT_REASONS } from "./storefront/reasons.ts";

/** One of the two APIs as published in August 2026, and this server's known differences from it. */
export interface PublishedApi {
  readonly side: "buyer" | "storefront";
  readonly title: string;
  /** The page on which the differences are documented, relative to the repository. */
  readonly page: string;
  /** The facts about it, one operation per line: names, paths and types, but no prose. */
  readonly facts: string;
  readonly absent: readonly Absence[];
  /** The first reason that covers a difference explains it, so narrower reasons come first. */
  readonly reasons: readonly Reason[];
}

const factsOf = (side: string) => join(import.meta.dirname, side, "august-2026.jsonl");

export const PUBLISHED_APIS: readonly PublishedApi[] = [
  {
    side: "buyer",
    title: "Buyer API",
    page: "docs/api/drift.md",
    facts: factsOf("buyer"),
    absent: BUYER_ABSENT,
    reasons: BUYER_REASONS,
  },
  {
    side: "storefront",
    title: "Storefront API",
    page: "docs/api/storefront-drift.md",
    facts: factsOf("storefront"),
    absent: STOREFRONT_ABSENT,
    reasons: STOREFRONT_REASONS,
  },
];

export function isAbsent({ absent }: PublishedApi, operation: string): boolean {
  return absent.some(({ operations }) => operations.includes(operation));
}
