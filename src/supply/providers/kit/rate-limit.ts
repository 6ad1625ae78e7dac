import type { ProviderReply } from "../contract/http.ts";
import { countAt } from "./read.ts";

/**
 * In how many seconds a limit is fully available again, as many platforms state with every answer; undefined if this
 * answer does not say.
 */
export function resetSeconds({ headers }: Pick<ProviderReply, "headers">): number | undefined {
  const seconds = countAt(headers, "x-ratelimit-reset");
  return seconds > 0 ? seconds : undefined;
}

/** The same, but only if nothing is left of the limit. */
export function pauseWhereSpent(reply: Pick<ProviderReply, "headers">): number | undefined {
  const left = reply.headers["x-ratelimit-remaining"];
  return left !== undefined && Number(left) <= 0 ? resetSeconds(reply) : undefined;
}
