import { type Html, html } from "../html.ts";
import type { Words } from "../languages/language.ts";
import type { Page } from "../page.ts";

/** Pages that consist of nothing but a message. */

export function checkMailPage(path: string, address: string, tag: string, words: Words): Page {
  return {
    title: words.mailTitle,
    main: html`<h1>${words.mailTitle}</h1>
<p>${words.mailSent(html`<bdi translate="no">${address}</bdi>`)}</p>
<p>${words.mailOnce}</p>
<p>${words.mailMissing}</p>
<p><a href="${path}?lang=${tag}">${words.again}</a></p>`,
  };
}

/** The same page for a link that is missing, revoked, expired, used up or closed, so that it reveals none of these. */
export function invalidPage(words: Words): Page {
  return notice(words.invalidTitle, words.invalidLead);
}

/** For an address that leads nowhere. */
export function notFoundPage(words: Words): Page {
  const page = notice(words.notFoundTitle, words.notFoundLead);
  return { ...page, main: html`${page.main}<p><a href="/">${words.notFoundHome}</a></p>` };
}

/** `again` is the page on which a new link can be requested. */
export function expiredPage(again: string | null, words: Words): Page {
  const page = notice(words.expiredTitle, words.expiredLead);
  return again === null ? page : { ...page, main: html`${page.main}<p><a href="${again}">${words.signUp}</a></p>` };
}

export function busyPage(seconds: number, words: Words): Page {
  return notice(words.busyTitle, words.busyLead(Math.max(1, Math.ceil(seconds / 60))));
}

export function brokenPage(requestId: string, words: Words): Page {
  return notice(words.brokenTitle, words.brokenLead(html`<code translate="no" dir="ltr">${requestId}</code>`));
}

/** The operator's own text, in paragraphs, in the language in which it was written. */
export function termsPage(version: string, text: string | null, words: Words): Page {
  const paragraphs = text?.trim().split(/\n\s*\n/) ?? [];
  return {
    title: words.terms,
    main: html`<h1>${words.terms}</h1>
<p>${words.termsVersion(html`<bdi>${version}</bdi>`)}</p>
${
  text === null
    ? html`<p>${words.termsNowhere}</p>`
    : html`<section dir="auto" translate="no">${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}</section>`
}`,
  };
}

function notice(title: string, lead: Html | string): Page {
  return { title, main: html`<h1>${title}</h1><p>${lead}</p>` };
}
