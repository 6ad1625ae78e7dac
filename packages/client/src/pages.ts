interface Page<Data> {
  readonly data: Data;
  readonly meta: { readonly pagination?: { readonly skip: number; readonly take: number; readonly hasMore: boolean } };
}

/** The body of a list's answer: with its page where the list has pages. */
interface Listed<Body> {
  readonly data?: Body | undefined;
}

/** Each page of a list in turn; `ask` is called with where the next one begins, until the server has no more. */
export async function* pagesOf<Data>(
  ask: (page: { readonly skip: number; readonly take: number }) => Promise<Listed<unknown>>,
  read: (data: unknown) => Data = (data) => data as Data,
  take = 100,
): AsyncGenerator<Data> {
  for (let skip = 0; ; ) {
    const { data: body } = await ask({ skip, take });
    const { data, meta } = body as Page<unknown>;
    yield read(data);
    if (!meta.pagination?.hasMore) return;
    skip = meta.pagination.skip + meta.pagination.take;
  }
}

/** Every item of a list, however many pages it has. `name` is what the answer calls them: `items`, `campaigns`. */
export async function* itemsOf<Name extends string, Item>(
  name: Name,
  ask: (page: {
    readonly skip: number;
    readonly take: number;
  }) => Promise<Listed<{ readonly data?: { readonly [K in Name]: readonly Item[] } | undefined }>>,
): AsyncGenerator<Item> {
  for await (const page of pagesOf(ask, (data) => (data as { readonly [K in Name]: readonly Item[] })[name]))
    yield* page;
}
