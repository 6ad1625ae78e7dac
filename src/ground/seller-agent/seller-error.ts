export type Recovery = "transient" | "correctable" | "terminal";

/** An error as AdCP spells it: an open set of codes, so act on `recovery`. */
export interface SellerError {
  readonly code: string;
  readonly message: string;
  readonly field: string | null;
  readonly recovery: Recovery;
  /** What the caller may choose from instead, where there is something. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The seller answered, and the answer is no. */
export class SellerRefused extends Error {
  readonly errors: readonly SellerError[];

  constructor(agent: string, errors: readonly SellerError[]) {
    super(`${agent} refused: ${errors.map(({ code, message }) => `${code} ${message}`).join("; ")}`);
    this.errors = errors;
  }
}

export type UnreachableReason = "timeout" | "unreachable" | "unauthorized" | "malformed" | "too_large";

/**
 * There was no answer to speak of. Whether the seller acted is unknown, so a create or an update is only ever repeated
 * with the key it was first sent with.
 */
export class SellerUnreachable extends Error {
  readonly reason: UnreachableReason;

  constructor(agent: string, reason: UnreachableReason, message: string, cause?: unknown) {
    super(`${agent}: ${message}`, { cause });
    this.reason = reason;
  }
}
