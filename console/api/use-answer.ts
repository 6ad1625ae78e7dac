import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { type DataIn, dataOf } from "#client";

interface AnswerOptions {
  readonly enabled?: boolean;
  /** Fetched again at this interval while the page is visible. */
  readonly everyMs?: number | false;
}

/** An operation's answer, cached under a key made of the request. */
export function useAnswer<Body>(
  key: readonly unknown[],
  ask: () => Promise<{ readonly data?: Body }>,
  { enabled = true, everyMs = false }: AnswerOptions = {},
): UseQueryResult<DataIn<Body>> {
  return useQuery<DataIn<Body>>({
    queryKey: key,
    queryFn: () => dataOf(ask()),
    enabled,
    refetchInterval: everyMs,
  });
}
