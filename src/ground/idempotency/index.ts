export { findKeptAnswer, keepFirstAnswer } from "./answers-store.ts";
export { type Earlier, type KeyedRequest, type KeyLease, RENEWED_EVERY_MS } from "./key-lease.ts";
export {
  answerKey,
  forgetExpiredKeysOfAllCustomers,
  giveUpLease,
  holdKey,
  keepClaim,
  releaseKey,
  renewLease,
  takeKey,
} from "./store.ts";
