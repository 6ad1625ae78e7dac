import type { CreativeToBuild } from "../../../ground/seller-agent/index.ts";
import type { AnyJob } from "./job.ts";
import type { Result } from "./provider-error.ts";

/** What is to be produced. Plain data, as a job's input has to be. */
export type CreativeOrder = Omit<CreativeToBuild, "idempotencyKey">;

/** The result, at the provider's own URL. */
export interface MadeCreative {
  readonly remoteId: string;
  readonly url: string;
  readonly contentType: string;
  /** As stated by the provider; null if it does not say. */
  readonly seconds: number | null;
  readonly language: string | null;
}

/** A provider that produces creatives. Others use the result as an asset; this provider knows nothing about media buys. */
export interface CreativeAdapter {
  readonly makes: "audio";
  /** The usual lengths, as formats. */
  readonly formats: readonly { readonly id: string; readonly name: string; readonly seconds: number }[];
  /** Checks whether the provider could produce it, as far as that is known without asking it. */
  check(order: CreativeOrder): Result<CreativeOrder>;
  readonly build: AnyJob<CreativeOrder, MadeCreative>;
}
