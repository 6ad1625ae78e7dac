export { type AnsweredMessage, keepAnswered, readAnswered } from "./answered-message.ts";
export { forgetAnsweredOfAllCustomers } from "./store.ts";
