export {
  BLACK,
  contrast,
  fromOklch,
  hexOf,
  labelOn,
  parseColour,
  type Rgb,
  toOklch,
  WHITE,
} from "./colour.ts";
