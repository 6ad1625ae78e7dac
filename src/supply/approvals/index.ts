export { screenOrder } from "./screen-order.ts";
