export { passOnCreatives, sendCreatives } from "./send-creatives.ts";
