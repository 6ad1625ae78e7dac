import type { Buyer } from "#client";
import { dayOf, momentOf } from "../../components/format.ts";
import { shared } from "../../messages/shared.ts";

/** When it was reported, and up to where it will not change any more. */
export function Freshness({ of }: { readonly of: Buyer["schemas"]["ReportingFreshness"] | null | undefined }) {
  if (!of?.reportedAt) return null;
  const until =
    of.final && of.deliveredThrough ? shared.page.finalThrough(dayOf(of.deliveredThrough)) : shared.page.notFinal;
  return (
    <>
      {shared.page.asOf(momentOf(of.reportedAt))}, {until}
    </>
  );
}
