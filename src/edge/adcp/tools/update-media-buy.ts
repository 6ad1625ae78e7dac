import { z } from "zod";
import { decimalOf } from "../../../ground/kernel/money.ts";
import type { MediaBuyChange, PackageChange } from "../../../ground/seller-agent/index.ts";
import { readPurchases } from "../../../supply/callers/index.ts";
import { refused } from "../protocol/failure.ts";
import { sellerCall, type Visit } from "../visit.ts";
import { AccountRef, fromAdcpAccount } from "../words/account.ts";
import { NOT_SOLD, refuseWhatIsNotSold } from "../words/not-sold.ts";
import { toldOf } from "./outcome.ts";
import { IdempotencyKey, tool } from "./tool.ts";

const time = z.iso.datetime({ offset: true }).optional();
const Stop = {
  paused: z.boolean().optional(),
  canceled: z.literal(true).optional().describe("For good"),
  cancellation_reason: z.string().max(500).optional(),
};

const Change = z.object({
  package_id: z.string(),
  budget: z.number().nonnegative().optional(),
  bid_price: z.number().nonnegative().optional(),
  pacing: z.enum(["even", "asap", "front_loaded"]).optional(),
  start_time: time,
  end_time: time,
  ...Stop,
  ...NOT_SOLD,
});

const Input = z.object({
  idempotency_key: IdempotencyKey,
  account: AccountRef.optional(),
  media_buy_id: z.string(),
  revision: z
    .int()
    .min(1)
    .optional()
    .describe("The revision that you know: the change is refused where there is a newer one"),
  start_time: z.union([z.literal("asap"), z.iso.datetime({ offset: true })]).optional(),
  end_time: time,
  packages: z.array(Change).min(1).max(200).optional(),
  new_packages: z.array(z.unknown()).optional().describe("Not offered: buy them with create_media_buy"),
  ...Stop,
});

type Asked = z.output<typeof Input>;

export const updateMediaBuy = tool({
  name: "update_media_buy",
  title: "Change what was bought",
  description: "Pauses, resumes, cancels or changes dates and budgets of a media buy, as a whole or by package.",
  input: Input,
  writes: true,
  async answer(asked, visit) {
    const call = sellerCall(visit, await fromAdcpAccount(asked.account, visit));
    if (asked.new_packages?.length)
      throw refused("UNSUPPORTED_FEATURE", "new_packages: buy them with create_media_buy", "new_packages");
    refuseWhatIsNotSold(asked.packages ?? []);
    await refuseStale(asked, visit);
    const told = await toldOf(await visit.door.agent.updateMediaBuy(fromAdcpChange(asked, call.now), call), visit);
    if (told.status !== "completed") return told;
    const { packages, ...body } = told.body;
    const named = new Set(asked.packages?.map(({ package_id }) => package_id));
    const all = packages as readonly { readonly package_id: string }[];
    const affected = named.size === 0 ? all : all.filter(({ package_id }) => named.has(package_id));
    return { ...told, body: { ...body, affected_packages: affected } };
  },
});

async function refuseStale({ revision, media_buy_id }: Asked, { door }: Visit): Promise<void> {
  if (revision === undefined) return;
  const [known] = await readPurchases(door.caller, { mediaBuyIds: [media_buy_id], limit: 1 });
  if (!known || known.revision === revision) return;
  const message = `revision: it is at ${known.revision} by now: read it with get_media_buys and ask again`;
  throw refused("CONFLICT", message, "revision");
}

/** The reverse of `toAdcpMediaBuyChange` of the seller-agent port. */
function fromAdcpChange(asked: Asked, now: Date): MediaBuyChange {
  const { idempotency_key, media_buy_id, start_time, packages } = asked;
  return {
    idempotencyKey: idempotency_key,
    mediaBuyId: media_buy_id,
    ...fromAdcpStop(asked),
    ...(start_time !== undefined && { startTime: start_time === "asap" ? now : new Date(start_time) }),
    ...(asked.end_time !== undefined && { endTime: new Date(asked.end_time) }),
    ...(packages && { packages: packages.map(fromAdcpPackageChange) }),
  };
}

function fromAdcpPackageChange(part: z.output<typeof Change>): PackageChange {
  const { package_id, budget, bid_price, pacing, start_time, end_time } = part;
  return {
    packageId: package_id,
    ...(budget !== undefined && { budget: decimalOf(budget) }),
    ...(bid_price !== undefined && { bidPrice: decimalOf(bid_price) }),
    ...(pacing && { pacing }),
    ...(start_time !== undefined && { startTime: new Date(start_time) }),
    ...(end_time !== undefined && { endTime: new Date(end_time) }),
    ...fromAdcpStop(part),
  };
}

type Stop = Pick<Asked, "paused" | "canceled" | "cancellation_reason">;

function fromAdcpStop({ paused, canceled, cancellation_reason }: Stop) {
  return {
    ...(paused !== undefined && { paused }),
    ...(canceled && { canceled }),
    ...(cancellation_reason !== undefined && { cancellationReason: cancellation_reason }),
  };
}
