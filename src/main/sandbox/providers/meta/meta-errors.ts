import { Refusal, type Reply, respond, type WireObject } from "../frame/exchange.ts";
import type { Stage } from "../frame/stage.ts";

/** `{error{message,type,code,error_subcode,…,fbtrace_id}}` [O error-handling]; that its status is 400 is [K]. */
export function errorOf(stage: Stage, code: number, message: string, more: WireObject = {}, status = 400): Reply {
  const type =
    code === 190 || code === 102 || code === 10 || code === 200 || code === 100 ? "OAuthException" : "ApiException";
  return respond(status, {
    error: { message: `(#${code}) ${message}`, type, code, ...more, fbtrace_id: stage.ids.hex(22) },
  });
}

export function refuse(stage: Stage, code: number, message: string, more: WireObject = {}, status = 400): never {
  throw new Refusal(errorOf(stage, code, message, more, status));
}

/** Too many calls for an ad account: code 17 with its subcode [O rate-limiting]. */
export function throttled(stage: Stage): Reply {
  return errorOf(stage, 17, "User request limit reached", { error_subcode: 2_446_079, is_transient: true });
}

/** A missing object and one that the caller may not see get the same error [K]. */
export function missing(stage: Stage, id: string): Reply {
  const message = `Unsupported get request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation`;
  return errorOf(stage, 100, message, { error_subcode: 33 });
}
