/** Each of them has a document of its own. */
export const API_SIDES = ["buyer", "storefront", "operator"] as const;
export type ApiSide = (typeof API_SIDES)[number];
