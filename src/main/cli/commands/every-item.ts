import { pagesOf } from "#client";
import { listIn } from "../output/rows.ts";
import type { Pages } from "./api-command.ts";

type Answer = { readonly data?: unknown };
type FetchPage = (page: Readonly<Record<string, number>>) => Promise<Answer>;

/** Every item of a list, however many pages it has and whichever kind of paging it uses. */
export async function everyItem({ by, size }: Pages, ask: FetchPage): Promise<unknown[]> {
  const items: unknown[] = [];
  const walked =
    by === "limit/offset"
      ? pagesByOffset(ask, size)
      : pagesOf(
          ({ skip, take }) => ask({ skip, take }),
          (data) => data,
          size,
        );
  for await (const page of walked) items.push(...(listIn(page) ?? [page]));
  return items;
}

/** For lists that say in the answer whether there is more, or whose last page is not full. */
async function* pagesByOffset(ask: FetchPage, limit: number): AsyncGenerator {
  for (let offset = 0; ; offset += limit) {
    const data = ((await ask({ limit, offset })).data as Answer | undefined)?.data;
    yield data;
    const length = listIn(data)?.length ?? 0;
    const { hasMore = length === limit } = (data ?? {}) as { readonly hasMore?: boolean };
    if (!hasMore || length === 0) return;
  }
}
