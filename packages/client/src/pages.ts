/** Where a page begins and how long it is, by both pairs of names that lists have for it; each list reads its own. */
interface AskedPage {
  readonly skip: number;
  readonly take: number;
  readonly offset: number;
  readonly limit: number;
}

interface Page<Data> {
  readonly data: Data;
  readonly meta: { readonly pagination?: { readonly skip: number; readonly take: number; readonly hasMore: boolean } };
}

/** The body of a list's answer: including paging if the list has pages. */
interface Listed<Body> {
  readonly data?: Body | undefined;
}

/** The longest page that lists by `limit` and `offset` answer. */
const LONGEST_LIMIT = 50;

/** Each page of a list in turn; `ask` is called with the start of the next one, until the server has no more. */
export async function* pagesOf<Data>(
  ask: (page: AskedPage) => Promise<Listed<unknown>>,
  read: (data: unknown) => Data = (data) => data as Data,
  take = 100,
): AsyncGenerator<Data> {
  for (let skip: number | undefined = 0; skip !== undefined; ) {
    const { data: body } = await ask({ skip, take, offset: skip, limit: Math.min(take, LONGEST_LIMIT) });
    const page = body as Page<unknown>;
    yield read(page.data);
    skip = nextOf(page);
  }
}

function nextOf({ data, meta: { pagination } }: Page<unknown>): number | undefined {
  if (pagination) return pagination.hasMore ? pagination.skip + pagination.take : undefined;
  return (data as { readonly nextOffset?: number | null } | null)?.nextOffset ?? undefined;
}

/** Every item of a list, however many pages it has. `name` is its field in the answer: `items`, `campaigns`. */
export async function* itemsOf<Name extends string, Item>(
  name: Name,
  ask: (page: AskedPage) => Promise<Listed<{ readonly data?: { readonly [K in Name]: readonly Item[] } | undefined }>>,
  take?: number,
): AsyncGenerator<Item> {
  for await (const page of pagesOf(ask, (data) => (data as { readonly [K in Name]: readonly Item[] })[name], take))
    yield* page;
}
