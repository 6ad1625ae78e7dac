import { QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiError } from "#client";

/** What may not be read any more says that a session has ended or a role has changed: who one is, is asked anew at once. */
const cache = new QueryCache({
  onError: (error, { queryKey }) => {
    const isRefused = error instanceof ApiError && [401, 403].includes(error.status);
    if (isRefused && queryKey[0] !== "session") void queries.invalidateQueries({ queryKey: ["session"] });
  },
});

/** The client repeats what may pass; a refusal is not asked for again. What is shown stays while it is asked anew. */
export const queries = new QueryClient({
  queryCache: cache,
  defaultOptions: {
    queries: { retry: false, staleTime: 5_000, networkMode: "always", placeholderData: (before: unknown) => before },
    mutations: { retry: false, networkMode: "always" },
  },
});
