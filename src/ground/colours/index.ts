export {
  BLACK,
  contrast,
  fromOklch,
  hexOf,
  labelOn,
  type Oklch,
  parseColour,
  type Rgb,
  toOklch,
  WHITE,
} from "./colour.ts";
