/** A package in one of the owner's orders, with what matters to creatives. */
export interface OwnPackage {
  readonly packageId: string;
  readonly orderId: string;
}

/** What a package is to show, by the library's ids. */
export interface Assigned {
  readonly packageId: string;
  readonly orderId: string;
  readonly libraryCreativeIds: readonly number[];
}
