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

/** What was asked, in the words of the protocol and in the port's, so that the answer can be written without its caller. */
interface SearchRequest {
  readonly asked: Readonly<Record<string, unknown>>;
  readonly request: ProductsRequest;
  readonly buyer: BuyerIdentity;
  /** For products whose publishers nobody named. */
  readonly publisherDomain: string;
}

/** A search for products that takes longer than its caller's call: a task of the protocol. Its times are the wall's. */
export interface ProductSearch extends Progress {
  readonly taskId: string;
  readonly storefrontId: number;
  readonly principal: string;
  /** Of what was asked: the same again, while this one is open, is this one. */
  readonly fingerprint: string;
  readonly account: NaturalKey | null;
  readonly request: SearchRequest;
  readonly status: SearchState;
  /** What `get_products` would have answered, or its errors; null while it is open. */
  readonly result: Readonly<Record<string, unknown>> | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The search with what it came to. */
export function ended(
  search: ProductSearch,
  how: "finish" | "fail",
  result: Readonly<Record<string, unknown>>,
  at: Date,
): ProductSearch {
  return { ...search, status: stepped(searchLife, how, search.status), result, updatedAt: at };
}
