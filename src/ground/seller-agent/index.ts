export type * from "./port.ts";
export { SellerRefused, SellerUnreachable } from "./port.ts";
