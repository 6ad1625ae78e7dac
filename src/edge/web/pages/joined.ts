import { type Html, html } from "../html.ts";
import type { Words } from "../languages/language.ts";
import type { Page } from "../page.ts";

/** A person's status at the storefront whose link they used. */
export interface JoinedStatus {
  readonly sellerName: string;
  readonly status: "pending" | "active" | "suspended";
  /** Shown only on this page; null if there already is a key. */
  readonly firstKey: string | null;
}

/** The page after an address was confirmed. `origin` is this installation's URL. */
export function joinedPage({ sellerName, status, firstKey }: JoinedStatus, origin: string, words: Words): Page {
  const name = html`<bdi>${sellerName}</bdi>`;
  if (status === "pending") {
    const title = words.waitingTitle(name);
    return { title, main: html`<h1>${title}</h1><p>${words.waitingLead(name)}</p><p>${words.waitingNext}</p>` };
  }
  if (status === "suspended") {
    const title = words.suspendedTitle;
    return { title, main: html`<h1>${title}</h1><p>${words.suspendedLead(name)}</p>` };
  }
  return {
    title: words.inTitle,
    main: html`<h1>${words.inTitle}</h1><p>${words.inLead(name)}</p>
${keySection(firstKey, words)}
${section("agent", words.agent, words.agentHint, `${origin}/mcp/v2/buyer`)}
${section("request", words.request, words.requestHint, firstRequest(origin, firstKey))}`,
  };
}

/** For somebody who only signed in. */
export function signedInPage(firstKey: string | null, words: Words): Page {
  const title = words.signedInTitle;
  return {
    title,
    main: html`<h1>${title}</h1><p>${words.signedInLead}</p><p><a href="/console">${words.openConsole}</a></p>${keySection(firstKey, words)}`,
  };
}

export function keySection(firstKey: string | null, words: Words): Html {
  if (firstKey === null) return html`<section><h2>${words.key}</h2><p>${words.keyBefore}</p></section>`;
  return section("key", words.key, words.keyOnce, firstKey);
}

/** Something to copy; a single press selects all of it. */
function section(id: string, title: string, hint: Html | string, copied: string): Html {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2><p>${hint}</p><pre translate="no"><code>${copied}</code></pre></section>`;
}

function firstRequest(origin: string, key: string | null): string {
  return `curl -H "Authorization: Bearer ${key ?? "$INTERCHANGE_KEY"}" ${origin}/api/v2/buyer/storefronts`;
}
