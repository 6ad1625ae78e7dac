import type { Proposal } from "../../../ground/seller-agent/index.ts";

/**
 * A copy that the database can keep as JSON, and its size: PostgreSQL refuses NUL and halves of surrogate pairs, which
 * nothing keeps a seller from sending.
 */
export function storable<T>(value: T): { readonly copy: T; readonly characters: number } {
  const text = JSON.stringify(value, (_key, part: unknown) => (typeof part === "string" ? cleanText(part) : part));
  return { copy: JSON.parse(text) as T, characters: text.length };
}

function cleanText(text: string): string {
  return text.toWellFormed().replaceAll("\0", "");
}

/** A proposal as it comes back from JSON, where its one date is text. */
export function proposalFromJson(proposal: Proposal): Proposal {
  return { ...proposal, expiresAt: proposal.expiresAt && new Date(proposal.expiresAt) };
}
