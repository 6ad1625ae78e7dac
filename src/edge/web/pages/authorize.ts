import { type Html, html, verbatim } from "../html.ts";
import type { Language, Words } from "../languages/language.ts";
import type { Page } from "../page.ts";
import { PASSKEY_SCRIPT } from "../passkeys/script.ts";

/** An application's request, as the person who decides sees it. */
export interface AuthorizationPrompt {
  /** The application's own name for itself. */
  readonly name: string;
  /** Where the answer is sent. */
  readonly destination: string;
  /** The origin or the scheme of the browser's final destination; null if a device polls for the answer. */
  readonly leadsTo: string | null;
  readonly organisation: string;
  readonly person: string;
  readonly scopes: readonly string[];
  readonly path: string;
  /** Proves that the form is ours. */
  readonly form: string;
}

type Sentence = { [Word in keyof Words]: Words[Word] extends string ? Word : never }[keyof Words];

/** What each scope allows an application to do. The side is always that of the person, and not mentioned. */
const MEANING: Readonly<Record<string, Sentence>> = {
  "buyer:read": "scopeBuyerRead",
  "buyer:write": "scopeBuyerWrite",
  "buyer:approve": "scopeBuyerApprove",
  "buyer:admin": "scopeAdmin",
  "storefront:read": "scopeSellerRead",
  "storefront:write": "scopeSellerWrite",
  "storefront:approve": "scopeSellerApprove",
  "storefront:admin": "scopeAdmin",
  "operator:read": "scopeOperatorRead",
  "operator:write": "scopeOperatorWrite",
  "operator:approve": "scopeOperatorWrite",
  "operator:admin": "scopeAdmin",
};

/** Shows the application, the destination, the organisation, and the scopes, each of which can be deselected. */
export function authorizePage(asking: AuthorizationPrompt, { tag, words }: Language): Page {
  const name = html`<bdi>${asking.name}</bdi>`;
  const title = words.authorizeTitle(name);
  const destination = html`<bdi translate="no">${asking.destination}</bdi>`;
  return {
    title,
    main: html`<h1>${title}</h1>
<p>${words.authorizeLead(name, html`<bdi>${asking.organisation}</bdi>`, html`<bdi translate="no">${asking.person}</bdi>`)}</p>
<form class="card" method="post" action="${asking.path}?lang=${tag}">
<fieldset><legend>${words.authorizeScopes(name)}</legend>
${asking.scopes.map((scope) => tickOf(scope, words))}
</fieldset>
<p>${asking.leadsTo === null ? words.authorizeDevice : words.authorizeDestination(destination)}</p>
<p class="quiet">${words.authorizeWarning}</p>
<input type="hidden" name="form" value="${asking.form}">
<div class="choices"><button name="decision" value="allow">${words.authorizeAllow}</button>
<button class="second" name="decision" value="deny">${words.authorizeDeny}</button></div>
</form>`,
    style: STYLE,
    ...(asking.leadsTo !== null && { leadsTo: asking.leadsTo }),
  };
}

function tickOf(scope: string, words: Words): Html {
  const meaning = MEANING[scope];
  return html`<label class="tick"><input type="checkbox" name="scope" value="${scope}"${
    !scope.endsWith(":admin") && verbatim(" checked")
  }><span>${meaning ? words[meaning] : scope}</span></label>`;
}

/** The organisation cannot use the application, because it is for the other side of the market. */
export function nothingToGrantPage(name: string, words: Words): Page {
  const title = words.nothingToGrantTitle(html`<bdi>${name}</bdi>`);
  return { title, main: html`<h1>${title}</h1><p>${words.nothingToGrantLead}</p>` };
}

/** The request has been answered, has expired, or was started in another browser. */
export function endedRequestPage(words: Words): Page {
  return {
    title: words.endedRequestTitle,
    main: html`<h1>${words.endedRequestTitle}</h1><p>${words.endedRequestLead}</p>`,
  };
}

/** A small form that asks for an address, to which a link is mailed. */
export interface AddressForm {
  readonly path: string;
  readonly form: string;
  readonly email: string;
  readonly isWrong: boolean;
  readonly isPasskeyWrong: boolean;
  /** The options for the browser's passkey request, as JSON. */
  readonly options: string;
  /** The page to which the reader was going, if this page's URL does not say. */
  readonly next?: string | undefined;
  /** The same, whether or not the URL says it. */
  readonly onward?: string | undefined;
}

export function signInPage(asked: AddressForm, { tag, words }: Language): Page {
  const { path, form, email, isWrong, isPasskeyWrong, next } = asked;
  return {
    title: words.signInTitle,
    main: html`<h1>${words.signInTitle}</h1>
<p>${words.askSignInLead}</p>${isPasskeyWrong && html`<p class="error" role="alert">${words.passkeyWrong}</p>`}
<form class="card" method="post" action="${path}?lang=${tag}" novalidate>
<div class="field"><label for="email">${words.email}</label>${
      isWrong && html`<p class="error" id="email-error" role="alert">${words.emailWrong}</p>`
    }<input id="email" name="email" value="${email}" maxlength="254" type="email" autocomplete="email" autocapitalize="none" spellcheck="false" dir="ltr" required autofocus${
      isWrong && verbatim(' aria-invalid="true" aria-describedby="email-error"')
    }></div>
<input type="hidden" name="form" value="${form}">${
      next !== undefined && html`<input type="hidden" name="next" value="${next}">`
    }
<button>${words.askSignIn}</button>
</form>
${passkeyForm(asked, tag, words)}`,
    style: STYLE,
    scriptPath: PASSKEY_SCRIPT,
  };
}

/** Shown if the script finds that the browser supports passkeys. */
function passkeyForm({ form, options, onward }: AddressForm, tag: string, words: Words): Html {
  return html`<form id="passkey" method="post" action="/sign-in/passkey?lang=${tag}" data-options="${options}" hidden>
<input type="hidden" name="response"><input type="hidden" name="form" value="${form}">${
    onward !== undefined && html`<input type="hidden" name="next" value="${onward}">`
  }
<button class="second">${words.passkey}</button>
</form>`;
}

export function linkSentPage(address: string, again: string, words: Words): Page {
  return {
    title: words.mailTitle,
    main: html`<h1>${words.mailTitle}</h1>
<p>${words.linkSent(html`<bdi translate="no">${address}</bdi>`)}</p>
<p>${words.sameBrowser}</p>
<p><a href="${again}">${words.again}</a></p>`,
  };
}

const STYLE = `
form.card { max-inline-size: 34rem }
fieldset { border: 0; margin: 0; padding: 0; min-inline-size: 0 }
legend { font-weight: 600; padding: 0 }
form.card p { margin: 0 }
.choices { display: flex; flex-wrap: wrap; gap: .75rem }
button.second { color: var(--text); background: transparent; border-color: var(--edge) }
button.second:hover { background: var(--surface) }
`;
