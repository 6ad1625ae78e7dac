import { after, MINUTE_MS } from "../../../ground/kernel/clock.ts";
import type { CreativeFormat, Incompleteness } from "../../../ground/seller-agent/index.ts";
import { keyOfFormat } from "./format-id.ts";

/** One seller's answer about its formats, and when it was given. */
export interface SellerFormats {
  readonly salesAgentId: string;
  readonly salesAgentName: string;
  readonly formats: readonly CreativeFormat[];
  /** Why the seller did not answer when it was last asked; the formats are then those of its previous answer. */
  readonly failure: FormatsFailure | null;
  /** Wall-clock time. */
  readonly askedAt: Date;
}

export type FormatsFailure = Pick<Incompleteness, "reason" | "message">;

const KEPT_MS = 10 * MINUTE_MS;
/** How long an unavailable seller is left alone, so that not every request asks it again. */
const RETRY_MS = MINUTE_MS;

export function isFresh({ failure, askedAt }: SellerFormats, wall: Date): boolean {
  return after(askedAt, failure ? RETRY_MS : KEPT_MS) > wall;
}

/** Lists each format once, as described by the first seller that has it. */
export function distinctFormats(reported: readonly SellerFormats[]): CreativeFormat[] {
  const all = reported.flatMap(({ formats }) => formats);
  return [...new Map(all.toReversed().map((format) => [keyOfFormat(format.formatId), format])).values()].toReversed();
}
