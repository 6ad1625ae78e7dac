import type { SellerError } from "../seller-error.ts";
import type { SellerCreative } from "./creative.ts";
import type { FormatId } from "./creative-format.ts";

/** A creative that a seller is to make. */
export interface CreativeToBuild {
  /** Immutable: the same key is the same request, and asks after it. */
  readonly idempotencyKey: string;
  readonly name: string;
  readonly content: BuildContent;
  /** How long it lasts, in whole seconds. */
  readonly seconds: number;
  /** BCP 47. */
  readonly language: string;
  /** By which it was asked for, where it was by one. */
  readonly formatId?: FormatId;
}

/** Its words as they are to be spoken, or what they are to be about. */
type BuildContent =
  | { readonly kind: "script"; readonly text: string }
  | {
      readonly kind: "brief";
      readonly product: string;
      readonly description: string;
      readonly callToAction?: string;
      readonly audience?: string;
      readonly tone?: string;
    };

/** The result. A submitted build returns its status when it is requested again under its key. */
export type CreativeBuild =
  | { readonly kind: "done"; readonly creative: Pick<SellerCreative, "name" | "manifest"> }
  | { readonly kind: "submitted"; readonly taskId: string; readonly message: string }
  | { readonly kind: "rejected"; readonly errors: readonly SellerError[] };

/** One that was ordered, for polling by its task. */
export interface BuildStanding {
  readonly build: CreativeBuild;
  readonly formatId?: FormatId;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
