import { type Html, html, verbatim } from "../html.ts";
import type { Language, Words } from "../languages/language.ts";
import type { Page } from "../page.ts";

/** What the page says about its link. */
export interface Invitation {
  readonly slug: string;
  readonly name: string;
  readonly entry: "immediate" | "reviewed";
  readonly currency: string | null;
  readonly termsVersion: string;
}

/** The form as it was sent, shown again for correction. */
export interface Entries {
  /** The side of an organisation without a link, `buyer` or `storefront`; empty if the link determines it. */
  readonly side: string;
  readonly company: string;
  readonly person: string;
  readonly email: string;
  readonly accepted: boolean;
}

type Field = keyof Entries;
/** The error in an entry, as one of the sentences that exist in every language. */
export type Problem = {
  [Word in keyof Words]: Words[Word] extends string ? Word : never;
}[keyof Words];

/** At most one problem for each field. */
export type Problems = Readonly<Partial<Record<Field, Problem>>>;

export interface Form {
  readonly entries: Entries;
  readonly problems: Problems;
  /** The form itself was invalid, whatever it contained. */
  readonly stale: boolean;
  /** Proves that the form is ours. */
  readonly token: string;
}

export const BLANK: Entries = { side: "", company: "", person: "", email: "", accepted: false };

/** Their order on the page. */
const FIELDS: readonly Field[] = ["side", "company", "person", "email", "accepted"];

/** The same limits as in the API, so that nobody enters more. */
export const LONGEST = { company: 255, person: 255, email: 254 } as const;

export function signUpPage(invitation: Invitation, form: Form, { tag, words }: Language): Page {
  const name = html`<bdi>${invitation.name}</bdi>`;
  const wrong = FIELDS.filter((field) => form.problems[field]);
  const title = words.joinTitle(name);
  return {
    title: wrong.length > 0 || form.stale ? words.problemIn(title) : title,
    main: html`<h1>${title}</h1>
<p>${words.joinLead(name)}</p>
<div class="columns">
${termsOfEntry(invitation, name, words)}
${formOf({ path: `/join/${invitation.slug}`, termsVersion: invitation.termsVersion }, form, { tag, words })}
</div>`,
  };
}

/** For people who create their own organisation, without a link. */
export function foundingPage(place: SignUpForm, form: Form, { tag, words }: Language): Page {
  const hasProblem = form.stale || FIELDS.some((field) => form.problems[field]);
  return {
    title: hasProblem ? words.problemIn(html`${words.foundTitle}`) : words.foundTitle,
    main: html`<h1>${words.foundTitle}</h1>
<p>${words.foundLead}</p>
${formOf({ ...place, above: (first) => sidesOf(form, first, words) }, form, { tag, words })}`,
    style: "form.card{max-inline-size:34rem}fieldset{border:0;margin:0;padding:0}legend{font-weight:600;padding:0}",
  };
}

/** The form's target, and the version of the terms that it accepts. */
export interface SignUpForm {
  readonly path: string;
  readonly termsVersion: string;
}

interface FormPlace extends SignUpForm {
  /** What is shown above the form's usual fields; `first` is the first field with an error. */
  above?(first: Field | undefined): Html;
}

function formOf({ path, termsVersion, above }: FormPlace, form: Form, language: Pick<Language, "tag" | "words">): Html {
  const { tag, words } = language;
  const wrong = FIELDS.filter((field) => form.problems[field]);
  return html`<form class="card" method="post" action="${path}?lang=${tag}" novalidate>
<h2>${words.formTitle}</h2>
${form.stale && html`<p class="error" role="alert">${words.stale}</p>`}
${wrong.length > 0 && summaryOf(wrong, form.problems, words)}
${above?.(wrong[0])}
${fieldsOf(termsVersion, form, wrong[0], language)}
<input type="hidden" name="token" value="${form.token}">
<button>${words.signUp}</button>
</form>`;
}

function sidesOf(form: Form, first: Field | undefined, words: Words): Html {
  const side = (value: string, label: string, id: string) =>
    html`<label class="tick"><input type="radio" id="${id}" name="side" value="${value}" required${
      form.entries.side === value && verbatim(" checked")
    }${id === "side" && stateOf("side", form, first)}><span>${label}</span></label>`;
  return html`<fieldset class="field"><legend>${words.foundSide}</legend>${errorOf("side", form, words)}${side(
    "buyer",
    words.homeBuyers,
    "side",
  )}${side("storefront", words.homeSellers, "side-storefront")}</fieldset>`;
}

