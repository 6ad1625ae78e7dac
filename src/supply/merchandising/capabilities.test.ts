import { expect, test } from "vitest";
import type { Capabilities } from "../../ground/seller-agent/index.ts";
import { unionOf } from "./capabilities.ts";

const source = (hasCreativeLibrary: boolean | null, channels: string[] = []) =>
  ({ hasCreativeLibrary, channels, publisherDomains: [], supportedBillings: [], tools: [] }) as unknown as Capabilities;

test.each([
  [true, [true, false, null]],
  [false, [false, false]],
  [null, [false, null]],
  [null, []],
])("there is a creative library: %s of sources that say %j", (whole, parts) => {
  expect(unionOf(parts.map((part) => source(part))).hasCreativeLibrary).toBe(whole);
});

test("a channel that several sources have is listed once", () => {
  expect(unionOf([source(null, ["ctv"]), source(null, ["ctv", "olv"])]).channels).toEqual(["ctv", "olv"]);
});
