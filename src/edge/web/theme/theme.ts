import {
  BLACK,
  contrast,
  fromOklch,
  hexOf,
  labelOn,
  parseColour,
  type Rgb,
  toOklch,
  WHITE,
} from "../../../ground/colours/index.ts";

/** WCAG 2.2 AA: for text (1.4.3), and for anything that must be visible to use a control or find the focus (1.4.11). */
const TEXT = 4.5;
const CONTROL = 3;
/** More than required, for the main text and for small type. */
const MAIN_TEXT = 7;
const SMALL_TEXT = 5.5;

/** All colours of the page, by purpose. */
export interface Palette {
  readonly page: Rgb;
  /** The background of areas that are set apart on the page. */
  readonly surface: Rgb;
  readonly text: Rgb;
  /** Secondary text, such as hints and the footer. */
  readonly quiet: Rgb;
  readonly link: Rgb;
  readonly focus: Rgb;
  /** The border of an input or a checkbox. */
  readonly edge: Rgb;
  readonly error: Rgb;
  /** The button has the seller's own colour, whatever it is. Its border separates it from the page, and its label is drawn on it. */
  readonly button: Rgb;
  readonly buttonHover: Rgb;
  readonly buttonEdge: Rgb;
  readonly label: Rgb;
}

export interface Theme {
  readonly light: Palette;
  readonly dark: Palette;
}

/** Used if there is no colour, or none that can be parsed. */
const NEUTRAL: Rgb = [51, 65, 85];

/** The colours in `brand.json`: each is a hex string, or a list of them with the most important first. */
export type BrandColours = Readonly<Record<string, unknown>> | null;

/** Makes the seller's colours legible: the hue is kept, and the lightness changes no more than the contrast requires. */
export function themeOf(colours: BrandColours): Theme {
  const primary = colourIn(colours, "primary") ?? NEUTRAL;
  const accent = colourIn(colours, "accent") ?? primary;
  return { light: paletteOf(primary, accent, LIGHT), dark: paletteOf(primary, accent, DARK) };
}

function colourIn(colours: BrandColours, name: string): Rgb | undefined {
  const given = colours?.[name];
  return parseColour(Array.isArray(given) ? given[0] : given);
}

interface Scheme {
  readonly page: Rgb;
  readonly surfaceLightness: number;
  readonly textLightness: number;
  readonly error: Rgb;
  /** The colour towards which contrast grows, away from the page. */
  readonly ink: Rgb;
}

const LIGHT: Scheme = {
  page: WHITE,
  surfaceLightness: 0.97,
  textLightness: 0.24,
  error: [176, 0, 32],
  ink: BLACK,
};

const DARK: Scheme = {
  page: [18, 18, 20],
  surfaceLightness: 0.25,
  textLightness: 0.93,
  error: [255, 138, 138],
  ink: WHITE,
};

function paletteOf(primary: Rgb, accent: Rgb, { page, surfaceLightness, textLightness, error, ink }: Scheme): Palette {
  const { hue, chroma } = toOklch(primary);
  /** Nearly grey, with the seller's hue; if the seller's colour is grey, these are pure greys. */
  const tinted = (lightness: number) => fromOklch({ lightness, chroma: Math.min(chroma, 0.012), hue });
  const surface = tinted(surfaceLightness);
  const grounds = [page, surface];
  const middle = tinted((toOklch(page).lightness + textLightness) / 2);
  const label = labelOn(primary);
  return {
    page,
    surface,
    text: legible(tinted(textLightness), grounds, MAIN_TEXT, ink),
    quiet: legible(middle, grounds, SMALL_TEXT, ink),
    link: legible(accent, grounds, TEXT, ink),
    focus: legible(accent, grounds, CONTROL, ink),
    edge: legible(middle, grounds, CONTROL, ink),
    error,
    button: primary,
    buttonHover: hovered(primary, label),
    buttonEdge: legible(primary, grounds, CONTROL, ink),
    label,
  };
}

/** The colour itself, or the nearest one in the direction of the ink that has the required contrast with each of the backgrounds. */
function legible(colour: Rgb, grounds: readonly Rgb[], ratio: number, ink: Rgb): Rgb {
  const holds = (candidate: Rgb) => grounds.every((ground) => contrast(candidate, ground) >= ratio);
  if (holds(colour)) return colour;
  const { lightness, chroma, hue } = toOklch(colour);
  let [near, far, found] = [lightness, toOklch(ink).lightness, ink];
  for (let halving = 0; halving < 9; halving += 1) {
    const middle = (near + far) / 2;
    const candidate = fromOklch({ lightness: middle, chroma, hue });
    if (holds(candidate)) [far, found] = [middle, candidate];
    else near = middle;
  }
  return found;
}

/** Moved away from the colour of its label, so that the label's contrast can only grow. */
function hovered(button: Rgb, label: Rgb): Rgb {
  const { lightness, chroma, hue } = toOklch(button);
  const moved = lightness + (label === WHITE ? -0.06 : 0.06);
  const candidate = fromOklch({ lightness: Math.min(1, Math.max(0, moved)), chroma, hue });
  return contrast(candidate, label) >= contrast(button, label) ? candidate : button;
}

/** The palette as custom properties: `--page:#ffffff;--surface:…`. */
export function propertiesOf(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, colour]) => `--${kebab(name)}:${hexOf(colour as Rgb)}`)
    .join(";");
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
