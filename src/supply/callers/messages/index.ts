export { keepAnswered, readAnswered } from "./keep-answered.ts";
