export { findKeptAnswer, type KeptAnswer, keepFirstAnswer } from "./answers-store.ts";
export {
  answerKey,
  type Earlier,
  forgetExpiredKeysOfAllCustomers,
  type KeyedRequest,
  releaseKey,
  takeKey,
} from "./store.ts";
