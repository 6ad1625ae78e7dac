export { passOnCreatives } from "./pass-on-creatives.ts";
