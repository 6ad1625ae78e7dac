export { readActivity } from "./activity.ts";
export { announce } from "./announce.ts";
export { type FiredNotification, insertAttempt } from "./attempt-store.ts";
export {
  afterAttempt,
  type Callback,
  type CallbackResponse,
  type CallbackSecrets,
  callbackPlace,
  decided,
  nextCheck,
  outcomeOf,
} from "./callback.ts";
export { readCalledBack, registerCallback } from "./register-callback.ts";
export {
  findWaitingCallback,
  listDueCallbacksOfAllCustomers,
  lockCallback,
  makeDue,
  saveCallback,
} from "./store.ts";
