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
  return html`<li><p><code translate="no"><b>${name}</b></code> <small>${facts}</small></p>${description && html`<p>${description}</p>`}${inside}</li>`;
}
