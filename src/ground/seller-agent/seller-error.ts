export type Recovery = "transient" | "correctable" | "terminal";

/** An error in AdCP's form. The set of codes is open, so base decisions on `recovery`. */
export interface SellerError {
  readonly code: string;
  readonly message: string;
  readonly field: string | null;
  readonly recovery: Recovery;
  /** Alternatives for the caller, if there are any. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The seller answered, and refused. */
export class SellerRefused extends Error {
  readonly errors: readonly SellerError[];

  constructor(agent: string, errors: readonly SellerError[]) {
    super(`${agent} refused: ${errors.map(({ code, message }) => `${code} ${message}`).join("; ")}`);
    this.errors = errors;
  }
}

export type UnreachableReason = "timeout" | "unreachable" | "unauthorized" | "malformed" | "too_large";

/** There was no usable answer. Whether the seller has acted is unknown, so a create or an update is only ever repeated with its original key. */
export class SellerUnreachable extends Error {
  readonly reason: UnreachableReason;

  constructor(agent: string, reason: UnreachableReason, message: string, cause?: unknown) {
    super(`${agent}: ${message}`, { cause });
    this.reason = reason;
  }
}
