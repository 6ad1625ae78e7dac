import { propertiesOf, type Theme } from "./theme/theme.ts";

/**
 * The style sheet that all pages share. It uses `start` and `end` rather than left and right, so it works in both directions of writing;
 * lengths are in `rem`, so it grows with the reader's font size; nothing moves, and nothing is loaded.
 */
const RULES = `
*, ::before, ::after { box-sizing: border-box }
html { color-scheme: light dark; -webkit-text-size-adjust: none; text-size-adjust: none }
body {
  margin: 0; min-block-size: 100vh; display: flex; flex-direction: column;
  border-block-start: .375rem solid var(--button);
  background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: break-word
}
header, main, footer { inline-size: 100%; max-inline-size: 64rem; margin-inline: auto; padding-inline: 1rem }
header { display: grid; justify-items: start; gap: .75rem; padding-block: 1.25rem }
header img {
  block-size: 3rem; max-inline-size: 12rem; padding: .25rem; object-fit: contain; border-radius: .375rem;
  background: #fff
}
header img.on-dark { background: #111 }
header p, h1, h2, dl, dd { margin: 0 }
header b { display: block; line-height: 1.3 }
small, .quiet { color: var(--quiet); font-size: .875rem }
main { flex: 1; padding-block: 1rem 3rem }
main:first-child { padding-block-start: 4rem }
h1 { font-size: clamp(1.625rem, 1.2rem + 2vw, 2.25rem); line-height: 1.2; text-wrap: balance; max-inline-size: 24em }
h2 { font-size: 1.25rem; line-height: 1.3 }
h1 + p { font-size: 1.125rem; margin-block: .75rem 0 }
main > p, main > section { max-inline-size: 42rem; text-wrap: pretty }
main > section { margin-block-start: 2rem }
section > p { margin-block: .5rem }
a { color: var(--link); text-underline-offset: .2em }
a:hover { text-decoration-thickness: .125rem }
:focus-visible { outline: .1875rem solid var(--focus); outline-offset: .125rem; border-radius: .25rem }
.columns { display: grid; gap: 2rem; margin-block-start: 2rem }
dl { display: grid; gap: 1rem; align-content: start }
dt { font-weight: 600 }
form.card { background: var(--surface); border-radius: .75rem; padding: 1.25rem; display: grid; gap: 1.25rem }
main > form { margin-block-start: 1.5rem }
.field { display: grid; gap: .25rem; min-inline-size: 0 }
.field p, .errors p { margin: 0 }
label { font-weight: 600 }
input { font: inherit; color: var(--text); background: var(--page); border: .0625rem solid var(--edge) }
.field > input {
  inline-size: 100%; min-block-size: 2.75rem; padding: .5rem .75rem; border-radius: .375rem
}
.field > input:focus-visible { border-radius: .375rem }
.tick { display: flex; gap: .75rem; align-items: start; padding-block: .625rem; font-weight: 400; min-block-size: 2.75rem }
.tick input { flex: none; inline-size: 1.5rem; block-size: 1.5rem; margin: 0; accent-color: var(--button-edge) }
[aria-invalid] { border-color: var(--error); box-shadow: 0 0 0 .0625rem var(--error) }
.error { color: var(--error); font-weight: 600 }
.errors { border-inline-start: .25rem solid var(--error); padding-inline-start: 1rem }
.tick bdi { white-space: nowrap }
.errors ul { list-style: none; margin: .25rem 0 0; padding: 0; display: grid; gap: .25rem }
.errors a { display: inline-flex; align-items: center; min-block-size: 2.75rem; color: var(--error) }
button {
  font: inherit; font-weight: 600; cursor: pointer; min-block-size: 2.75rem; padding: .625rem 1.5rem;
  color: var(--label); background: var(--button); border: .125rem solid var(--button-edge); border-radius: .375rem
}
button:hover { background: var(--button-hover) }
button:focus-visible { border-radius: .375rem }
pre {
  margin: .5rem 0; padding: .75rem 1rem; border: .0625rem solid var(--edge); border-radius: .375rem;
  background: var(--surface); direction: ltr; text-align: start; font: .9375rem/1.5 ui-monospace, monospace;
  white-space: pre-wrap; overflow-wrap: anywhere
}
pre code { font: inherit; user-select: all }
footer { padding-block: 1rem 2rem; font-size: .875rem }
footer ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; column-gap: 1.25rem }
footer a { display: inline-flex; align-items: center; min-block-size: 2.75rem; min-inline-size: 2.75rem }
footer [aria-current] { font-weight: 600; text-decoration: none; color: var(--text) }
@media (min-width: 48rem) {
  header, main, footer { padding-inline: 2rem }
  form.card { padding: 2rem }
  .columns { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 3rem; align-items: start }
}
@media (forced-colors: active) { button { border-color: ButtonText } }
`;

export function styleOf({ light, dark }: Theme): string {
  const schemes = `:root{${propertiesOf(light)}}@media(prefers-color-scheme:dark){:root{${propertiesOf(dark)}}}`;
  return schemes + COMPACT;
}

const COMPACT = RULES.replaceAll(/\s+/g, " ")
  .replaceAll(/ ?([{};,]) ?/g, "$1")
  .replaceAll(": ", ":");
