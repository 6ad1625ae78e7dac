import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { type DataIn, dataOf } from "#client";

interface AnswerOptions {
  readonly enabled?: boolean;
  /** Asked again so often while the page is looked at. */
  readonly everyMs?: number | false;
}

/** What an operation answers, by a key that says what was asked. */
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
