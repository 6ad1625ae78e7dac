import { type Html, html } from "../../web/html.ts";
import type { Field, Shape } from "../capabilities/index.ts";

/** What is remarkable of a field: of what is sent that it must be there, of what is answered that it may not be. */
export type Remark = "required" | "not always there";

/** Fields as a list in a list, as deep as they are. */
export function shapeHtml({ fields, shapes }: Shape, remark: Remark): Html {
  const choices = shapes.map(
    (shape, place) =>
      html`<div class="shape"><p>${place === 0 ? "Either" : "Or"}</p>${shapeHtml({ fields: shape, shapes: [] }, remark)}</div>`,
  );
  const list = fields.length > 0 && html`<ul class="fields">${fields.map((field) => fieldHtml(field, remark))}</ul>`;
  return html`${list}${choices}`;
}

function fieldHtml(field: Field, remark: Remark): Html {
  const { name, type, required, limits, description } = field;
  const remarked = required === (remark === "required");
  const facts = [type, ...(remarked ? [remark] : []), ...limits].join("; ");
  const inside = field.fields.length + field.shapes.length > 0 && shapeHtml(field, remark);
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
