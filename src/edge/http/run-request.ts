import type { Host } from "../../ground/kernel/host.ts";
import { type Operation, writes } from "../../ground/kernel/operation.ts";
import { type Request, run } from "../../ground/kernel/run.ts";
import { NOBODY, type Viewer } from "../../ground/kernel/viewer.ts";
import type { Keyring } from "../../platform/api-keys/index.ts";
import { type Envelope, success } from "./envelope.ts";

/** The result of a request, as every transport returns it. */
export interface Outcome {
  readonly status: number;
  readonly envelope: Envelope;
  /** Whether this is a repeated answer, under the same idempotency key. */
  readonly replayed: boolean;
}

/** The common path of a request on every transport, once its caller is known. */
export async function runRequest(
  op: Operation,
  request: Request,
  viewer: Viewer,
  { host, keyring }: { readonly host: Host; readonly keyring: Keyring },
): Promise<Outcome> {
  const work = () => run(op, request, viewer, host);
  const turn = op.share && viewer !== NOBODY ? host.shares.run(op.share, String(viewer.customerId), work) : work();
  const { status, data, replayed, asOf } = await turn;
  // After a change of permissions, the next request must not use a cached viewer.
  if (writes(op) && op.access === "manage") keyring.forget();
  return {
    status,
    replayed,
    envelope: success(op, data, request.query, { requestId: request.requestId, replayed, asOf }),
  };
}
