import { dataOf } from "#client";
import { api } from "../api/client.ts";
import { useWrite } from "../api/use-write.ts";
import { Button } from "../components/button.tsx";
import { sentenceOf } from "../components/failure.tsx";
import { momentOf } from "../components/format.ts";
import { shared } from "../messages/shared.ts";
import { useClock } from "./use-now.ts";

const STEPS = [
  { name: shared.sandbox.hour, step: { hours: 1 } },
  { name: shared.sandbox.day, step: { days: 1 } },
  { name: shared.sandbox.week, step: { days: 7 } },
  { name: shared.sandbox.nextDue, step: { toNextDue: true } },
] as const satisfies readonly { readonly name: string; readonly step: Step }[];

interface Step {
  readonly days?: number;
  readonly hours?: number;
  readonly toNextDue?: true;
}

/** Says that nothing is real, and advances the clock. */
export function SandboxBand() {
  const clock = useClock();
  const advance = useWrite((step: Step, headers) =>
    dataOf(api.operator.POST("/api/v2/sandbox/clock", { headers, body: step })),
  );
  const says = advance.error ? sentenceOf(advance.error) : doneBy(advance.data?.happened.length);
  return (
    <section
      aria-label={shared.sandbox.says}
      className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-warn bg-warn-wash px-4 py-1.5 text-sm text-warn"
    >
      <p className="font-medium max-md:sr-only">{shared.sandbox.says}</p>
      <p className="md:ms-auto">{clock.data && shared.sandbox.now(momentOf(clock.data.now))}</p>
      <p role="status" className="empty:hidden">
        {advance.busy ? shared.sandbox.moving : says}
      </p>
      <span className="flex flex-wrap gap-1">
        {STEPS.map(({ name, step }) => (
          <Button key={name} disabled={advance.busy} onClick={() => advance.write(step)}>
            {name}
          </Button>
        ))}
      </span>
    </section>
  );
}

function doneBy(count: number | undefined): string | null {
  return count === undefined ? null : shared.sandbox.happened(count);
}
