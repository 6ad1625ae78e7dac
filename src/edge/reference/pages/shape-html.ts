import { type Html, html } from "../../web/html.ts";
import type { Field, Shape } from "../capabilities/index.ts";

/** What is worth saying about a field: in a request that it is required, in an answer that it is optional. */
export type PresenceNote = "required" | "not always there";

/** Fields as nested lists, at any depth. */
export function shapeHtml({ fields, shapes }: Shape, remark: PresenceNote): Html {
  const choices = shapes.map(
    (shape, place) =>
      html`<div class="shape"><p>${place === 0 ? "Either" : "Or"}</p>${shapeHtml({ fields: shape, shapes: [] }, remark)}</div>`,
  );
  const list = fields.length > 0 && html`<ul class="fields">${fields.map((field) => fieldHtml(field, remark))}</ul>`;
  return html`${list}${choices}`;
}

function fieldHtml(field: Field, remark: PresenceNote): Html {
  const { name, type, required, limits, description } = field;
  const remarked = required === (remark === "required");
  const facts = [type, ...(remarked ? [remark] : []), ...limits].join("; ");
  const inside = field.fields.length + field.shapes.length > 0 && shapeHtml(field, remark);
  // Only optional fields are folded, so that no required field is hidden.
  const folded = inside && !required ? html`<details><summary>Inside ${name}</summary>${inside}</details>` : inside;
  return html`<li><p><code translate="no"><b>${name}</b></code> <small>${facts}</small></p>${description && html`<p>${marked(description)}</p>`}${folded}</li>`;
}

/** Converts text in which backticks mark names, as in Markdown. */
export function marked(text: string): Html[] {
  return text
    .split("`")
    .map((part, place) => (place % 2 === 1 ? html`<code translate="no">${part}</code>` : html`${part}`));
}
