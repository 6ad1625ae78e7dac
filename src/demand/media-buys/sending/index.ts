export { isWhole } from "./submission.ts";
export { beginSendings, buyerOf, type StartedSending, submitMediaBuy } from "./submit-media-buy.ts";
