import {
  AccessDenied,
  CustomerRoleDenied,
  Forbidden,
  Invalid,
  type PublicError,
  RateLimited,
  TermsNotAccepted,
  TooLarge,
  Unauthorized,
} from "../../ground/kernel/errors.ts";
import { apisOf, type Operation, writes } from "../../ground/kernel/operation.ts";
import { KeyInFlight, KeyReused } from "../../ground/kernel/writing/write.ts";

type ErrorClass = NonNullable<Operation["errors"]>[number];

/** All error codes of an operation, by HTTP status: those that it declares, and those that apply to all operations. */
export function failuresOf(op: Operation): ReadonlyMap<number, readonly string[]> {
  const codes = new Map<number, Set<string>>();
  for (const one of [...roadside(op), ...(op.errors ?? [])]) {
    const { status, code } = sampleOf(one);
    codes.set(status, (codes.get(status) ?? new Set()).add(code));
  }
  codes.set(500, new Set(["INTERNAL_ERROR"]));
  return new Map([...codes].sort(([a], [b]) => a - b).map(([status, set]) => [status, [...set].sort()]));
}

/** Errors of `run` and the transport that may occur before the operation is called. */
function roadside(op: Operation): ErrorClass[] {
  const keyed = op.access !== "public";
  const changing = writes(op);
  const binding = keyed && changing && !op.beforeTerms;
  const buyers = op.sides?.includes("BUYER") ?? apisOf(op).some((api) => api === "buyer" || api === "platform");
  return [
    RateLimited,
    ...(op.params || op.query || op.body ? [Invalid] : []),
    ...(op.body ? [TooLarge] : []),
    ...(keyed ? [Unauthorized, CustomerRoleDenied] : []),
    ...(keyed && (changing || op.access !== "read") ? [Forbidden] : []),
    ...(keyed && changing ? [KeyReused, KeyInFlight] : []),
    ...(binding ? [TermsNotAccepted] : []),
    // A sponsored buyer that is not active must not change anything (storefront contract G4).
    ...(binding && buyers ? [AccessDenied] : []),
  ];
}

/** Status and code belong to the instances of an error, so one is created to read them. */
function sampleOf(one: ErrorClass): PublicError {
  return Reflect.construct(one, ["", {}]) as PublicError;
}
