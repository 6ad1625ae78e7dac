export { readSubscribers, saveSubscribers } from "./keep-subscribers.ts";
export { listSubscribers } from "./store.ts";
export { ACCOUNT_EVENTS, provenAs, type Subscriber } from "./subscriber.ts";
