import type { FastifyInstance } from "fastify";
import type { Operation } from "../../ground/kernel/operation.ts";
import { type Edge, MOUNTS } from "../http/mount.ts";
import { llmsOf } from "./agents/llms.ts";
import { SKILLED } from "./agents/profiles.ts";
import { skillOf } from "./agents/skill.ts";
import { openGuide } from "./capabilities/index.ts";
import type { Json } from "./json-schema.ts";
import { openApiOf, SIDES } from "./openapi.ts";
import { mountDocs } from "./pages/mount-docs.ts";

/** The API's documentation, which is public and available in every format; each document is generated on first request. */
export function mountReference(app: FastifyInstance, operations: readonly Operation[], edge: Pick<Edge, "host">): void {
  const { publicUrl } = edge.host.installation;
  const serve = (paths: readonly string[], type: string, make: () => string | Promise<string>) => {
    const text = once(make);
    for (const path of paths)
      app.get(path, async (_, reply) =>
        reply
          .type(`${type}; charset=utf-8`)
          .header("cache-control", "public, max-age=300")
          .send(await text()),
      );
  };
  for (const side of SIDES) {
    const document = once(() => openApiOf(side, operations, { publicUrl }));
    serve([`${MOUNTS[side]}/openapi.json`], "application/json", () => JSON.stringify(document()));
    serve([`${MOUNTS[side]}/openapi.yaml`], "application/yaml", () => yamlOf(document()));
  }
  for (const side of SKILLED) {
    const paths = [`${MOUNTS[side]}/skill.md`, ...(side === "buyer" ? ["/skill.md"] : [])];
    serve(paths, "text/markdown", () => skillOf(side, openGuide(side, operations), publicUrl));
  }
  serve(["/llms.txt"], "text/plain", () => llmsOf(publicUrl));
  mountDocs(app, operations, edge);
}

/** Repeated schemas are written out, because YAML's anchors are unfamiliar to many readers. */
export async function yamlOf(document: Json): Promise<string> {
  const { stringify } = await import("yaml");
  return stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 });
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
