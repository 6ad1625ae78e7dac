import { statusesOf, writes } from "../../../ground/kernel/operation.ts";
import { MOUNTS } from "../../http/mount.ts";
import { type Html, html } from "../../web/html.ts";
import type { Page } from "../../web/page.ts";
import { type Capability, type Guide, nextAfter, type Shape } from "../capabilities/index.ts";
import { TITLE } from "./index-page.ts";
import { marked, shapeHtml } from "./shape-html.ts";
import { STYLE } from "./style.ts";

/** The complete documentation of one operation. */
export function operationPage(guide: Guide, capability: Capability, publicUrl: string): Page {
  const { op, method, path, step } = capability;
  const next = nextAfter(guide, capability);
  return {
    title: `${op.id}: ${TITLE[guide.side]}`,
    style: STYLE,
    main: html`<nav aria-label="Up"><a href="${MOUNTS[guide.side]}/docs">${TITLE[guide.side]}</a></nav>
<h1>${op.summary}</h1>
<pre translate="no"><code>${method} ${path}</code></pre>
<p>Operation <code translate="no">${op.id}</code>. ${accessOf(capability)}</p>
${op.description && html`<p>${marked(op.description)}</p>`}
${step && html`<p>${marked(step.why)}</p>`}
${inputsOf(capability)}
${section("example", "Example", html`<pre translate="no"><code>${curlOf(capability, publicUrl)}</code></pre><p>Ids in it are made up.</p>`)}
${answerOf(capability)}
${failuresOf(capability)}
${next && section("next", "What usually comes next", html`<p><a href="${MOUNTS[guide.side]}/docs/${next.op.id}">${next.op.summary}</a></p>`)}`,
  };
}

function accessOf({ op }: Capability): string {
  if (op.access === "public") return "It needs no key.";
  const who = {
    read: "Any key",
    write: "Any key that may write",
    manage: "The key of an administrator",
    operate: "The key of the operator",
  };
  return `${who[op.access]} may call it${writes(op) && !op.beforeTerms ? ", once the terms are accepted" : ""}.`;
}

function inputsOf({ op, pathParams, query, body }: Capability): Html[] {
  const optional = op.bodyOptional ? "Body, which may be left out" : "Body";
  return [
    shapeSection("path", "Path", pathParams),
    shapeSection("query", "Query", query),
    shapeSection("body", optional, body),
  ].flat();
}

function shapeSection(id: string, title: string, shape: Shape): Html[] {
  return shape.fields.length + shape.shapes.length > 0 ? [section(id, title, shapeHtml(shape, "required"))] : [];
}

function answerOf({ op, answer }: Capability): Html {
  if (op.status === 204) return section("answer", "Answer", html`<p><code>204</code>, without a body.</p>`);
  const statuses = statusesOf(op).map((status, index) => html`${index > 0 ? " or " : ""}<code>${status}</code>`);
  return section(
    "answer",
    "Answer",
    html`<p>${statuses}; in <code translate="no">data</code>:</p>${shapeHtml(answer, "not always there")}`,
  );
}

function failuresOf({ failures }: Capability): Html {
  const rows = [...failures].map(
    ([status, codes]) => html`<li><code translate="no">${status} ${codes.join(", ")}</code></li>`,
  );
  return section("errors", "Errors", html`<ul class="fields">${rows}</ul>`);
}

function section(id: string, title: string, inside: Html): Html {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${inside}</section>`;
}

function curlOf({ op, method, example }: Capability, publicUrl: string): string {
  const query = new URLSearchParams(Object.entries(example.query ?? {}).map(([name, value]) => [name, String(value)]));
  const address = `${publicUrl}${example.path}${query.size > 0 ? `?${query}` : ""}`;
  return [
    `curl ${method === "GET" ? "" : `-X ${method} `}'${address}'`,
    ...(op.access === "public" ? [] : [`-H "Authorization: Bearer $INTERCHANGE_KEY"`]),
    ...(example.body === undefined ? [] : [`-d '${JSON.stringify(example.body, null, 2).replaceAll("'", "'\\''")}'`]),
  ].join(" \\\n  ");
}
