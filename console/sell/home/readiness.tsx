import type { Storefront } from "#client";
import { Section } from "../../components/page.tsx";
import { State } from "../../components/values.tsx";
import { sell } from "../../messages/sell.ts";

const words = sell.home;

/** What is complete and what is missing, blockers first. */
export function Readiness({
  readiness,
}: {
  readonly readiness: Pick<Storefront["schemas"]["StorefrontReadiness"], "checks" | "status">;
}) {
  const isReady = readiness.status === "ready";
  const rank = ({ isBlocker, status }: (typeof readiness.checks)[number]) =>
    status === "complete" ? 2 : isBlocker ? 0 : 1;
  const checks = readiness.checks.toSorted((a, b) => rank(a) - rank(b));
  const list = (
    <ul className="grid gap-x-6 gap-y-3 md:grid-cols-2">
      {checks.map(({ id, name, details, description, status, isBlocker }) => (
        <li key={id} className="flex items-start justify-between gap-3">
          <div className="min-w-0">
            <p className="font-medium">{name}</p>
            <p className="text-sm text-muted first-letter:uppercase">{details ?? description}</p>
          </div>
          <State code={status} label={isBlocker && status !== "complete" ? words.blocks : undefined} />
        </li>
      ))}
    </ul>
  );
  return (
    <Section
      title={words.readiness}
      actions={<State code={isReady ? "complete" : "missing"} label={isReady ? words.ready : words.blocked} />}
    >
      {isReady ? (
        // Nothing here needs attention now; it is shown for those who want to know.
        <details>
          <summary className="text-muted">{words.checks(checks.length)}</summary>
          <div className="pt-4">{list}</div>
        </details>
      ) : (
        list
      )}
    </Section>
  );
}
