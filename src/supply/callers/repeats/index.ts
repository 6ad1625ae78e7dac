/** What earlier attempts of a request were accepted for. */
export { acceptedOnce, KEPT_MS } from "./accepted-once.ts";
