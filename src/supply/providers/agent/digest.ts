import { createHash } from "node:crypto";

/** What makes two requests the same; where the seller may call back is no part of it. */
export function digestOf(request: object): string {
  return createHash("sha256")
    .update(JSON.stringify({ ...request, webhook: undefined }))
    .digest("hex");
}
