export { readOpenSearches, readSearch, registerSearch } from "./keep-search.ts";
export { ended, type ProductSearch } from "./product-search.ts";
export { findSearch, lockSearch, saveSearch } from "./store.ts";
