export { findKeptAnswer, type KeptAnswer, keepFirstAnswer } from "./kept-answer-store.ts";
export {
  answerKey,
  type Earlier,
  forgetExpiredKeysOfAllCustomers,
  type KeyedRequest,
  releaseKey,
  takeKey,
} from "./store.ts";
