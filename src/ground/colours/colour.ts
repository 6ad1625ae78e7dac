/** An sRGB colour, each channel a whole number from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Lightness from 0 to 1, chroma from 0 to about 0.4, hue in radians. */
export interface Oklch {
  readonly lightness: number;
  readonly chroma: number;
  readonly hue: number;
}

export const BLACK: Rgb = [0, 0, 0];
export const WHITE: Rgb = [255, 255, 255];

/** Reads `#rgb`, `#rrggbb` and `#rrggbbaa`, whose alpha is ignored; undefined for anything else. */
export function parseColour(text: unknown): Rgb | undefined {
  if (typeof text !== "string") return undefined;
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i.exec(text.trim())?.[1];
  if (!digits) return undefined;
  const long = digits.length === 3 ? digits.replaceAll(/./g, "$&$&") : digits;
  const channel = (at: number) => Number.parseInt(long.slice(at, at + 2), 16);
  return [channel(0), channel(2), channel(4)];
}

export function hexOf(colour: Rgb): string {
  return `#${colour.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: Rgb, other: Rgb): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** WCAG 2.2 AA, 1.4.3. */
const TEXT = 4.5;

/** The text colour on a background: white if that is legible, or else black. */
export function labelOn(colour: Rgb): Rgb {
  return contrast(colour, WHITE) >= TEXT ? WHITE : BLACK;
}

/** WCAG 2.2, "relative luminance". */
function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map(toLinear);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

// The sRGB transfer function and its inverse (IEC 61966-2-1).
function toLinear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function fromLinear(value: number): number {
  return 255 * (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);
}

// OKLab, by its author's matrices: B. Ottosson, "A perceptual color space for image processing", 2020.

export function toOklch(colour: Rgb): Oklch {
  const [red = 0, green = 0, blue = 0] = colour.map(toLinear);
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short;
  const b = 0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short;
  const lightness = 0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short;
  return { lightness, chroma: Math.hypot(a, b), hue: Math.atan2(b, a) };
}

/** The colour, or the most colourful of its lightness and hue that a screen can show. */
export function fromOklch(wanted: Oklch): Rgb {
  const whole = channelsOf(wanted);
  if (isShown(whole)) return rounded(whole);
  let [shown, beyond] = [0, wanted.chroma];
  for (let halving = 0; halving < 12; halving += 1) {
    const chroma = (shown + beyond) / 2;
    if (isShown(channelsOf({ ...wanted, chroma }))) shown = chroma;
    else beyond = chroma;
  }
  return rounded(channelsOf({ ...wanted, chroma: shown }));
}

function channelsOf({ lightness, chroma, hue }: Oklch): Rgb {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    fromLinear(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
    fromLinear(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
    fromLinear(-0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short),
  ];
}

function isShown(channels: Rgb): boolean {
  return channels.every((channel) => channel > -0.5 && channel < 255.5);
}

function rounded([red, green, blue]: Rgb): Rgb {
  const round = (channel: number) => Math.min(255, Math.max(0, Math.round(channel)));
  return [round(red), round(green), round(blue)];
}
