export { findVisibleSource } from "./store.ts";
