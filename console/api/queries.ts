import { QueryClient } from "@tanstack/react-query";

/** The client repeats what may pass; a refusal is not asked for again. What is shown stays while it is asked anew. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: 5_000, networkMode: "always", placeholderData: (before: unknown) => before },
    mutations: { retry: false, networkMode: "always" },
  },
});
