export { readAnswered, saveAnswered } from "./keep-answered.ts";
