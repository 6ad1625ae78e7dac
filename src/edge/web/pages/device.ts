import { html, verbatim } from "../html.ts";
import type { Language, Words } from "../languages/language.ts";
import type { Page } from "../page.ts";

/** A form on the page with which a device is connected. */
interface DeviceForm {
  readonly path: string;
  /** Proves that the form is ours. */
  readonly xsrf: string;
  readonly code: string;
}

export function devicePage(
  { path, xsrf, code, isWrong }: DeviceForm & { readonly isWrong: boolean },
  { tag, words }: Language,
): Page {
  return {
    title: words.deviceTitle,
    main: html`<h1>${words.deviceTitle}</h1>
<p>${words.deviceLead}</p>
<form class="card" method="post" action="${path}?lang=${tag}">
<div class="field"><label for="code">${words.deviceCode}</label>${
      isWrong && html`<p class="error" id="code-error" role="alert">${words.deviceWrong}</p>`
    }<input id="code" name="user_code" value="${code}" maxlength="20" autocomplete="off" autocapitalize="characters" spellcheck="false" dir="ltr" required autofocus${
      isWrong && verbatim(' aria-invalid="true" aria-describedby="code-error"')
    }></div>
<input type="hidden" name="xsrf" value="${xsrf}">
<button>${words.deviceGo}</button>
</form>`,
    style: STYLE,
  };
}

/** Shows the application, and the code again, so that the person can compare it with the one on their device. */
export function confirmDevicePage(
  { path, xsrf, code, name }: DeviceForm & { readonly name: string },
  { tag, words }: Language,
): Page {
  const shown = html`<bdi translate="no" dir="ltr"><b>${code}</b></bdi>`;
  return {
    title: words.deviceTitle,
    main: html`<h1>${words.deviceTitle}</h1>
<p>${words.deviceConfirm(html`<bdi>${name}</bdi>`, shown)}</p>
<form method="post" action="${path}?lang=${tag}">
<input type="hidden" name="xsrf" value="${xsrf}"><input type="hidden" name="user_code" value="${code}">
<div class="choices"><button name="confirm" value="yes">${words.deviceGo}</button>
<button class="second" name="abort" value="yes">${words.deviceStop}</button></div>
</form>`,
    style: STYLE,
  };
}

export function deviceConnectedPage(words: Words): Page {
  const title = words.deviceDoneTitle;
  return { title, main: html`<h1>${title}</h1><p>${words.deviceDoneLead}</p>` };
}

export function deviceStoppedPage(words: Words): Page {
  const title = words.deviceDeniedTitle;
  return { title, main: html`<h1>${title}</h1><p>${words.deviceDeniedLead}</p>` };
}

const STYLE = `
form.card { max-inline-size: 34rem }
#code { font: 1.25rem ui-monospace, monospace; letter-spacing: .1em; text-transform: uppercase }
.choices { display: flex; flex-wrap: wrap; gap: .75rem }
button.second { color: var(--text); background: transparent; border-color: var(--edge) }
button.second:hover { background: var(--surface) }
`;
