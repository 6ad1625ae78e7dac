import { storableJson } from "../../../ground/db/index.ts";
import type { Proposal } from "../../../ground/seller-agent/index.ts";

/** A copy that the database can store as JSON, and its size. */
export function storable<T>(value: T): { readonly copy: T; readonly characters: number } {
  const text = storableJson(value);
  return { copy: JSON.parse(text) as T, characters: text.length };
}

/** A proposal as read from JSON, in which its only date is text. */
export function proposalFromJson(proposal: Proposal): Proposal {
  return { ...proposal, expiresAt: proposal.expiresAt && new Date(proposal.expiresAt) };
}
