import { type Html, html, verbatim } from "../html.ts";
import type { Language, Words } from "../languages/language.ts";
import type { Page } from "../page.ts";

export interface SetUpEntries {
  readonly company: string;
  readonly email: string;
}

export interface SettingUp {
  readonly path: string;
  readonly token: string;
  /** Proves that the form is ours. */
  readonly form: string;
  readonly entries: SetUpEntries;
  /** The names of the invalid entries. */
  readonly wrong: readonly string[];
  /** The address comes from the server's settings, and cannot be changed here. */
  readonly isFixed: boolean;
}

/** The first page of an installation, which asks who runs it. */
export function setUpPage({ path, token, form, entries, wrong, isFixed }: SettingUp, { tag, words }: Language): Page {
  const company = { name: "company", label: words.setUpCompany, value: entries.company, most: 255 };
  const email = { name: "email", label: words.email, value: entries.email, most: 254 };
  return {
    title: words.setUpTitle,
    main: html`<h1>${words.setUpTitle}</h1>
<p>${words.setUpLead}</p>
<form class="card" method="post" action="${path}?lang=${tag}" novalidate>
${inputOf(company, 'autocomplete="organization" dir="auto" autofocus', wrong, words.companyMissing)}
${
  isFixed
    ? html`<p>${words.setUpAs(html`<bdi translate="no">${entries.email}</bdi>`)}</p>`
    : inputOf(
        email,
        'type="email" autocomplete="email" autocapitalize="none" spellcheck="false" dir="ltr"',
        wrong,
        words.emailWrong,
      )
}
<input type="hidden" name="token" value="${token}"><input type="hidden" name="form" value="${form}">
<button>${words.setUp}</button>
</form>`,
    style: "form.card{max-inline-size:34rem}form.card p{margin:0}",
  };
}

interface Input {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly most: number;
}

function inputOf(
  { name, label, value, most }: Input,
  attributes: string,
  wrong: readonly string[],
  said: string,
): Html {
  const isWrong = wrong.includes(name);
  return html`<div class="field"><label for="${name}">${label}</label>${
    isWrong && html`<p class="error" id="${name}-error" role="alert">${said}</p>`
  }<input id="${name}" name="${name}" value="${value}" maxlength="${most}" required ${verbatim(attributes)}${
    isWrong && html` aria-invalid="true" aria-describedby="${name}-error"`
  }></div>`;
}

/** The same page for a link that was used, has expired or never existed, and if there already is an operator. */
export function setUpOverPage(words: Words): Page {
  return { title: words.setUpOverTitle, main: html`<h1>${words.setUpOverTitle}</h1><p>${words.setUpOverLead}</p>` };
}
