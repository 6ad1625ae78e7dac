export { BoundedMap } from "./bounded-map.ts";
export { lazily } from "./lazily.ts";
export { WeighedMap } from "./weighed-map.ts";
