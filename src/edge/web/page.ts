import { type Html, html, verbatim } from "./html.ts";
import type { Language } from "./languages/language.ts";
import { styleOf } from "./style.ts";
import type { BrandColours } from "./theme/theme.ts";
import { themeOf } from "./theme/theme.ts";

/** The owner of a page, as readers see them. */
export interface Seller {
  readonly name: string;
  readonly domain: string | null;
  readonly colours: BrandColours;
  readonly logo: LogoImage | null;
}

/** An image that this server serves. */
interface LogoImage {
  readonly path: string;
  /** The logo is meant for a dark background. */
  readonly onDark: boolean;
}

/** The context of every page: its reader and its owner. */
export interface Setting {
  readonly language: Language;
  /** The languages to which the reader can switch; empty if switching would lose what the page shows. */
  readonly offered: readonly Language[];
  readonly seller: Seller | null;
}

export interface Page {
  readonly title: Html | string;
  readonly main: Html;
  /** Style rules of this page, in addition to those of all pages. */
  readonly style?: string;
  /** Whether search engines may show it; by default they may not. */
  readonly indexed?: boolean;
  /** The page's only script; the page also works without it. */
  readonly script?: string;
  /** The URL of our script, for browser features that need one. */
  readonly scriptPath?: string;
  /** The final destination of the page's form, besides this server. Such a page stays connected to the window that opened it. */
  readonly leadsTo?: string;
}

/** A complete document, with its style sheet and script listed separately, because the headers name by hash what the page may use. */
export interface Document {
  readonly markup: string;
  readonly style: string;
  readonly script: string | undefined;
  readonly scriptPath: string | undefined;
  readonly leadsTo: string | undefined;
}

export function documentOf(
  { title, main, style: own = "", script, scriptPath, leadsTo, indexed = false }: Page,
  setting: Setting,
): Document {
  const { language, seller } = setting;
  const style = styleOf(themeOf(seller?.colours ?? null)) + own;
  const { text } = html`<!doctype html>
<html lang="${language.tag}" dir="${language.direction}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
${!indexed && html`<meta name="robots" content="noindex">`}
<title>${plainly(html`${title}`)}</title>
<link rel="icon" href="${seller?.logo?.path ?? "/favicon.svg"}">
<style>${verbatim(style)}</style>
<body>
${seller && headerOf(seller)}
<main>${main}</main>
${footerOf(setting)}
${script !== undefined && html`<script>${verbatim(script)}</script>`}${
  scriptPath !== undefined && html`<script src="${scriptPath}" defer></script>`
}
</body>
</html>
`;
  return { markup: text, style, script, scriptPath, leadsTo };
}

function headerOf({ name, domain, logo }: Seller): Html {
  return html`<header>${
    logo && html`<img src="${logo.path}" alt="" height="48" class="${logo.onDark ? "on-dark" : "on-light"}">`
  }<p><b><bdi>${name}</bdi></b>${domain && html`<small><bdi>${domain}</bdi></small>`}</p></header>`;
}

function footerOf({ language, offered }: Setting): Html {
  const { words } = language;
  const links = offered.map(
    ({ tag, name }) =>
      html`<li><a href="?lang=${tag}" lang="${tag}" hreflang="${tag}" rel="nofollow"${
        tag === language.tag && verbatim(' aria-current="true"')
      }>${name}</a></li>`,
  );
  return html`<footer>${
    offered.length > 1 && html`<nav aria-label="${words.languages}"><ul>${links}</ul></nav>`
  }<a href="/terms?lang=${language.tag}">${words.terms}</a></footer>`;
}

/** A title is plain text, so names in it are isolated by characters (Unicode 15, UAX #9: FSI and PDI). */
function plainly({ text }: Html): Html {
  return verbatim(
    text
      .replaceAll("<bdi>", "\u2068")
      .replaceAll("</bdi>", "\u2069")
      .replaceAll(/<[^<>]*>/g, ""),
  );
}
