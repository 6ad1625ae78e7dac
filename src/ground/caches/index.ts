export { BoundedMap } from "./bounded-map.ts";
export { WeighedMap } from "./weighed-map.ts";
