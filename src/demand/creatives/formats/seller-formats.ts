import { after, MINUTE_MS } from "../../../ground/kernel/clock.ts";
import type { CreativeFormat, Incompleteness } from "../../../ground/seller-agent/index.ts";
import { keyOfFormat } from "./format-id.ts";

/** One seller's answer about its formats, and when it was given. */
export interface SellerFormats {
  readonly salesAgentId: string;
  readonly salesAgentName: string;
  readonly formats: readonly CreativeFormat[];
  /** Why it did not answer when it was last asked; the formats are then the previous ones. */
  readonly failure: FormatsFailure | null;
  /** By the wall. */
  readonly askedAt: Date;
}

export type FormatsFailure = Pick<Incompleteness, "reason" | "message">;

const KEPT_MS = 10 * MINUTE_MS;
/** An unavailable seller is not asked by every further request. */
const RETRY_MS = MINUTE_MS;

export function isFresh({ failure, askedAt }: SellerFormats, wall: Date): boolean {
  return after(askedAt, failure ? RETRY_MS : KEPT_MS) > wall;
}

/** Each format once, as described by the first seller that has it. */
export function distinctFormats(reported: readonly SellerFormats[]): CreativeFormat[] {
  const all = reported.flatMap(({ formats }) => formats);
  return [...new Map(all.toReversed().map((format) => [keyOfFormat(format.formatId), format])).values()].toReversed();
}
