export type { LegUnderWay } from "./leg-under-way.ts";
export { listLegsUnderWay } from "./store.ts";
