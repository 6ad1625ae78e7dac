export { isOn, type PropertyList, type PropertyListRef } from "./property-list.ts";
export { openPropertyLists, type PropertyLists, type Resolution } from "./property-lists.ts";
