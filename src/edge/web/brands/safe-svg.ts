import { type Attribute, markupAt } from "./svg-markup.ts";

/**
 * Whether an SVG is nothing but a drawing. It may only contain what is listed here; if there is anything else, or anything ambiguous, the
 * whole file is refused. It is never repaired, because a file that needs repair was not meant as a logo.
 */
export function isSafeSvg(text: string): boolean {
  const body = text.replace(PROLOGUE, "");
  const open: string[] = [];
  let [at, uses, roots] = [0, 0, 0];
  for (let begin = body.indexOf("<"); begin !== -1; begin = body.indexOf("<", at)) {
    const markup = markupAt(body, begin);
    if (!markup || !isSafeText(body.slice(at, begin), open.at(-1))) return false;
    at = markup.end;
    if (markup.kind === "end" && open.pop() !== markup.name) return false;
    if (markup.kind !== "start") continue;
    const { name, attributes, isSingle } = markup;
    if (open.length === 0) roots += 1;
    if (name === "use") uses += 1;
    if (!ELEMENTS.has(name) || !attributes.every(isSafeAttribute)) return false;
    if ((open.length === 0) !== (name === "svg") || open.length > DEEPEST) return false;
    if (!isSingle) open.push(name);
  }
  return open.length === 0 && roots === 1 && uses <= MOST_USES && body.slice(at).trim() === "";
}

/** A byte order mark, and an XML declaration with the only supported encoding. A document type is not allowed, because it can declare entities. */
const PROLOGUE = /^\uFEFF?\s*(<\?xml version="1\.[01]"( encoding="utf-8")?( standalone="(yes|no)")?\s*\?>\s*)?/i;

/** Nested copies multiply, so their number and depth are limited. */
const MOST_USES = 12;
const DEEPEST = 32;

const ELEMENTS = new Set(
  (
    "svg g defs symbol use title desc style path rect circle ellipse line polyline polygon text tspan textPath " +
    "linearGradient radialGradient stop clipPath mask pattern marker"
  ).split(" "),
);

const ATTRIBUTES = new Set(
  (
    "id class style version role focusable lang viewBox preserveAspectRatio width height x y x1 y1 x2 y2 cx cy r rx ry fx fy " +
    "fr dx dy d points pathLength transform opacity color display visibility overflow fill fill-opacity fill-rule clip-path " +
    "clip-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray " +
    "stroke-dashoffset paint-order vector-effect shape-rendering text-rendering enable-background mix-blend-mode isolation " +
    "font-family font-size font-style font-weight font-stretch letter-spacing word-spacing text-anchor text-decoration " +
    "dominant-baseline alignment-baseline baseline-shift writing-mode textLength lengthAdjust rotate startOffset method " +
    "spacing gradientUnits gradientTransform spreadMethod offset stop-color stop-opacity clipPathUnits mask maskUnits " +
    "maskContentUnits mask-type patternUnits patternContentUnits patternTransform markerWidth markerHeight markerUnits refX " +
    "refY orient marker-start marker-mid marker-end href xlink:href xml:space xmlns xmlns:xlink xmlns:svg"
  ).split(" "),
);

function isSafeAttribute({ name, value }: Attribute): boolean {
  if (/^(data|aria)-[\w-]+$/.test(name)) return isPlainText(value);
  if (!ATTRIBUTES.has(name)) return false;
  if (name.startsWith("xmlns")) return NAMESPACES.has(value);
  if (name === "href" || name === "xlink:href") return /^#[\w:.-]+$/.test(value);
  return isPlainText(value) && isSafeStyle(value);
}

const NAMESPACES = new Set(["http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"]);

/** Checks the text between two tags: nothing outside the root, and only a style sheet in `style`. */
function isSafeText(text: string, within: string | undefined): boolean {
  if (within === undefined) return text.trim() === "";
  return within === "style" ? isPlainText(text) && isSafeStyle(text) : isPlainText(text);
}

/** Text without markup, and without entities other than XML's own. */
function isPlainText(text: string): boolean {
  return !/<|&(?!(amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)/i.test(text);
}

/** No at-rule, no escape that could be used to spell one, and no URL except of a part of the drawing itself. */
function isSafeStyle(text: string): boolean {
  return (
    !/[@\\]|\b(image|image-set|src|expression|javascript|behavior|-moz-binding)\b\s*[:(]/i.test(text) &&
    !/url\s*\((?!\s*["']?#[\w:.-]+["']?\s*\))/i.test(text) &&
    !/&#|:\/\//.test(text)
  );
}
