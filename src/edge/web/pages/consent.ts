import { html } from "../html.ts";
import type { Words } from "../languages/language.ts";
import type { Page } from "../page.ts";

/** The start: who asks for what, and where it leads. Nothing is connected before the button is pressed. */
export function beginPage(asked: ConsentPage, words: Words): Page {
  const { organisation, sourceName, provider, origin, path, state, form } = asked;
  const title = words.beginTitle(named(sourceName), named(organisation));
  return {
    title,
    main: html`<h1>${title}</h1><p>${words.beginLead(html`<bdi translate="no">${provider}</bdi>`, named(organisation))}</p>
<p>${words.beginWarning}</p>
<form method="post" action="${path}">
<input type="hidden" name="state" value="${state}"><input type="hidden" name="form" value="${form}">
<button>${words.begin}</button>
</form>`,
    leadsTo: origin,
  };
}

export interface ConsentPage {
  readonly organisation: string;
  readonly sourceName: string;
  /** The authorization server: its host, and its origin. */
  readonly provider: string;
  readonly origin: string;
  readonly path: string;
  readonly state: string;
  readonly form: string;
}

/** The end of a consent that was given elsewhere. A window that was opened by a page notifies that page and closes itself. */

export function connectedPage(sourceName: string, openerOrigins: readonly string[], words: Words): Page {
  const title = words.consentTitle(named(sourceName));
  return {
    title,
    main: html`<h1>${title}</h1><p>${words.consentLead}</p>`,
    // The browser delivers a message only if the opener has the target origin, and drops the others.
    script: `if(opener){for(const to of ${literals(openerOrigins)})opener.postMessage({type:"oauth-complete"},to);close()}`,
  };
}

/** Declined by the person who was asked, or by the server on their behalf. */
export function declinedPage(sourceName: string, words: Words): Page {
  const title = words.noConsentTitle(named(sourceName));
  return { title, main: html`<h1>${title}</h1><p>${words.consentDeclined}</p>` };
}

/** The authorization server was unavailable, or its answer could not be used. */
export function unfinishedPage(sourceName: string, words: Words): Page {
  const title = words.noConsentTitle(named(sourceName));
  return { title, main: html`<h1>${title}</h1><p>${words.consentFailed(named(sourceName))}</p>` };
}

/** The same page for a consent that was used, has expired, or was never started. */
export function spentConsentPage(words: Words): Page {
  return {
    title: words.consentSpentTitle,
    main: html`<h1>${words.consentSpentTitle}</h1><p>${words.consentSpent}</p>`,
  };
}

function named(sourceName: string) {
  return html`<bdi>${sourceName}</bdi>`;
}

/** A string literal for a script: whatever it contains, it ends neither the literal nor the script (HTML §4.12.1.3). */
function literals(texts: readonly string[]): string {
  return JSON.stringify(texts).replaceAll("<", "\\u003c");
}
