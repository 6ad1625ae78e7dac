import { QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiError } from "#client";

/**
 * If something may no longer be read, a session has ended or a role has changed: the identity is fetched again
 * immediately.
 */
const cache = new QueryCache({
  onError: (error, { queryKey }) => {
    const isRefused = error instanceof ApiError && [401, 403].includes(error.status);
    if (isRefused && queryKey[0] !== "session") void queries.invalidateQueries({ queryKey: ["session"] });
  },
});

/**
 * The client retries temporary failures; a refusal is not retried. The page keeps showing what it has while it is
 * fetched again.
 */
export const queries = new QueryClient({
  queryCache: cache,
  defaultOptions: {
    queries: { retry: false, staleTime: 5_000, networkMode: "always", placeholderData: (before: unknown) => before },
    mutations: { retry: false, networkMode: "always" },
  },
});
