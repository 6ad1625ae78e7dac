import type { ProviderReply } from "../contract/http.ts";
import { countAt } from "./read.ts";

/** In how many seconds a limit is whole again, as many platforms tell with every answer; undefined where this one does not. */
export function resetSeconds({ headers }: Pick<ProviderReply, "headers">): number | undefined {
  const seconds = countAt(headers, "x-ratelimit-reset");
  return seconds > 0 ? seconds : undefined;
}

/** The same, where nothing is left of the limit. */
export function pauseWhereSpent(reply: Pick<ProviderReply, "headers">): number | undefined {
  const left = reply.headers["x-ratelimit-remaining"];
  return left !== undefined && Number(left) <= 0 ? resetSeconds(reply) : undefined;
}