/** Everything that a buyer should know before joining, in plain words. */
function termsOfEntry({ entry, currency }: Invitation, name: Html, words: Words): Html {
  const said: readonly (readonly [string, Html | string])[] = [
    [words.sponsor, words.sponsorIs(name)],
    [words.entry, entry === "immediate" ? words.entryNow : words.entryReviewed(name)],
    [words.sees, words.seesOwn(name)],
    [words.seesNot, words.seesNotOthers],
    [words.pays, currency ? words.paysAheadIn(html`<bdi>${currency}</bdi>`) : words.paysAhead],
  ];
  return html`<dl>${said.map(([what, how]) => html`<div><dt>${what}</dt><dd>${how}</dd></div>`)}</dl>`;
}

function summaryOf(wrong: readonly Field[], problems: Problems, words: Words): Html {
  const links = wrong.map((field) => html`<li><a href="#${field}">${sentence(problems[field], words)}</a></li>`);
  return html`<div class="errors" role="group" aria-labelledby="problems"><p id="problems" class="error">${words.problems(
    wrong.length,
  )}</p><ul>${links}</ul></div>`;
}

interface Input {
  readonly field: Exclude<Field, "accepted" | "side">;
  readonly label: Html | string;
  readonly required: boolean;
  readonly hint?: string;
  /** HTML attributes that help the browser: `type`, `autocomplete`. */
  readonly attributes: string;
}

function fieldsOf(
  termsVersion: string,
  form: Form,
  first: Field | undefined,
  { tag, words }: Pick<Language, "tag" | "words">,
): Html {
  const inputs: readonly Input[] = [
    { field: "company", label: words.company, required: true, attributes: 'autocomplete="organization" dir="auto"' },
    {
      field: "person",
      label: words.optional(html`${words.person}`),
      required: false,
      attributes: 'autocomplete="name" dir="auto"',
    },
    {
      field: "email",
      label: words.email,
      required: true,
      hint: words.emailHint,
      attributes: 'type="email" autocomplete="email" autocapitalize="none" spellcheck="false" dir="ltr"',
    },
  ];
  const terms = html`<a href="/terms?lang=${tag}" target="_blank">${words.terms}</a>`;
  const consent = words.accept(terms, html`<bdi>${termsVersion}</bdi>`);
  const ticked = form.entries.accepted && verbatim(" checked");
  return html`${inputs.map((input) => inputOf(input, form, first, words))}
<div class="field"><label class="tick"><input type="checkbox" id="accepted" name="accepted" value="yes" required${ticked}${stateOf("accepted", form, first)}><span>${consent}</span></label>${errorOf("accepted", form, words)}</div>
<input type="hidden" name="termsVersion" value="${termsVersion}">`;
}

function inputOf(
  { field, label, required, hint, attributes }: Input,
  form: Form,
  first: Field | undefined,
  words: Words,
): Html {
  return html`<div class="field"><label for="${field}">${label}</label>${
    hint !== undefined && html`<p class="quiet" id="${field}-hint">${hint}</p>`
  }${errorOf(field, form, words)}<input id="${field}" name="${field}" value="${form.entries[field]}" maxlength="${
    LONGEST[field]
  }" ${verbatim(attributes)}${required && verbatim(" required")}${stateOf(field, form, first, hint !== undefined)}></div>`;
}

/** The attributes of an invalid field, which is linked to its error message; the first invalid field gets the focus. */
function stateOf(field: Field, { problems, stale }: Form, first: Field | undefined, hinted = false): Html {
  const wrong = problems[field] !== undefined;
  const described = [wrong && `${field}-error`, hinted && `${field}-hint`].filter(Boolean).join(" ");
  return html`${wrong && verbatim(' aria-invalid="true"')}${
    described !== "" && html` aria-describedby="${described}"`
  }${field === first && !stale && verbatim(" autofocus")}`;
}

function errorOf(field: Field, { problems }: Form, words: Words): Html | false {
  return (
    problems[field] !== undefined && html`<p class="error" id="${field}-error">${sentence(problems[field], words)}</p>`
  );
}

function sentence(problem: Problem | undefined, words: Words): string {
  return problem === undefined ? "" : words[problem];
}
