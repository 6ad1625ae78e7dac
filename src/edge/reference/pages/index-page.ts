import { MOUNTS } from "../../http/mount.ts";
import { type Html, html } from "../../web/html.ts";
import type { Page } from "../../web/page.ts";
import type { Capability, Guide } from "../capabilities/index.ts";
import { SIDES, type Side } from "../openapi.ts";
import { STYLE } from "./style.ts";

export const TITLE: Readonly<Record<Side, string>> = {
  buyer: "Buyer API",
  storefront: "Storefront API",
  operator: "Operator API",
};

/** The maximum length of a question that is answered. */
export const LONGEST_QUESTION = 200;

/** All operations of a side, grouped by area. */
export function indexPage(guide: Guide): Page {
  const areas = [...Map.groupBy(guide.operations, ({ tag }) => tag)];
  const contents = areas.map(([tag]) => html`<li><a href="#${anchorOf(tag)}">${tag}</a></li>`);
  const sections = areas.map(
    ([tag, ops]) => html`<section class="wide" aria-labelledby="${anchorOf(tag)}"><h2 id="${anchorOf(tag)}">${tag}</h2>
${listOf(
  guide,
  ops.flatMap(({ id }) => guide.capability(id) ?? []),
)}</section>`,
  );
  return pageOf(
    guide,
    "",
    html`${guide.journey.length > 0 && journeyOf(guide)}
<nav aria-label="Areas"><ul>${contents}</ul></nav>
${sections}`,
  );
}

/** The page of operations that a question is about. */
export function foundPage(guide: Guide, question: string): Page {
  const found = guide.find(question).slice(0, 12);
  return pageOf(
    guide,
    question,
    html`<section class="wide" aria-labelledby="found"><h2 id="found">${found.length > 0 ? "The best first" : "Nothing has that name"}</h2>
${listOf(
  guide,
  found.map(({ capability }) => capability),
)}
<p><a href="${MOUNTS[guide.side]}/docs">All operations</a></p></section>`,
  );
}

function pageOf({ side }: Guide, question: string, rest: Html): Page {
  const home = MOUNTS[side];
  const others = SIDES.filter((other) => other !== side).map(
    (other) => html`<li><a href="${MOUNTS[other]}/docs">${TITLE[other]}</a></li>`,
  );
  return {
    title: question === "" ? TITLE[side] : `${question}: ${TITLE[side]}`,
    style: STYLE,
    main: html`<h1>${TITLE[side]}</h1>
<p>JSON over HTTPS, below <code translate="no">${home}</code>, with <code translate="no">Authorization: Bearer &lt;API key&gt;</code>.</p>
<nav aria-label="Documents"><ul><li><a href="${home}/openapi.json">OpenAPI, JSON</a></li><li><a href="${home}/openapi.yaml">OpenAPI, YAML</a></li>${
      side !== "operator" && html`<li><a href="${home}/skill.md">Skill for agents</a></li>`
    }${others}</ul></nav>
<form class="find" role="search" action="${home}/docs"><div class="field"><label for="q">What do you want to do?</label><input id="q" name="q" type="search" maxlength="${LONGEST_QUESTION}" value="${question}"></div><button>Find</button></form>
${rest}`,
  };
}

function journeyOf({ side, journey, handbook }: Guide): Html {
  const steps = journey.map(
    ({ op, step }) =>
      html`<li><a href="${MOUNTS[side]}/docs/${op.id}">${op.summary}</a>${step?.optional && html` <small>if it is needed</small>`}</li>`,
  );
  return html`<section aria-labelledby="journey"><h2 id="journey">${handbook.journeyTitle}</h2><ol>${steps}</ol></section>`;
}

function listOf({ side }: Guide, capabilities: readonly Capability[]): Html {
  const rows = capabilities.map(
    ({ op, method, path }) =>
      html`<li><a href="${MOUNTS[side]}/docs/${op.id}"><span>${op.summary}</span> <code translate="no">${method} ${path}</code></a></li>`,
  );
  return html`<ul class="operations">${rows}</ul>`;
}

/** The anchor of a tag on the page. */
function anchorOf(tag: string): string {
  return tag.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
}
