import { expect, test } from "vitest";
import { contrast, hexOf, parseColour, type Rgb, toOklch } from "../../../ground/colours/index.ts";
import { type Palette, propertiesOf, themeOf } from "./theme.ts";

/** Text and background pairs, with the required contrast (WCAG 2.2 AA, 1.4.3 and 1.4.11). */
const OWED: readonly (readonly [keyof Palette, readonly (keyof Palette)[], number])[] = [
  ["text", ["page", "surface"], 4.5],
  ["quiet", ["page", "surface"], 4.5],
  ["link", ["page", "surface"], 4.5],
  ["error", ["page", "surface"], 4.5],
  ["label", ["button", "buttonHover"], 4.5],
  ["focus", ["page", "surface"], 3],
  ["edge", ["page", "surface"], 3],
  ["buttonEdge", ["page", "surface"], 3],
];

function debtsOf(palette: Palette): string[] {
  return OWED.flatMap(([front, grounds, ratio]) =>
    grounds
      .filter((ground) => contrast(palette[front], palette[ground]) < ratio)
      .map((ground) => `${front} ${hexOf(palette[front])} on ${ground} ${hexOf(palette[ground])}`),
  );
}

const STEPS = Array.from({ length: 16 }, (_, step) => step * 17);
const CUBE: readonly Rgb[] = STEPS.flatMap((red) =>
  STEPS.flatMap((green) => STEPS.map((blue): Rgb => [red, green, blue])),
);

test("every primary colour of the 16 × 16 × 16 cube gives text, controls and focus that meet WCAG 2.2 AA, in light and dark", () => {
  const debts = CUBE.flatMap((primary) => {
    const { light, dark } = themeOf({ primary: hexOf(primary) });
    return [light, dark].flatMap((palette) => debtsOf(palette).map((debt) => `${hexOf(primary)}: ${debt}`));
  });
  expect(CUBE).toHaveLength(4096);
  expect(debts).toEqual([]);
});

test("a separate accent colour meets it too, whatever the primary colour", () => {
  const accents = CUBE.filter((_, at) => at % 37 === 0);
  const debts = accents.flatMap((accent) => {
    const { light, dark } = themeOf({ primary: "#ffe600", accent: hexOf(accent) });
    return [light, dark].flatMap(debtsOf);
  });
  expect(debts).toEqual([]);
});

test("the button keeps exactly the seller's colour", () => {
  for (const primary of ["#e4002b", "#ffe600", "#ffffff", "#000000", "#00b3a4"]) {
    const { light, dark } = themeOf({ primary });
    expect([hexOf(light.button), hexOf(dark.button)]).toEqual([primary, primary]);
  }
});

test("a colour that has to change keeps its hue", () => {
  const yellow = toOklch([255, 230, 0]).hue;
  expect(toOklch(themeOf({ primary: "#ffe600" }).light.link).hue).toBeCloseTo(yellow, 1);
});

test.each([null, {}, { primary: null }, { primary: "red" }, { primary: "#12" }, { primary: 7 }, { primary: ["x"] }])(
  "%j is no colour, and the page is neutral",
  (colours) => {
    expect(themeOf(colours)).toEqual(themeOf(null));
  },
);

test("a colour is #rgb, #rrggbb, #rrggbbaa, or the first of a list", () => {
  expect(parseColour("#0aF")).toEqual([0, 170, 255]);
  expect(parseColour(" #00AAFF80 ")).toEqual([0, 170, 255]);
  expect(themeOf({ primary: ["#00aaff", "#fff"] })).toEqual(themeOf({ primary: "#0af" }));
});

test("nothing of a brand's text gets into the style sheet except hexadecimal digits", () => {
  const { light } = themeOf({ primary: "#fff;}</style><script>" });
  expect(propertiesOf(light)).toMatch(/^(--[a-z-]+:#[0-9a-f]{6};?)+$/);
});

test("black on white is 21 to 1, and a grey of the standard's examples is 4.54", () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBe(21);
  expect(contrast([118, 118, 118], [255, 255, 255])).toBeCloseTo(4.54, 2);
});
