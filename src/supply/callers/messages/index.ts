export { readAnswered, saveAnswered } from "./save-answered.ts";
