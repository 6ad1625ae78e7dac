export { sendCreatives } from "./send-creatives.ts";
