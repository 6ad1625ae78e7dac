export { type BegunSending, beginSendings, submitMediaBuy } from "./submit-media-buy.ts";
