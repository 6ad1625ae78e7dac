/** What earlier attempts of a request have come to. */
export { hasChanged } from "../changes/follow-change.ts";
export { resumeOrder } from "../place-order.ts";
