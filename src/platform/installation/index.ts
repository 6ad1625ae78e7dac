export { RELEASE } from "./release.ts";
