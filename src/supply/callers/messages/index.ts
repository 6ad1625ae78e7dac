export { keepAnswered, readAnswered } from "./answered-message.ts";
