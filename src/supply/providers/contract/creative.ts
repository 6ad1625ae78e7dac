import type { CreativeToBuild } from "../../../ground/seller-agent/index.ts";
import type { AnyJob } from "./job.ts";
import type { Result } from "./provider-error.ts";

/** What is to be made. Plain data: a job starts from it. */
export type CreativeOrder = Omit<CreativeToBuild, "idempotencyKey">;

/** What was made, at the provider's own address. */
export interface MadeCreative {
  readonly remoteId: string;
  readonly url: string;
  readonly contentType: string;
  /** As the provider tells; null where it does not. */
  readonly seconds: number | null;
  readonly language: string | null;
}

/** A provider that makes creatives. Others use the result as an asset: it knows nothing about media buys. */
export interface CreativeAdapter {
  readonly makes: "audio";
  /** Lengths that are usual, as formats. */
  readonly formats: readonly { readonly id: string; readonly name: string; readonly seconds: number }[];
  /** Whether the provider could make it, as far as that is known without asking. */
  check(order: CreativeOrder): Result<CreativeOrder>;
  readonly build: AnyJob<CreativeOrder, MadeCreative>;
}
