import { createHash } from "node:crypto";

/** A digest by which identical requests are recognised. The callback URL is not part of it. */
export function digestOf(request: object): string {
  return createHash("sha256")
    .update(JSON.stringify({ ...request, webhook: undefined }))
    .digest("hex");
}
