import { html } from "../html.ts";
import type { Language } from "../languages/language.ts";
import type { Page } from "../page.ts";

export interface MailLink {
  /** The target of the button. */
  readonly path: string;
  readonly token: string;
  /** Proves that the form is ours. */
  readonly form: string;
  /** The storefront that the button joins; null if it only signs in. */
  readonly sellerName: string | null;
  /** The page to which the reader was on the way. */
  readonly next?: string | undefined;
}

/** The page behind a link from a mail. Opening it changes nothing, because mail scanners open links too; a person has to press the button. */
export function mailLinkPage({ path, token, form, sellerName, next }: MailLink, { tag, words }: Language): Page {
  const [title, lead, act] =
    sellerName === null
      ? [words.signInTitle, words.signInLead, words.signIn]
      : [words.confirmTitle, words.confirmLead(html`<bdi>${sellerName}</bdi>`), words.confirm];
  return {
    title,
    main: html`<h1>${title}</h1><p>${lead}</p>
<form method="post" action="${path}?lang=${tag}">
<input type="hidden" name="token" value="${token}"><input type="hidden" name="form" value="${form}">${
      next !== undefined && html`<input type="hidden" name="next" value="${next}">`
    }
<button>${act}</button>
</form>`,
  };
}
