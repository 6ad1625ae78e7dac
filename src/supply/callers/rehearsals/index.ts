export { type AddedDelivery, addDelivery, readAddedDelivery } from "./deliveries/added-delivery.ts";
export { readRehearsal, rehearseTask, takeRehearsal } from "./rehearse.ts";
export type { RehearsedTask } from "./rehearsed-task.ts";
export { endTask, findGivenTask } from "./store.ts";
