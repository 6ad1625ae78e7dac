export { addDelivery, readAddedDelivery, spendSoFar } from "./deliveries/add-delivery.ts";
export type { AddedDelivery } from "./deliveries/added-delivery.ts";
export { readFixtures, seedFixture } from "./fixtures/seed-fixture.ts";
export type { SeededFixture } from "./fixtures/seeded-fixture.ts";
export { awaitsRehearsal, consumeRehearsal, readRehearsal, readRehearsedSearches, rehearseTask } from "./rehearse.ts";
export { ARMS, type RehearsedTask } from "./rehearsed-task.ts";
export { forceStanding } from "./standings/force-standing.ts";
export { isOver, MEDIA_BUY_STATUSES, mayStand } from "./standings/forced-standing.ts";
export { endTask, findGivenTask } from "./store.ts";
