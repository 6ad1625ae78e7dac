import { type Html, html } from "../html.ts";
import type { Language, Words } from "../languages/language.ts";
import type { Page } from "../page.ts";

/** The same limit as in the API, so that nobody enters more. */
export const LONGEST_KEY = 4_096;

/** Why the key is requested again. */
export type KeyProblem = "missing" | "refused" | "unanswered";

export interface KeyForm {
  readonly organisation: string;
  readonly sourceName: string;
  readonly platform: string;
  readonly path: string;
  readonly state: string;
  /** Proves that the form is ours. */
  readonly form: string;
  readonly problem?: KeyProblem | undefined;
}

/** The page on which a person enters the key of a platform without OAuth. The key is never sent back. */
export function keyPage(asked: KeyForm, { tag, words }: Language): Page {
  const { organisation, sourceName, platform, path, state, form, problem } = asked;
  const title = words.beginTitle(named(sourceName), named(organisation));
  const described = problem === undefined ? "key-hint" : "key-error key-hint";
  return {
    title: problem === undefined ? title : words.problemIn(title),
    main: html`<h1>${title}</h1><p>${words.keyLead(named(platform), named(organisation))}</p><p>${words.beginWarning}</p>
<form class="card" method="post" action="${path}?lang=${tag}" novalidate>
<input type="hidden" name="state" value="${state}"><input type="hidden" name="form" value="${form}">
<div class="field"><label for="key">${words.keyLabel(named(platform))}</label>${
      problem !== undefined &&
      html`<p class="error" id="key-error" role="alert">${problemOf(problem, named(platform), words)}</p>`
    }<input id="key" name="key" type="password" maxlength="${LONGEST_KEY}" autocomplete="off" autocapitalize="none" spellcheck="false" dir="ltr" required autofocus aria-describedby="${described}"${
      problem !== undefined && html` aria-invalid="true"`
    }><p class="hint" id="key-hint">${words.keyHint}</p></div>
<button>${words.keySave}</button>
</form>`,
    style: "form.card{max-inline-size:34rem}form.card p{margin:0}",
  };
}

function problemOf(problem: KeyProblem, platform: Html, words: Words): Html | string {
  if (problem === "missing") return words.keyMissing;
  return problem === "refused" ? words.keyRefused(platform) : words.keyUnanswered(platform);
}

export function keySavedPage(sourceName: string, words: Words): Page {
  const title = words.consentTitle(named(sourceName));
  return { title, main: html`<h1>${title}</h1><p>${words.keyKept}</p>` };
}

function named(name: string) {
  return html`<bdi>${name}</bdi>`;
}
