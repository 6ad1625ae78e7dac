export {
  answerKey,
  type Earlier,
  forgetExpiredKeysOfAllCustomers,
  type KeyedRequest,
  releaseKey,
  takeKey,
} from "./store.ts";
