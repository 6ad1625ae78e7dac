import { errorsOf } from "../protocol/failure.ts";

/** What the checks of a request result in: what they have read, or their objection. */
export type Checked<T> =
  | { readonly kind: "ready"; readonly value: T }
  | { readonly kind: "objected"; readonly objection: unknown };

/**
 * Catches the objection of checks that depend on the time, or on anything else that may have changed since a request was first made. It
 * only counts if the request has not been accepted before: a retry, whose first answer may have been lost, gets what came of the request.
 */
export async function checked<T>(checks: Promise<T>): Promise<Checked<T>> {
  try {
    return { kind: "ready", value: await checks };
  } catch (objection) {
    if (!errorsOf(objection)) throw objection;
    return { kind: "objected", objection };
  }
}
