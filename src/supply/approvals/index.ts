export { holdEvery, screenOrder } from "./screen-order.ts";
