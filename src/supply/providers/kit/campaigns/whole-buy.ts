import type { RemoteBuy, RemotePackage, RemoteState } from "../../contract/plan.ts";

/** The state of a whole buy, if its packages are separate campaigns and the platform has nothing above them. */
function wholeOf(before: RemoteState, packages: readonly RemotePackage[]): RemoteState {
  const configured = (["active", "paused", "gone"] as const).find((one) =>
    packages.some((part) => part.configured === one),
  );
  const living = packages.filter((part) => part.configured !== "gone");
  const delivery = (["eligible", "pending", "blocked", "refused", "ended"] as const).find((one) =>
    living.some((part) => part.delivery === one),
  );
  return {
    ...before,
    configured: configured ?? before.configured,
    delivery: delivery ?? (configured === "gone" ? "ended" : before.delivery),
    raw: packages.map(({ raw }) => raw).join("; "),
  };
}

export function withWhole({ campaign, packages }: RemoteBuy): RemoteBuy {
  return { campaign: wholeOf(campaign, packages), packages };
}

export function gone<S extends RemoteState>(before: S): S {
  return { ...before, configured: "gone", delivery: "ended", raw: "not listed" };
}

/** The state after a change that removed packages, or all of them. */
export function without(
  mirror: RemoteBuy,
  { cancel, canceled }: { readonly cancel?: true; readonly canceled: readonly string[] },
) {
  const isAway = ({ packageId }: RemotePackage) => cancel === true || canceled.includes(packageId);
  return withWhole({ ...mirror, packages: mirror.packages.map((part) => (isAway(part) ? gone(part) : part)) });
}
