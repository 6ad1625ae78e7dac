/** A package of one of the owner's orders, as far as creatives are concerned. */
export interface OwnPackage {
  readonly packageId: string;
  readonly orderId: string;
}

/** What a package is to show, by the ids of the library. */
export interface Assigned {
  readonly packageId: string;
  readonly orderId: string;
  readonly libraryCreativeIds: readonly number[];
}
