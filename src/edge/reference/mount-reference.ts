import type { FastifyInstance } from "fastify";
import { stringify } from "yaml";
import type { Installation } from "../../ground/kernel/context.ts";
import type { Operation } from "../../ground/kernel/operation.ts";
import { MOUNTS } from "../http/mount.ts";
import type { Json } from "./json-schema.ts";
import { openApiOf, SIDES } from "./openapi.ts";

/** `openapi.json` and `openapi.yaml` of each API, for anybody; written when they are first asked for. */
export function mountReference(
  app: FastifyInstance,
  operations: readonly Operation[],
  { publicUrl }: Pick<Installation, "publicUrl">,
): void {
  for (const side of SIDES) {
    const document = once(() => openApiOf(side, operations, { publicUrl }));
    const json = once(() => JSON.stringify(document()));
    const yaml = once(() => yamlOf(document()));
    app.get(`${MOUNTS[side]}/openapi.json`, async (_, reply) =>
      reply.type("application/json; charset=utf-8").send(json()),
    );
    app.get(`${MOUNTS[side]}/openapi.yaml`, async (_, reply) =>
      reply.type("application/yaml; charset=utf-8").send(yaml()),
    );
  }
}

/** Each schema is written out where it stands: the anchors that YAML has for repetitions are strange to many readers. */
export function yamlOf(document: Json): string {
  return stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 });
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
