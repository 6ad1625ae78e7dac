/** A section of a page, as a search result. */
export interface Found {
  readonly address: string;
  /** The title of the whole page. */
  readonly page: string;
  readonly heading: string;
}

/** The index is built and read with the same options. */
export const OPTIONS = {
  fields: ["heading", "page", "text"],
  storeFields: ["address", "page", "heading"],
  searchOptions: { prefix: true, fuzzy: 0.15, boost: { heading: 4, page: 2 }, combineWith: "AND" as const },
};
