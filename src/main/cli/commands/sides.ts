/** Each has a separate document. */
export const API_SIDES = ["buyer", "storefront", "operator"] as const;
export type ApiSide = (typeof API_SIDES)[number];
