import type { SellerError } from "../seller-error.ts";
import type { SellerCreative } from "./creative.ts";
import type { FormatId } from "./creative-format.ts";

/** A creative that a seller is asked to make. */
export interface CreativeToBuild {
  /** Never changes: the same key is the same request, and sending it again polls the build. */
  readonly idempotencyKey: string;
  readonly name: string;
  readonly content: BuildContent;
  /** Its duration, in whole seconds. */
  readonly seconds: number;
  /** BCP 47. */
  readonly language: string;
  /** The format in which it was requested, if one was named. */
  readonly formatId?: FormatId;
}

/** The text to be spoken, or the subject of the creative. */
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

/** The result. Requesting a submitted build again under its key returns its status. */
export type CreativeBuild =
  | { readonly kind: "done"; readonly creative: Pick<SellerCreative, "name" | "manifest"> }
  | { readonly kind: "submitted"; readonly taskId: string; readonly message: string }
  | { readonly kind: "rejected"; readonly errors: readonly SellerError[] };

/** A build that was ordered, as polled by its task. */
export interface BuildStatus {
  readonly build: CreativeBuild;
  readonly formatId?: FormatId;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
