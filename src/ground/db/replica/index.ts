export { positionIn } from "./lag.ts";
export { answersAsOf, type Lists, openLists } from "./lists.ts";
export type { ReplicaStatus } from "./replica.ts";
