import { countOf } from "../../components/format.ts";
import { Section } from "../../components/page.tsx";
import { market } from "../../messages/sell-market.ts";
import type { Payload } from "./analytics.tsx";

const words = market.analytics;

/** How many of those who asked came how far; each step is a number first, and a bar beside it. */
export function Funnel({ payload: { summary, historicalPerformance: history } }: { readonly payload: Payload }) {
  const steps = [
    { name: words.asked, value: summary.totalRuns },
    { name: words.answered, value: summary.okRuns },
    { name: words.wanted, value: history.askRunCount },
    { name: words.bookedRuns, value: history.bookedRunCount },
  ];
  const most = Math.max(...steps.map(({ value }) => value), 1);
  return (
    <Section title={words.funnel}>
      <table className="w-full">
        <tbody>
          {steps.map(({ name, value }) => (
            <tr key={name}>
              <th scope="row" className="w-1/3 py-1 pe-4 text-start font-normal">
                {name}
              </th>
              <td className="w-16 py-1 pe-4 text-end font-medium">{countOf(value)}</td>
              <td className="py-1" aria-hidden="true">
                <span className="block h-4 rounded-sm bg-accent" style={{ width: `${(value / most) * 100}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 text-sm text-muted">
        {words.objections}: {countOf(summary.priceObjectionCount)} · {words.packaging}:{" "}
        {countOf(summary.packagingAskCount)}
      </p>
    </Section>
  );
}
