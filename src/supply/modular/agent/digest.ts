import { createHash } from "node:crypto";
import type { MediaBuyChange, NewMediaBuy } from "../../../ground/seller-agent/index.ts";

/** What makes two requests the same; where the seller may call back is no part of it. */
export function digestOf(request: NewMediaBuy | MediaBuyChange): string {
  const said = { ...request, webhook: undefined };
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}
