/** Where something stands on a page of numbers that many share. */
export interface Place<Page> {
  readonly page: Page;
  readonly start: number;
}

/**
 * Places of so many numbers, one behind the other on pages that many products share: arrays of their own for each would lie all over the
 * memory, and a brief is compared with thousands of products. A page is given back with the last of its products.
 */
export function pagesOf<Page extends { readonly length: number }>(
  newPage: (length: number) => Page,
  usualLength: number,
): (length: number) => Place<Page> {
  let page = newPage(usualLength);
  let used = 0;
  return (length) => {
    if (used + length > page.length) {
      page = newPage(Math.max(usualLength, length));
      used = 0;
    }
    const start = used;
    used += length;
    return { page, start };
  };
}
