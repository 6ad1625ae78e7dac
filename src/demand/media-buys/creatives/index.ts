export { askAboutCreatives } from "./ask-about-creatives.ts";
export { passOnCreatives, sendCreatives } from "./send-creatives.ts";
