import type { Storefront } from "#client";
import { momentOf, moneyOf, shareOf } from "../../components/format.ts";
import { Name, State } from "../../components/values.tsx";
import { shared } from "../../messages/shared.ts";
import { sold } from "../../messages/sold.ts";

type Bought = Storefront["schemas"]["StorefrontMediaBuy"];
type PackagePace = Bought["packages"][number]["pace"];

const words = sold.pace;
const CODES: Readonly<Record<string, string>> = { behind: "warn", on_plan: "pass", ahead: "ahead" };

interface StandingProps {
  readonly pace: PackagePace;
  readonly currency: string;
}

/** Ahead or behind, in words and by how much. */
export function Standing({ pace, currency }: StandingProps) {
  if (!pace) return <Name>{null}</Name>;
  const { state, share, delivered, plannedToDate } = pace;
  const isOff = share !== null && (state === "ahead" || state === "behind");
  return (
    <>
      <State code={CODES[state] ?? state} label={words.states[state] ?? state} />{" "}
      {isOff && <span>{words.by(shareOf(Math.abs(share)))}</span>}
      <span className="block text-sm whitespace-nowrap text-muted">
        {words.of(moneyOf(delivered, currency), moneyOf(plannedToDate, currency))}
      </span>
    </>
  );
}

/** The whole media buy's, as a fact of it, where there is one. */
export function paceOf({ pace }: Bought) {
  if (!pace?.whole || !pace.currency) return [];
  return [
    [
      words.name,
      <>
        <Standing pace={pace.whole} currency={pace.currency} />
        <span className="block text-sm text-muted">
          {shared.page.asOf(momentOf(pace.asOf))}. {words.note}
        </span>
      </>,
    ] as const,
  ];
}
