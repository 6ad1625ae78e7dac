import { type Html, html } from "../../web/html.ts";
import type { Field, Shape } from "../capabilities/index.ts";

/** Fields as a list in a list, as deep as they are. */
export function shapeHtml({ fields, shapes }: Shape): Html {
  const choices = shapes.map(
    (shape, place) =>
      html`<div class="shape"><p>${place === 0 ? "Either" : "Or"}</p>${shapeHtml({ fields: shape, shapes: [] })}</div>`,
  );
  return html`${fields.length > 0 && html`<ul class="fields">${fields.map(fieldHtml)}</ul>`}${choices}`;
}

function fieldHtml(field: Field): Html {
  const { name, type, required, limits, description } = field;
  const facts = [type, ...(required ? ["required"] : []), ...limits].join("; ");
  const inside = field.fields.length + field.shapes.length > 0 && shapeHtml(field);
  // What may be left out is not in the way of what may not.
  const folded = inside && !required ? html`<details><summary>Inside ${name}</summary>${inside}</details>` : inside;
  return html`<li><p><code translate="no"><b>${name}</b></code> <small>${facts}</small></p>${description && html`<p>${marked(description)}</p>`}${folded}</li>`;
}

/** Text in which backticks mark names, as Markdown does. */
export function marked(text: string): Html[] {
  return text
    .split("`")
    .map((part, place) => (place % 2 === 1 ? html`<code translate="no">${part}</code>` : html`${part}`));
}
