import type { $ZodIssue } from "zod/v4/core";
import {
  Forbidden,
  Invalid,
  type Issue,
  PublicError,
  RateLimited,
  TermsNotAccepted,
} from "../../../ground/kernel/errors.ts";
import { shortened } from "../../../ground/kernel/texts/shortened.ts";
import { type SellerError, SellerRefused, SellerUnreachable } from "../../../ground/seller-agent/index.ts";

/** An error in AdCP's terms, as the caller sees it; undefined for a bug. */
export function errorsOf(error: unknown): readonly SellerError[] | undefined {
  if (error instanceof SellerRefused) return error.errors;
  if (error instanceof SellerUnreachable)
    return [{ code: "SERVICE_UNAVAILABLE", message: error.message, field: null, recovery: "transient" }];
  if (error instanceof PublicError) return [fromPublicError(error)];
  return undefined;
}

export function bugReported(requestId: string): SellerError {
  const message = `an internal error occurred: quote the request id ${requestId} to the operator`;
  return { code: "SERVICE_UNAVAILABLE", message, field: null, recovery: "transient" };
}

/** An input that no tool accepts, whatever its schema says. */
export function flawReported({ path, message }: Issue): SellerError {
  const field = path || null;
  return { code: "INVALID_REQUEST", message: `${field ?? "the request"}: ${message}`, field, recovery: "correctable" };
}

/** An input that does not match the schema of its tool. */
export function issueReported({ path, message }: Pick<$ZodIssue, "path" | "message">): SellerError {
  const steps = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`));
  return flawReported({ path: steps.join("").replace(/^\./, ""), message });
}

function fromPublicError(error: PublicError): SellerError {
  const reported = {
    message: error.message,
    field: error.field ?? null,
    ...(error.details && { details: error.details }),
  };
  if (error instanceof Invalid) return { ...reported, code: "INVALID_REQUEST", recovery: "correctable" };
  if (error instanceof RateLimited) return { ...reported, code: "RATE_LIMITED", recovery: "transient" };
  if (error instanceof TermsNotAccepted)
    return { ...reported, code: "ACCOUNT_SETUP_REQUIRED", recovery: "correctable" };
  if (error instanceof Forbidden) return { ...reported, code: "PERMISSION_DENIED", recovery: "terminal" };
  return { ...reported, code: error.code, recovery: "correctable" };
}

export function toAdcpError({ code, message, field, recovery, details }: SellerError) {
  return { code, message: shortened(message), recovery, ...(field !== null && { field }), ...(details && { details }) };
}

/** A refusal of a request. The field is spelt as in the request. */
export function refused(
  code: string,
  message: string,
  field: string | null = null,
  recovery: SellerError["recovery"] = "correctable",
  details?: SellerError["details"],
): SellerRefused {
  return new SellerRefused("the storefront", [{ code, message, field, recovery, ...(details && { details }) }]);
}
