import { shortened } from "./texts/shortened.ts";

/** One problem with an input. `path` is dotted, starting from the part of the request that contains it. */
export interface Issue {
  readonly path: string;
  readonly message: string;
}

interface Explanation {
  /** Dotted path of the first offending input, without `params.`, `query.` or `body.`. */
  readonly field?: string | undefined;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
  readonly cause?: unknown;
  /** Set if waiting alone may help. */
  readonly retryAfterSeconds?: number | undefined;
}

export type PublicStatus = 400 | 401 | 402 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 501 | 503;

/**
 * Errors that a caller may see. Any other error is a bug: logged in full, answered with a bare 500 and its request id.
 */
export abstract class PublicError extends Error {
  abstract readonly status: PublicStatus;
  abstract readonly code: string;
  readonly field: string | undefined;
  readonly details: Readonly<Record<string, unknown>> | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(message: string, { field, details, cause, retryAfterSeconds }: Explanation = {}) {
    super(shortened(message), { cause });
    this.field = field;
    this.details = details;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The input breaks its schema, or a rule about input; carries every issue found, not only the first. */
export class Invalid extends PublicError {
  readonly status = 400;
  readonly code: string = "VALIDATION_ERROR";
}

/** The amount is in a different currency from the one to which it would be added. */
export class CurrencyMismatch extends Invalid {
  override readonly code = "CURRENCY_MISMATCH";
}

/** The input is well-formed, but the operation cannot be performed with it now. */
export class BadRequest extends PublicError {
  readonly status = 400;
  readonly code = "BAD_REQUEST";
}

/** The resource is in a state that does not allow this step. */
export class InvalidState extends PublicError {
  readonly status = 400;
  readonly code = "INVALID_STATE";
}

/** A refusal that says in the header `WWW-Authenticate` how the caller can authenticate (RFC 9110, 11.6.1). */
export interface Challenging {
  readonly challenge: string;
  /** Another way to authenticate, as a separate challenge after the first. */
  readonly alternative?: string;
}

export function isChallenging(error: unknown): error is PublicError & Challenging {
  return error instanceof Unauthorized || error instanceof InsufficientScope;
}

export class Unauthorized extends PublicError implements Challenging {
  readonly status = 401;
  readonly code = "UNAUTHORIZED";

  get challenge(): string {
    return CHALLENGE;
  }
}

const CHALLENGE = 'Bearer realm="interchange"';

/** The access token is not valid here; the client gets another one with its refresh token (RFC 6750, 3.1). */
export class InvalidToken extends Unauthorized {
  override get challenge(): string {
    return `${CHALLENGE}, error="invalid_token"`;
  }
}

export class Forbidden extends PublicError {
  readonly status = 403;
  readonly code: string = "FORBIDDEN";
}

/** The application lacks a scope, because its user did not grant it (RFC 6750, 3.1). */
export class InsufficientScope extends Forbidden implements Challenging {
  override readonly code = "INSUFFICIENT_SCOPE";
  readonly challenge: string;

  /**
   * `granted` scopes: the challenge names them too, because a client that requested only the missing one would lose the
   * others.
   */
  constructor(scope: string, granted: readonly string[] = []) {
    super(`this application was not granted the scope ${scope}: connect it again, and grant that too`, {
      details: { scope },
    });
    this.challenge = `${CHALLENGE}, error="insufficient_scope", scope="${[...granted, scope].join(" ")}"`;
  }
}

/** The caller's organisation is on the other side of the market. */
export class CustomerRoleDenied extends Forbidden {
  override readonly code = "CUSTOMER_ROLE_DENIED";
}

/** The caller named an organisation that does not exist, or to which they do not belong. */
export class NotAMember extends Forbidden {
  override readonly code = "CUSTOMER_ROLE_DENIED";
}

export class AccessDenied extends Forbidden {
  override readonly code = "ACCESS_DENIED";
}

/** Reads are allowed; every write is refused until `POST /api/v2/accept-tos`. */
export class TermsNotAccepted extends Forbidden {
  override readonly code = "TOS_ACCEPTANCE_REQUIRED";
}

/** The resource does not exist, or belongs to somebody else: the two cases are never distinguished. */
export class NotFound extends PublicError {
  readonly status = 404;
  readonly code = "NOT_FOUND";
}

export class Conflict extends PublicError {
  readonly status = 409;
  readonly code: string = "CONFLICT";
}

export class TooLarge extends PublicError {
  readonly status = 413;
  readonly code = "PAYLOAD_TOO_LARGE";
}

export class Unprocessable extends PublicError {
  readonly status = 422;
  readonly code: string = "VALIDATION_ERROR";
}

export class RateLimited extends PublicError {
  readonly status = 429;
  readonly code = "RATE_LIMITED";
  override readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super(`too many requests: try again in ${retryAfterSeconds} s`, {
      details: { retryAfterSeconds },
      retryAfterSeconds,
    });
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Something that this server depends on is unavailable; nothing was done. */
export class Unavailable extends PublicError {
  readonly status = 503;
  readonly code = "SERVICE_UNAVAILABLE";
}

/** The maximum number of issues in an answer, because a batch of ten thousand invalid items would otherwise get an answer of megabytes. */
const MOST_REPORTED = 20;
const MOST_LISTED = 500;

/** `Invalid` from the issues of a parse; the message names the fields, because some clients show nothing else. */
export function invalid(issues: readonly Issue[]): Invalid {
  const reported = issues.slice(0, MOST_REPORTED).map(({ path, message }) => (path ? `${path}: ${message}` : message));
  if (issues.length > MOST_REPORTED) reported.push(`and ${issues.length - MOST_REPORTED} more`);
  const unlisted = issues.length - MOST_LISTED;
  return new Invalid(reported.join("; ") || "invalid input", {
    field: issues[0]?.path,
    details: { issues: issues.slice(0, MOST_LISTED), ...(unlisted > 0 && { unlisted }) },
  });
}
