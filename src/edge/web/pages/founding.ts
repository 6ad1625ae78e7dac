import { html } from "../html.ts";
import type { Language, Words } from "../languages/language.ts";
import type { Page } from "../page.ts";
import { keySection } from "./joined.ts";

export interface FoundingLink {
  readonly path: string;
  readonly token: string;
  /** Proves that the form is ours. */
  readonly form: string;
  readonly company: string;
}

/** The page behind the link in a sign-up's mail. Opening it changes nothing; a person has to press the button. */
export function confirmFoundingPage({ path, token, form, company }: FoundingLink, { tag, words }: Language): Page {
  return {
    title: words.confirmTitle,
    main: html`<h1>${words.confirmTitle}</h1><p><bdi>${company}</bdi></p><p>${words.foundConfirmLead}</p>
<form method="post" action="${path}?lang=${tag}">
<input type="hidden" name="token" value="${token}"><input type="hidden" name="form" value="${form}">
<button>${words.confirm}</button>
</form>`,
  };
}

/** The organisation has been created, and its first member is signed in. */
export function foundedPage(firstKey: string | null, words: Words): Page {
  return {
    title: words.foundedTitle,
    main: html`<h1>${words.foundedTitle}</h1><p>${words.foundedLead}</p><p><a href="/console">${words.openConsole}</a></p>${keySection(firstKey, words)}`,
  };
}

export function waitingForOperatorPage(words: Words): Page {
  return {
    title: words.foundWaitingTitle,
    main: html`<h1>${words.foundWaitingTitle}</h1><p>${words.foundWaitingLead}</p><p>${words.waitingNext}</p>`,
  };
}

export function closedSignUpPage(words: Words): Page {
  return {
    title: words.foundClosedTitle,
    main: html`<h1>${words.foundClosedTitle}</h1><p>${words.foundClosedLead}</p>`,
  };
}
