import { createHash } from "node:crypto";
import { completeSearchJob } from "../../../ground/job-references/index.ts";
import { wallOf } from "../../../ground/kernel/context.ts";
import { newId } from "../../../ground/kernel/ids.ts";
import type { Caller } from "../caller.ts";
import type { ProductSearch } from "./product-search.ts";
import { countOpenSearches, findOpenSearch, findSearch, insertSearch, listOpenSearches, MOST_OPEN } from "./store.ts";

/**
 * Lets a search continue after its caller was answered. Repeating the request while the search is open gives the same
 * search. Undefined if the caller has reached the limit of open searches.
 */
export function registerSearch(
  { side, ...caller }: Caller,
  search: Pick<ProductSearch, "account" | "request">,
): Promise<ProductSearch | undefined> {
  const { customerId } = side;
  const fingerprint = createHash("sha256").update(JSON.stringify(search)).digest("hex");
  return side.write(async (ctx) => {
    const wall = wallOf(ctx);
    const known = await findOpenSearch(ctx.db, customerId, caller, fingerprint);
    if (known) return known;
    if ((await countOpenSearches(ctx.db, customerId, caller)) >= MOST_OPEN) return undefined;
    const taskId = newId("task", ctx.random);
    const begun: ProductSearch = {
      ...caller,
      ...search,
      taskId,
      fingerprint,
      status: "open",
      result: null,
      attempts: 0,
      fence: 0,
      leaseUntil: null,
      createdAt: wall,
      updatedAt: wall,
    };
    if (!(await insertSearch(ctx.db, customerId, begun)))
      return findOpenSearch(ctx.db, customerId, caller, fingerprint);
    await ctx.enqueue(completeSearchJob, { customerId, taskId, attempt: 0 });
    return begun;
  });
}

/** The caller's own search; undefined for anybody else's. */
export function readSearch({ side, ...caller }: Caller, taskId: string): Promise<ProductSearch | undefined> {
  return side.read(({ db }) => findSearch(db, side.customerId, caller, taskId));
}

/** The caller's open searches, newest first. */
export function readOpenSearches({ side, ...caller }: Caller): Promise<readonly ProductSearch[]> {
  return side.read(({ db }) => listOpenSearches(db, side.customerId, caller));
}
