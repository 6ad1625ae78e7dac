export {
  afterAttempt,
  type Callback,
  type CallbackResponse,
  type CallbackSecrets,
  callbackLife,
  callbackPlace,
  decided,
  nextCheck,
  outcomeOf,
} from "./callback.ts";
export { keepCallback } from "./keep-callback.ts";
export {
  findWaitingCallback,
  forgetCallbacksOfAllCustomers,
  listDueCallbacksOfAllCustomers,
  lockCallback,
  makeDue,
  saveCallback,
} from "./store.ts";
