export { isOn, type PropertyList } from "./property-list.ts";
export { openPropertyLists, type PropertyLists, type Resolution } from "./property-lists.ts";
