export { followBuild, orderBuild } from "./builds/order-build.ts";
export { forceCreative } from "./library/force-creative.ts";
export { accountOf } from "./library/library-creative.ts";
export { type LibrarySync, type Synced, syncLibrary } from "./library/sync-library.ts";
export { type ListedCreative, SORT_FIELDS, type WhichCreatives } from "./listing/listed-creative.ts";
export { readLibrary } from "./listing/read-library.ts";
export { listReviews } from "./reviews/store.ts";
export { showCreatives } from "./showings/show-creatives.ts";
export { showWaiting } from "./showings/show-waiting.ts";
