import { type PublicError, RateLimited } from "../../../ground/kernel/errors.ts";

const BY_CODE: Readonly<Record<string, string>> = {
  TOS_ACCEPTANCE_REQUIRED: "call the tool accept_tos, then send the same call again",
  CUSTOMER_SCOPE_REQUIRED:
    "call customer_switch with one of the organisations in details, then send the same call again",
  CUSTOMER_ROLE_DENIED: "use the key of an organisation on the side of the market that the message names",
  FORBIDDEN: "use a key whose holder may do this, or ask an administrator of your organisation",
  ACCESS_DENIED: "use the operations that you may use, or ask the person whom the message names",
  NOT_FOUND: "list what your organisation has, and take the id from there",
  CONFLICT: "read the current state of the resource, and decide again",
  INVALID_STATE: "read the current state of the resource, and decide again",
  BAD_REQUEST: "read the current state of the resource, and decide again",
  IDEMPOTENCY_CONFLICT: "send a new idempotencyKey with the new request",
  IDEMPOTENCY_IN_FLIGHT: "send the same call again in a moment",
  SERVICE_UNAVAILABLE: "send the same call again later",
  INTERNAL_ERROR: "send the same call again with the same idempotencyKey, and if that fails too report the requestId",
};

/** What a refused caller should do next, phrased as the end of a sentence. */
export function suggestionFor(error: PublicError, tool: string): string {
  if (error instanceof RateLimited) return `wait ${error.retryAfterSeconds} s, then send the same call again`;
  if (error.status === 404 && error.details?.nearest !== undefined)
    return "call one of the nearest, or ask_about_capability";
  const known = BY_CODE[error.code];
  if (known) return known;
  return tool === "api_call"
    ? "correct what the message names; ask_about_capability shows every field of the operation"
    : "correct what the message names";
}
