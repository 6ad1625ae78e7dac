import { type Html, html } from "../html.ts";
import type { Words } from "../languages/language.ts";
import type { Page } from "../page.ts";

/** A key for one side of a sandbox. */
export interface SandboxLogin {
  readonly side: "buyer" | "seller" | "operator";
  /** The organisation to which it belongs, if it has a name. */
  readonly name: string | null;
  readonly key: string;
}

export interface HomeView {
  /** The URL of this installation. */
  readonly origin: string;
  readonly sandbox: boolean;
  /** Filled only in a sandbox, and only if nobody but its owner can read the page. */
  readonly logins: readonly SandboxLogin[];
}

/** Says what this server is, and where each kind of visitor should continue. */
export function homePage({ origin, sandbox, logins }: HomeView, words: Words): Page {
  return {
    title: html`<bdi>Interchange</bdi>`,
    style: STYLE,
    indexed: !sandbox,
    main: html`<h1>${words.homeTitle}</h1>
<p>${words.homeLead}</p>
${sandbox && sandboxSection(logins, origin, words)}
<div class="ways">
${way(words.homeBuyers, words.homeBuyersLead, [
  link("/console", words.openConsole),
  link("/api/v2/buyer/docs", words.homeReference),
  link("/skill.md", words.homeSkill),
  address(words.homeMcp, `${origin}/mcp/buyer`),
])}
${way(words.homeSellers, words.homeSellersLead, [
  link("/console", words.openConsole),
  link("/api/v2/storefront/docs", words.homeReference),
  link("/api/v2/storefront/skill.md", words.homeSkill),
  address(words.homeMcp, `${origin}/mcp/storefront`),
])}
${way(words.homeOperators, words.homeOperatorsLead, [
  link("/console", words.openConsole),
  link("/api/v2/operator/docs", words.homeReference),
  link("/health", words.homeHealth),
])}
</div>
${!sandbox && html`<section><h2>${words.homeIn}</h2><p>${words.homeInLead}</p></section>`}`,
  };
}

function way(title: string, lead: string, rows: readonly Html[]): Html {
  return html`<section class="way"><h2>${title}</h2><p>${lead}</p><ul>${rows.map((row) => html`<li>${row}</li>`)}</ul></section>`;
}

function link(path: string, text: string): Html {
  return html`<a href="${path}">${text}</a>`;
}

function address(label: string, url: string): Html {
  // A URL that is too long for its line breaks at a slash.
  const parts = url.split(/(?<=[^/]\/)(?=[^/])/).map((part) => html`${part}<wbr>`);
  return html`<span>${label}</span> <code translate="no" dir="ltr">${parts}</code>`;
}

function sandboxSection(logins: readonly SandboxLogin[], origin: string, words: Words): Html {
  const [first] = logins;
  if (!first)
    return html`<section class="sandbox"><h2>${words.homeSandbox}</h2><p>${words.homeSandboxElsewhere}</p></section>`;
  const label = { buyer: words.homeBuyerKey, seller: words.homeSellerKey, operator: words.homeOperatorKey };
  const rows = logins.map(
    ({ side, name, key }) =>
      html`<div><dt>${label[side]}${name !== null && html` <small><bdi>${name}</bdi></small>`}</dt><dd><code translate="no" dir="ltr">${key}</code></dd></div>`,
  );
  return html`<section class="sandbox"><h2>${words.homeSandbox}</h2><p>${words.homeSandboxLead}</p>
<dl>${rows}</dl>
<h3>${words.request}</h3>
<p>${words.requestHint}</p>
<pre translate="no"><code>curl -H "Authorization: Bearer ${first.key}" ${origin}/api/v2/buyer/storefronts</code></pre></section>`;
}

const STYLE = `
header{display:flex;align-items:center}
header img{block-size:2.5rem;inline-size:2.5rem;padding:0;background:none}
header b{font-size:1.125rem}
code{font:.875em/1.5 ui-monospace,monospace;overflow-wrap:anywhere}
.ways{display:grid;gap:1rem;margin-block-start:2rem}
.way,.sandbox{background:var(--surface);border-radius:.75rem;padding:1.25rem}
main>.sandbox{max-inline-size:none}
.way ul{list-style:none;margin:.5rem 0 0;padding:0}
.way li{min-block-size:2.75rem;padding-block:.625rem}
.way li code{display:block;color:var(--quiet)}
.sandbox dl{margin-block:1rem;gap:.75rem}
.sandbox dt small{display:block;font-weight:400}
.sandbox dd code{user-select:all}
.sandbox pre{background:var(--page)}
h3{font-size:1rem;margin:1rem 0 0}
h3+p{margin-block:.25rem}
@media(min-width:48rem){.ways{grid-template-columns:repeat(3,minmax(0,1fr))}.way{display:grid;grid-row:span 3;grid-template-rows:subgrid;gap:.25rem}.way,.sandbox{padding:1.5rem}.sandbox dl>div{display:grid;grid-template-columns:14rem minmax(0,1fr);gap:1rem}}
`.replaceAll("\n", "");
