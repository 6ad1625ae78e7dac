export { ended, type ProductSearch } from "./product-search.ts";
export { readOpenSearches, readSearch, registerSearch } from "./register-search.ts";
export { findSearch, lockSearch, saveSearch } from "./store.ts";
