import { type Html, html, verbatim } from "../src/edge/web/html.ts";
import { relativeTo } from "./address.ts";
import { CHAPTERS } from "./contents.ts";

export interface Heading {
  readonly id: string;
  readonly text: string;
  readonly level: number;
}

interface Framed {
  /** Below the root of the site. */
  readonly address: string;
  readonly title: string;
  /** For each page in the menu, by its address. */
  readonly titles: ReadonlyMap<string, string>;
  readonly headings: readonly Heading[];
  readonly version: string;
  /** Whether there are several releases, and the version links to them. */
  readonly isOneOfSeveral: boolean;
  readonly main: Html;
}

/**
 * A complete page around its text. Nothing is inline and nothing is loaded from elsewhere, so the strictest policy
 * applies.
 */
export function frame(framed: Framed): string {
  const { address, title, version, isOneOfSeveral, main } = framed;
  const to = (target: string) => relativeTo(address, target);
  const isHome = address === "";
  return html`<!doctype html>
<html lang="en" data-root="${to("")}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${isHome ? "Interchange documentation" : `${title} · Interchange`}</title>
<link rel="icon" href="${to("assets/icon.svg")}">
<link rel="stylesheet" href="${to("assets/style.css")}">
<script type="module" src="${to("assets/in-the-browser.js")}"></script>
<body>
<a class="skip" href="#content">Skip to the text</a>
<header class="top">
<a class="brand" href="${to("")}"><img src="${to("assets/icon.svg")}" alt="" width="24" height="24"> Interchange <span>documentation</span></a>
<search id="search" hidden><label class="away" for="query">Search the documentation</label><input id="query" type="search" autocomplete="off" spellcheck="false" placeholder="Search" aria-controls="results"><div id="results" hidden></div></search>
<p class="version">${isOneOfSeveral ? html`<a href="${to("")}../">${version}</a>` : version}</p>
</header>
<div class="columns${isHome && " home"}">
${!isHome && menu(framed)}
<main id="content">${main}</main>
${onThisPage(framed)}
</div>
<footer><p>Interchange ${version}, under the Apache License 2.0. An independent implementation, not affiliated with Scope3.</p></footer>
</body>
</html>
`.text;
}

function menu({ address, titles }: Framed): Html {
  const chapters = CHAPTERS.map(({ title, pages }) => {
    const links = pages.map((page) => {
      const target = `${page}/`;
      const isHere = address === target;
      const isAbove = !isHere && address.startsWith(target);
      return html`<li><a href="${relativeTo(address, target)}"${isHere && verbatim(' aria-current="page"')}${isAbove && verbatim(' aria-current="true"')}>${titles.get(target) ?? page}</a></li>`;
    });
    return html`<p>${title}</p><ul>${links}</ul>`;
  });
  // On a narrow screen the script collapses it; without a script it is open above the text.
  return html`<nav class="menu" aria-label="Documentation"><details open><summary>All pages</summary>${chapters}</details></nav>`;
}

const DEEPEST = 3;

function onThisPage({ headings, address }: Framed): Html | false {
  const shown = headings.filter(({ level }) => level > 1 && level <= DEEPEST);
  if (address === "" || shown.length < 2) return false;
  const links = shown.map(({ id, text, level }) => html`<li class="level-${level}"><a href="#${id}">${text}</a></li>`);
  return html`<nav class="here" aria-label="On this page"><p>On this page</p><ul>${links}</ul></nav>`;
}

export function homeMain(titles: ReadonlyMap<string, string>, intros: ReadonlyMap<string, string>): Html {
  const chapters = CHAPTERS.map(({ title, about, pages }) => {
    const cards = pages.map((page) => {
      const intro = intros.get(`${page}/`);
      return html`<li><a href="${page}/">${titles.get(`${page}/`) ?? page}</a>${intro !== undefined && html`<p>${intro}</p>`}</li>`;
    });
    return html`<section><h2>${title}</h2><p>${about}</p><ul class="cards">${cards}</ul></section>`;
  });
  const desks = [
    ["tutorials/buy/", "Buy", "Describe what you want, get products from many sellers, run them as one campaign."],
    ["tutorials/sell/", "Sell", "Put your inventory behind a storefront, and decide who buys what at which price."],
    ["tutorials/run/", "Run", "Start an installation, let organisations in, and keep it in good order."],
  ].map(([href, name, text]) => html`<li><a href="${href}"><strong>${name}</strong><span>${text}</span></a></li>`);
  return html`<h1>Run your own advertising marketplace</h1>
<p class="lead">Interchange connects buyers and sellers of advertising, people as well as programs, over REST, MCP and AdCP. Choose your role:</p>
<ul class="desks">${desks}</ul>
${chapters}`;
}
