/** A part of a page, as it is found. */
export interface Found {
  readonly address: string;
  /** The title of the whole page. */
  readonly page: string;
  readonly heading: string;
}

/** The index is made and read by the same. */
export const OPTIONS = {
  fields: ["heading", "page", "text"],
  storeFields: ["address", "page", "heading"],
  searchOptions: { prefix: true, fuzzy: 0.15, boost: { heading: 4, page: 2 }, combineWith: "AND" as const },
};
