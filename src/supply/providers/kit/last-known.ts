import type { Approval, RemoteBuy, RemoteState, Review } from "../contract/plan.ts";

/** An unknown value leaves the last known state unchanged, with the platform's own value stored next to it. */
export function lastKnown(before: RemoteBuy, read: RemoteBuy): RemoteBuy {
  return {
    campaign: stateAfter(before.campaign, read.campaign),
    packages: read.packages.map((part) => {
      const known = before.packages.find(({ packageId }) => packageId === part.packageId);
      return known ? stateAfter(known, part) : part;
    }),
  };
}

function stateAfter<S extends RemoteState>(before: S, read: S): S {
  const configured = read.configured === "unknown" ? before.configured : read.configured;
  const delivery = read.delivery === "unknown" ? before.delivery : read.delivery;
  return { ...read, configured, delivery };
}

/** A review as it is stored: unknown values leave the previous one unchanged. */
export function reviewAfter(
  before: { readonly approval: Approval; readonly reason: string | null },
  { approval, reason, raw }: Review,
): { readonly approval: Approval; readonly reason: string | null; readonly raw: string } {
  return approval === "unknown" ? { approval: before.approval, reason: before.reason, raw } : { approval, reason, raw };
}
