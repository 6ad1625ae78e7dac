import { Refusal, type Reply, respond, type WireObject } from "../frame/exchange.ts";
import type { Stage } from "../frame/stage.ts";

const VERSION = "v26";

/** One error of a `GoogleAdsFailure`: `{campaignError: DUPLICATE_CAMPAIGN_NAME}`, and its location [O]. */
export interface GoogleAdsError {
  readonly family: string;
  readonly code: string;
  readonly message: string;
  /** `mutate_operations[0].create.name`, split into elements. */
  readonly path?: readonly { readonly fieldName: string; readonly index?: number }[];
  readonly trigger?: string;
  readonly details?: WireObject;
}

/** Ends a single operation. */
export class OperationRefused extends Error {
  readonly reason: GoogleAdsError;

  constructor(reason: GoogleAdsError) {
    super(reason.message);
    this.reason = reason;
  }
}

/** [O]: `error.details[]` contains a GoogleAdsFailure with `errors[]` and `requestId`. */
export function failureOf(stage: Stage, errors: readonly GoogleAdsError[]): WireObject {
  return {
    "@type": `type.googleapis.com/google.ads.googleads.${VERSION}.errors.GoogleAdsFailure`,
    errors: errors.map(({ family, code, message, path, trigger, details }) => ({
      errorCode: { [family]: code },
      message,
      ...(trigger !== undefined && { trigger: { stringValue: trigger } }),
      ...(path && { location: { fieldPathElements: path.map((one) => ({ ...one })) } }),
      ...(details && { details }),
    })),
    requestId: stage.ids.hex(22),
  };
}

export function errorReply(
  stage: Stage,
  status: number,
  canonical: string,
  message: string,
  errors: readonly GoogleAdsError[] = [],
): Reply {
  const details = errors.length > 0 ? { details: [failureOf(stage, errors)] } : {};
  return respond(status, { error: { code: status, message, status: canonical, ...details } });
}

export const MANY = "Request contains an invalid argument.";

export function refuse(stage: Stage, status: number, canonical: string, error: GoogleAdsError): never {
  const message = status === 403 ? "The caller does not have permission" : MANY;
  throw new Refusal(errorReply(stage, status, canonical, message, [error]));
}

/** `RESOURCE_TEMPORARILY_EXHAUSTED` with a delay to wait [O]; five seconds were chosen. */
export function throttled(stage: Stage, code = "RESOURCE_TEMPORARILY_EXHAUSTED", retryDelay = "5s"): Reply {
  return errorReply(stage, 429, "RESOURCE_EXHAUSTED", "Resource has been exhausted (e.g. check quota).", [
    {
      family: "quotaError",
      code,
      message: `Too many requests. Retry in ${retryDelay}.`,
      details: {
        quotaErrorDetails: { rateScope: "DEVELOPER", rateName: "Number of operations for basic access", retryDelay },
      },
    },
  ]);
}
