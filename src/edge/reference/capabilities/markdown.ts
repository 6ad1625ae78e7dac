import { type Operation, statusesOf, writes } from "../../../ground/kernel/operation.ts";
import type { Capability } from "./capability.ts";
import type { Field, Shape } from "./field.ts";

/** A capability in Markdown, for agents: path, input, an example, errors. */
export function markdownOf(capability: Capability): string {
  const { op, failures } = capability;
  return [
    `### ${headingOf(capability)}`,
    [`${op.summary}.`, op.description, capability.step?.why, accessOf(op)].filter(Boolean).join("\n\n"),
    ...inputsOf(capability),
    `Example, as the arguments of \`api_call\`:\n\n${jsonBlock(callOf(capability))}`,
    answerOf(capability),
    `Errors: ${[...failures].map(([status, codes]) => `${status} ${codes.join(", ")}`).join("; ")}.`,
  ].join("\n\n");
}

export function headingOf({ op, method, path }: Capability): string {
  return `${op.id}: \`${method} ${path}\``;
}

/** One line, with a link to the full description. */
export function lineOf(capability: Capability): string {
  return `- ${headingOf(capability)} – ${capability.op.summary}`;
}

/** The example in the form that `api_call` accepts. */
export function callOf({ method, example }: Capability) {
  return { method, ...example };
}

export function jsonBlock(value: unknown): string {
  return `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;
}

function accessOf(op: Operation): string | undefined {
  if (op.access === "manage") return "Only an administrator of your organisation may do this.";
  if (op.access === "operate") return "Only the operator of the installation may do this.";
  return writes(op) && !op.beforeTerms ? "Your organisation must have accepted the terms (`accept_tos`)." : undefined;
}

function inputsOf({ op, pathParams, query, body }: Capability): string[] {
  const reported: readonly (readonly [string, Shape])[] = [
    ["In the path (`pathParams`)", pathParams],
    ["In the query", query],
    [op.bodyOptional ? "In the body, which may be left out" : "In the body", body],
  ];
  return reported.flatMap(([where, shape]) => (isEmpty(shape) ? [] : [`${where}:\n\n${listOf(shape, "")}`]));
}

/** Only the top-level fields, which are enough to understand an answer. */
function answerOf({ op, answer: { fields, shapes } }: Capability): string {
  if (op.status === 204) return "Answered with 204, and no data.";
  const reported = (fields.length > 0 ? fields : (shapes[0] ?? [])).map(({ name, type }) => `\`${name}\` (${type})`);
  return `Answered with ${statusesOf(op).join(" or ")}; in \`data\`: ${reported.length > 0 ? reported.join(", ") : "what the summary says"}.`;
}

function isEmpty({ fields, shapes }: Shape): boolean {
  return fields.length === 0 && shapes.length === 0;
}

function listOf({ fields, shapes }: Shape, indent: string): string {
  const choices = shapes.map(
    (shape, place) =>
      `${indent}- ${place === 0 ? "either" : "or"}\n${listOf({ fields: shape, shapes: [] }, `${indent}  `)}`,
  );
  return [...fields.map((field) => lineOfField(field, indent)), ...choices].join("\n");
}

function lineOfField(field: Field, indent: string): string {
  const facts = [field.type, field.required ? "required" : "", ...field.limits].filter(Boolean).join("; ");
  const line = `${indent}- \`${field.name}\` (${facts})${field.description ? `: ${field.description}` : ""}`;
  return isEmpty(field) ? line : `${line}\n${listOf(field, `${indent}  `)}`;
}
