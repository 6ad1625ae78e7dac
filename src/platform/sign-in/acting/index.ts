export { findActingHolder } from "./store.ts";
