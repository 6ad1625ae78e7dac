export { type AnswerRecord, findStoredAnswer, saveFirstAnswer } from "./answers-store.ts";
export { type Earlier, type KeyedRequest, type KeyLease, RENEWED_EVERY_MS } from "./key-lease.ts";
export {
  answerKey,
  claimKey,
  deleteExpiredKeysOfAllCustomers,
  holdKey,
  releaseKey,
  releaseLease,
  renewLease,
  saveClaim,
} from "./store.ts";
