export {
  afterAttempt,
  beginAttempt,
  type Callback,
  type CallbackResponse,
  type CallbackSecrets,
  callbackPlace,
  nextCheck,
  PATIENCE_MS,
  RECOVERY_MS,
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
