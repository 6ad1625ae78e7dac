import { Invalid, InvalidState, NotFound } from "../../../ground/kernel/errors.ts";
import { checkMinorUnits } from "../../../ground/kernel/money.ts";
import { fitsFlight } from "../../../ground/seller-agent/index.ts";
import { updatedBy } from "../changes/change-of-buy.ts";
import type { MediaBuyUpdate, PackageUpdate } from "../changes/update.ts";
import type { MediaBuy } from "../media-buy.ts";
import type { Package } from "../packages/package.ts";
import type { MediaBuyOperation, PackageEdit } from "./media-buy-operation.ts";

type Edits = Pick<MediaBuyOperation, "packages" | "startTime" | "endTime">;

/**
 * The update to request from the buy's seller; null if only our own fields change. Throws `NotFound`, `Invalid` and
 * `InvalidState`.
 */
export function updateOf(buy: MediaBuy, edits: Edits, now: Date, path: string): MediaBuyUpdate | null {
  const { packages = [], startTime, endTime } = edits;
  if (packages.length === 0 && !startTime && !endTime) return null;
  const update: MediaBuyUpdate = {
    ...(startTime && { startTime: startTime === "asap" ? now : startTime }),
    ...(endTime && { endTime }),
    packages: packages.map((edit, index) => packageUpdateOf(buy, edit, `${path}packages.${index}`)),
  };
  checkTimes(updatedBy(buy, update), path);
  return update;
}

/** The update that cancels individual packages of a buy that continues. */
export function cancellationOf(buy: MediaBuy, packageIds: readonly string[], path: string): MediaBuyUpdate {
  const packages = packageIds.map((packageId, index) => {
    const part = packageIn(buy, packageId, `${path}packageIds.${index}`);
    return { packageId: part.packageId, canceled: true as const };
  });
  return { packages };
}

function packageUpdateOf(buy: MediaBuy, edit: PackageEdit, path: string): PackageUpdate {
  const { packageId, currency } = packageIn(buy, edit.packageId, `${path}.packageId`);
  const { budget, bidPrice, pacing, startTime, endTime } = edit;
  if (bidPrice === null) {
    const field = `${path}.bidPrice`;
    throw new Invalid(
      `${field}: a bid that its seller already has cannot be removed: send another, or cancel the package`,
      {
        field,
      },
    );
  }
  if (budget !== undefined) checkMinorUnits({ amount: budget, currency }, `${path}.budget`);
  return {
    packageId,
    ...(budget !== undefined && { budget }),
    ...(bidPrice !== undefined && { bidPrice }),
    ...(pacing && { pacing }),
    ...(startTime && { startTime }),
    ...(endTime && { endTime }),
  };
}

function packageIn(buy: MediaBuy, id: string, field: string): Package {
  const { packages, sellerMediaBuyId, salesAgentName, status } = buy;
  const part = packages.find(({ packageId }) => packageId === id);
  if (!part) throw new NotFound(`media buy ${buy.mediaBuyId} has no package ${id}`, { field });
  if (part.status === "canceled") throw new InvalidState(`package ${id} was canceled`, { field });
  if (sellerMediaBuyId !== null && status !== "PENDING_APPROVAL" && part.sellerPackageId === null)
    throw new InvalidState(`${salesAgentName} has not named package ${id} yet: try again when it has`, { field });
  return part;
}

/** Checks that the flight ends after it starts, and that every package runs within it. */
export function checkTimes({ flight, packages }: MediaBuy, path: string): void {
  if (flight.end <= flight.start)
    throw new Invalid(`${path}endTime: a media buy must end after it starts`, { field: `${path}endTime` });
  const outside = packages.find(({ status, startTime, endTime }) => {
    const own = { ...(startTime && { startTime }), ...(endTime && { endTime }) };
    return status !== "canceled" && !fitsFlight(own, flight);
  });
  if (!outside) return;
  throw new Invalid(
    `${path}packages: package ${outside.packageId} would run outside its media buy, from ${flight.start.toISOString()} ` +
      `to ${flight.end.toISOString()}: change its startTime and endTime too`,
    { field: `${path}packages` },
  );
}
