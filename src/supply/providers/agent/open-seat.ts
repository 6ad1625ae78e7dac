import { refusal } from "../../../ground/seller-agent/implementing/refusal.ts";
import type { SellerError } from "../../../ground/seller-agent/index.ts";
import type { Seat, SeatAccount } from "./seat.ts";
import type { Shop } from "./shop.ts";

/** Under which account is bought, or the way to one. */
export function openSeatFor(
  { source, adapter }: Pick<Shop, "source" | "adapter">,
  seat: Seat | undefined,
): SeatAccount | SellerError {
  const name = adapter.describe.displayName;
  const way = `POST /storefronts/${source.storefrontId}/connection`;
  if (!adapter.sales) return refusal("UNSUPPORTED_FEATURE", `${name} makes creatives, and sells nothing`);
  if (!seat || seat.state === "PENDING") return refusal("AUTH_REQUIRED", `${name} is not connected: ${way}`);
  if (seat.state !== "CONNECTED")
    return refusal("AUTH_REQUIRED", `${name} no longer accepts its consent: connect it again with ${way}`);
  if (!seat.buyEnabled)
    return refusal(
      "PERMISSION_DENIED",
      `buying at ${name} is switched off: PATCH /storefronts/${source.storefrontId}/connection-policy`,
    );
  const { connectionId } = seat.connection;
  if (!seat.mapped)
    return refusal(
      "account_mapping_required",
      `no account at ${name} is mapped to this advertiser: POST /storefront-connections/${connectionId}/accounts/{accountId}/advertiser`,
      "account",
    );
  const { account } = seat.mapped;
  if (account.status === "active") return seat.mapped;
  return refusal(
    account.status === "payment_required" ? "ACCOUNT_PAYMENT_REQUIRED" : "ACCOUNT_SUSPENDED",
    `the account ${account.name ?? account.externalAccountId} at ${name} is ${account.status}`,
    "account",
  );
}
