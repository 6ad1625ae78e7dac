import type { Operation } from "../../../ground/kernel/operation.ts";
import { failuresOf } from "../failures.ts";
import type { Json } from "../json-schema.ts";
import { fullPathOf, type Side } from "../openapi.ts";
import { exampleOf } from "./example.ts";
import { allFieldsOf, type Field, type Shape, shapeOf } from "./field.ts";
import type { Step } from "./handbooks/handbooks.ts";

/** Everything that a caller must know to use an operation. */
export interface Capability {
  readonly op: Operation;
  /** The HTTP method. */
  readonly method: string;
  /** From the root, with `{param}`. */
  readonly path: string;
  readonly pathParams: Shape;
  readonly query: Shape;
  readonly body: Shape;
  /** What `data` contains on success; empty if there is none. */
  readonly answer: Shape;
  /** A call that the schemas accept; its ids are made up. */
  readonly example: Example;
  /** Error codes by their status. */
  readonly failures: ReadonlyMap<number, readonly string[]>;
  /** Its place in the journey of its side, if it has one. */
  readonly step: Step | undefined;
}

interface Example {
  readonly path: string;
  readonly query?: Json;
  readonly body?: unknown;
}

export function capabilityOf(op: Operation, side: Side, step: Step | undefined): Capability {
  const path = fullPathOf(op, side);
  return {
    op,
    method: op.method.toUpperCase(),
    path,
    pathParams: shapeOf(op.params),
    query: shapeOf(op.query),
    body: shapeOf(op.body),
    answer: shapeOf(op.status === 204 ? undefined : op.answer, "output"),
    example: callOf(op, path, step),
    failures: failuresOf(op),
    step,
  };
}

function callOf(op: Operation, path: string, step: Step | undefined): Example {
  const params = (step?.pathParams ?? exampleOf(op.params) ?? {}) as Readonly<Record<string, string | number>>;
  const query = step?.query ?? (exampleOf(op.query) as Json | undefined);
  const body = step?.body ?? (op.bodyOptional ? undefined : exampleOf(op.body));
  return {
    path: path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name] ?? "1"))),
    ...(query && Object.keys(query).length > 0 && { query }),
    ...(body !== undefined && { body }),
  };
}

/** All fields of its inputs, at any depth. */
export function inputsOf({ pathParams, query, body }: Capability): Field[] {
  return [pathParams, query, body].flatMap(allFieldsOf);
}
