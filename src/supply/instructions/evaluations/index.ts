export { CheckView, checkView } from "./check-view.ts";
