export { announceInterest, notifyOperators } from "./announce-interest.ts";
