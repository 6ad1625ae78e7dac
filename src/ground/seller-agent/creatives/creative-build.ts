import type { SellerError } from "../seller-error.ts";
import type { SellerCreative } from "./creative.ts";
import type { FormatId } from "./creative-format.ts";

/** A creative that a seller is to make. */
export interface CreativeToBuild {
  /** Immutable: the same key is the same request, and polls it. */
  readonly idempotencyKey: string;
  readonly name: string;
  readonly content: BuildContent;
  /** Its duration, in whole seconds. */
  readonly seconds: number;
  /** BCP 47. */
  readonly language: string;
  /** The format by which it was requested, if it was. */
  readonly formatId?: FormatId;
}

/** Its text as it is to be spoken, or its subject. */
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
