import { createHash } from "node:crypto";
import type { MediaBuyChange, NewMediaBuy } from "../../../ground/seller-agent/index.ts";

/** A digest by which identical requests are recognised. The callback URL is not part of it. */
export function digestOf(request: NewMediaBuy | MediaBuyChange): string {
  const said = { ...request, webhook: undefined };
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}
