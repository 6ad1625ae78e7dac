import type { Progress } from "../../../ground/dispatch/index.ts";
import { lifecycle, stepped } from "../../../ground/kernel/lifecycle.ts";
import type { BuyerIdentity, ProductsRequest } from "../../../ground/seller-agent/index.ts";
import type { NaturalKey } from "../accounts/declared-account.ts";

type SearchState = "open" | "done" | "failed";

export const searchLife = lifecycle<SearchState, "finish" | "fail">({
  noun: "product search",
  starts: ["open"],
  states: {
    open: "sources that were too slow for the buyer's call are being asked again",
    done: "the products of every source that answered are in the result",
    failed: "nothing could be found, and the result says why",
  },
  transitions: { finish: { open: "done" }, fail: { open: "failed" } },
});

/** The request, both in the protocol's form and in the port's, so that the answer can be written without the caller. */
interface SearchRequest {
  readonly asked: Readonly<Record<string, unknown>>;
  readonly request: ProductsRequest;
  readonly buyer: BuyerIdentity;
  /** The publisher assumed for products that name none. */
  readonly publisherDomain: string;
}

/**
 * A search for products that takes longer than its caller's call, which makes it a task of the protocol. All times are
 * wall-clock times.
 */
export interface ProductSearch extends Progress {
  readonly taskId: string;
  readonly storefrontId: number;
  readonly principal: string;
  /** A hash of the request: repeating the request while this search is open gives this search. */
  readonly fingerprint: string;
  readonly account: NaturalKey | null;
  readonly request: SearchRequest;
  readonly status: SearchState;
  /** The answer of `get_products`, or its errors; null while the search is open. */
  readonly result: Readonly<Record<string, unknown>> | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The search with its result. */
export function ended(
  search: ProductSearch,
  how: "finish" | "fail",
  result: Readonly<Record<string, unknown>>,
  at: Date,
): ProductSearch {
  return { ...search, status: stepped(searchLife, how, search.status), result, updatedAt: at };
}
