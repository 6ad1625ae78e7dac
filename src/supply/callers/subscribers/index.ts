export { readSubscribers, saveSubscribers } from "./save-subscribers.ts";
export { listSubscribers } from "./store.ts";
export { ACCOUNT_EVENTS, provenAs, type Subscriber } from "./subscriber.ts";
