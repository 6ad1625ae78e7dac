import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Invalid } from "../../ground/kernel/errors.ts";
import type { Host } from "../../ground/kernel/host.ts";
import { type Api, apisOf, type Operation, writes } from "../../ground/kernel/operation.ts";
import { type Request, run } from "../../ground/kernel/run.ts";
import { NOBODY, type Viewer } from "../../ground/kernel/viewer.ts";
import type { Keyring } from "../../platform/api-keys/index.ts";
import { badKey, keyIn, noKey } from "./credentials.ts";
import { success } from "./envelope.ts";
import type { RateLimits } from "./rate-limits.ts";

export const MOUNTS: Readonly<Record<Api, string>> = {
  platform: "/api/v2",
  buyer: "/api/v2/buyer",
  storefront: "/api/v2/storefront",
  operator: "/api/v2/operator",
};

export interface Edge {
  readonly host: Host;
  readonly keyring: Keyring;
  readonly limits: RateLimits;
}

export function mount(app: FastifyInstance, operations: readonly Operation[], edge: Edge): void {
  for (const op of operations) {
    for (const api of apisOf(op)) {
      app.route({
        method: op.method.toUpperCase(),
        url: MOUNTS[api] + op.path.replaceAll(/\{(\w+)\}/g, ":$1"),
        handler: (request, reply) => answer(op, request, reply, edge),
      });
    }
  }
}

async function answer(op: Operation, request: FastifyRequest, reply: FastifyReply, edge: Edge): Promise<FastifyReply> {
  request.noted = { operation: op.id };
  await edge.limits.countAddress(request.ip, op.limit ?? "general", reply);
  const { slug } = request.params as { readonly slug?: string };
  if (op.limit === "sign_up" && slug !== undefined) await edge.limits.countLink(slug, reply);
  const viewer = op.access === "public" ? NOBODY : await viewerOf(op, request, edge);
  if (viewer !== NOBODY) {
    request.noted = { operation: op.id, customerId: viewer.customerId };
    await edge.limits.countOrganisation(viewer.customerId, reply);
  }
  const raw: Request = {
    params: request.params,
    query: request.query,
    body: request.body,
    requestId: request.id,
    idempotencyKey: idempotencyKeyIn(request),
  };
  const { status, data, replayed } = await run(op, raw, viewer, edge.host);
  // The next request of whoever changed what a viewer may do must not be read by the old viewer.
  if (writes(op) && op.access === "manage") edge.keyring.forget();
  if (replayed) reply.header("idempotency-replayed", "true");
  return status === 204
    ? reply.code(204).send()
    : reply.code(status).send(success(op, data, request.query, request.id, replayed));
}

async function viewerOf(op: Operation, request: FastifyRequest, { keyring }: Edge): Promise<Viewer> {
  const key = keyIn(request.headers);
  if (!key) throw noKey();
  const viewer = await keyring.holderOf(key, writes(op));
  if (!viewer) throw badKey();
  return viewer;
}

const KEY_FORM = /^[A-Za-z0-9._:-]{8,128}$/;

function idempotencyKeyIn({ headers }: FastifyRequest): string | undefined {
  const key = headers["idempotency-key"];
  if (key === undefined) return undefined;
  if (typeof key !== "string" || !KEY_FORM.test(key)) {
    throw new Invalid("Idempotency-Key: 8 to 128 of the characters A-Z a-z 0-9 . _ : -", { field: "Idempotency-Key" });
  }
  return key;
}
