export { isWhole } from "./submission.ts";
export { type BegunSending, beginSendings, buyerOf, submitMediaBuy } from "./submit-media-buy.ts";
