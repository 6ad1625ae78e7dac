import type { Approval, Mirror, RemoteState, Review } from "../contract/plan.ts";

/** A word that nobody has seen before leaves what was last known standing; the platform's own word is kept beside it. */
export function lastKnown(before: Mirror, read: Mirror): Mirror {
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

/** A review as it is kept: what was said before stands where nobody knows the new word. */
export function reviewAfter(
  before: { readonly approval: Approval; readonly reason: string | null },
  { approval, reason, raw }: Review,
): { readonly approval: Approval; readonly reason: string | null; readonly raw: string } {
  return approval === "unknown" ? { approval: before.approval, reason: before.reason, raw } : { approval, reason, raw };
}
