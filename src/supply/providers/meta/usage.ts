import type { ProviderReply } from "../contract/http.ts";
import { readLossless } from "../kit/lossless.ts";
import { countAt, isRecord } from "../kit/read.ts";

const MINUTE_SECONDS = 60;

/** How long to wait if a limit is used up, according to the headers of every reply [O rate-limiting]; undefined if none is. */
export function pauseAfter({ headers }: Pick<ProviderReply, "headers">): number | undefined {
  const regain = minutesToRegain(headers["x-business-use-case-usage"]) * MINUTE_SECONDS;
  const account = readLossless(headers["x-ad-account-usage"] ?? "");
  const reset = countAt(account, "acc_id_util_pct") >= 100 ? countAt(account, "reset_time_duration") : 0;
  const app = readLossless(headers["x-app-usage"] ?? "");
  // It is not known when an application's own share is available again: it is a sliding window of an hour.
  const isSpent = ["call_count", "total_cputime", "total_time"].some((name) => countAt(app, name) >= 100);
  const seconds = Math.max(regain, reset, isSpent ? MINUTE_SECONDS : 0);
  return seconds > 0 ? seconds : undefined;
}

/** `{"<business>": [{estimated_time_to_regain_access, …}]}`: the longest of these times. */
function minutesToRegain(header: string | undefined): number {
  const usage = readLossless(header ?? "");
  if (!isRecord(usage)) return 0;
  const uses = Object.values(usage).flatMap((list) => (Array.isArray(list) ? list : []));
  return Math.max(0, ...uses.map((use) => countAt(use, "estimated_time_to_regain_access")));
}
