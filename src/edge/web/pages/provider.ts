import { type Html, html } from "../html.ts";
import type { Language, Words } from "../languages/language.ts";
import type { Page } from "../page.ts";

/** How a person can continue whose address an organisation's own provider can verify. */
export interface SignInMethods {
  readonly email: string;
  readonly providers: readonly { readonly name: string; readonly path: string }[];
  /** The page on which a link by mail can be requested instead. */
  readonly path: string;
  /** Proves that the form is ours. */
  readonly form: string;
  readonly next?: string | undefined;
}

/** The provider is opened with a link rather than a form, because browsers apply the page's policy to the final destination of a form. */
export function waysPage({ email, providers, path, form, next }: SignInMethods, { tag, words }: Language): Page {
  return {
    title: words.signInTitle,
    main: html`<h1>${words.signInTitle}</h1>
<p>${words.providerLead(html`<bdi translate="no">${email}</bdi>`)}</p>
${providers.map(({ name, path: to }) => html`<p><a class="button" href="${to}">${words.providerGo(html`<bdi>${name}</bdi>`)}</a></p>`)}
<form method="post" action="${path}?lang=${tag}">
<input type="hidden" name="form" value="${form}"><input type="hidden" name="email" value="${email}">${
      next !== undefined && html`<input type="hidden" name="next" value="${next}">`
    }
<button class="second" name="by" value="mail">${words.providerMail}</button>
</form>`,
    style: STYLE,
  };
}

/** Why a provider did not sign the person in. */
export type ProviderRefusal = "declined" | "failed" | "unverified" | "foreign" | "stranger";

export function providerRefusalPage(why: ProviderRefusal, again: string, { words }: Language): Page {
  return {
    title: words.providerRefusedTitle,
    main: html`<h1>${words.providerRefusedTitle}</h1><p>${leadOf(why, words)}</p>
<p><a href="${again}">${words.providerAgain}</a></p><p><a href="/sign-in">${words.signInTitle}</a></p>`,
  };
}

function leadOf(why: ProviderRefusal, words: Words): Html | string {
  const leads: Readonly<Record<ProviderRefusal, string>> = {
    declined: words.providerDeclined,
    failed: words.providerFailed,
    unverified: words.providerUnverified,
    foreign: words.providerForeign,
    stranger: words.providerStranger,
  };
  return leads[why];
}

const STYLE = `
a.button {
  display: inline-flex; align-items: center; min-block-size: 2.75rem; padding: .625rem 1.5rem; font-weight: 600;
  color: var(--label); background: var(--button); border: .125rem solid var(--button-edge); border-radius: .375rem;
  text-decoration: none
}
a.button:hover { background: var(--button-hover) }
button.second { color: var(--text); background: transparent; border-color: var(--edge) }
button.second:hover { background: var(--surface) }
`;
