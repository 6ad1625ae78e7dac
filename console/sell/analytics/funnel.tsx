import { countOf } from "../../components/format.ts";
import { Funnel } from "../../components/funnel.tsx";
import { Section } from "../../components/page.tsx";
import { market } from "../../messages/sell-market.ts";
import type { Payload } from "./analytics.tsx";
import { type RunFilter, RunsLink } from "./runs-link.tsx";

const words = market.analytics;

/** From being asked to being booked. */
export function RunsFunnel({ payload }: { readonly payload: Payload }) {
  const { summary, historicalPerformance: history, window } = payload;
  const counted = (count: number, filter: RunFilter = {}) => (
    <RunsLink window={window} filter={filter}>
      {countOf(count)}
    </RunsLink>
  );
  const steps = [
    { name: words.asked, value: summary.totalRuns, filter: {} },
    { name: words.answered, value: summary.okRuns, filter: { resultKind: "ok" } },
    { name: words.wanted, value: history.askRunCount, filter: { asked: "any" } },
    { name: words.bookedRuns, value: history.bookedRunCount, filter: { booked: "true" } },
  ].map(({ filter, ...step }) => ({ ...step, shown: counted(step.value, filter) }));
  return (
    <Section title={words.funnel}>
      <Funnel steps={steps} />
      <p className="mt-3 text-sm text-muted">
        {words.objections}: {counted(summary.priceObjectionCount, { asked: "price" })} · {words.packaging}:{" "}
        {counted(summary.packagingAskCount, { asked: "packaging" })}
      </p>
    </Section>
  );
}
