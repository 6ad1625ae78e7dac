import { countOf } from "../../components/format.ts";
import { Funnel } from "../../components/funnel.tsx";
import { Section } from "../../components/page.tsx";
import { market } from "../../messages/sell-market.ts";
import type { Payload } from "./analytics.tsx";

const words = market.analytics;

/** From being asked to being booked. */
export function RunsFunnel({ payload: { summary, historicalPerformance: history } }: { readonly payload: Payload }) {
  const steps = [
    { name: words.asked, value: summary.totalRuns },
    { name: words.answered, value: summary.okRuns },
    { name: words.wanted, value: history.askRunCount },
    { name: words.bookedRuns, value: history.bookedRunCount },
  ];
  return (
    <Section title={words.funnel}>
      <Funnel steps={steps} />
      <p className="mt-3 text-sm text-muted">
        {words.objections}: {countOf(summary.priceObjectionCount)} · {words.packaging}:{" "}
        {countOf(summary.packagingAskCount)}
      </p>
    </Section>
  );
}
