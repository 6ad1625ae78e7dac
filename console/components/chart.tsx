import { lazy, type ReactNode, Suspense, useState } from "react";
import { shared } from "../messages/shared.ts";
import { Button } from "./button.tsx";
import { Loading } from "./failure.tsx";
import { dayOf } from "./format.ts";
import { Section } from "./page.tsx";
import { Table } from "./table.tsx";

export interface Point {
  /** The day, in UTC. */
  readonly day: string;
  readonly value: number;
}

interface ChartProps {
  readonly title: string;
  readonly note?: ReactNode;
  /** A sentence that describes it, for people who cannot see it. */
  readonly says: string;
  readonly points: readonly Point[];
  readonly show: (value: number) => string;
  /** The same in fewer characters, next to the axis. */
  readonly tick?: (value: number) => string;
  /** A value in the table, where it leads somewhere. */
  readonly cell?: (point: Point) => ReactNode;
}

// uPlot fails as a whole in browsers whose language Intl does not know, such as Chromium's `en-US@posix`.
const Plot = lazy(() =>
  import("./plot.tsx").then(
    ({ Plot }) => ({ default: Plot }),
    () => ({ default: Undrawn }),
  ),
);

function Undrawn() {
  return <p className="text-muted">{shared.failure.chart}</p>;
}

/** A course in time, with its table behind a button. */
export function Chart({ title, note, says, points, show, tick = show, cell }: ChartProps) {
  const [asTable, setAsTable] = useState(false);
  return (
    <Section
      title={title}
      note={note}
      flush={asTable}
      actions={
        <Button onClick={() => setAsTable(!asTable)}>
          {asTable ? shared.actions.showChart : shared.actions.showTable}
        </Button>
      }
    >
      {asTable ? (
        <Table
          label={title}
          rows={points}
          keyOf={({ day }) => day}
          columns={[
            { head: "", cell: ({ day }) => dayOf(day) },
            { head: title, cell: cell ?? (({ value }) => show(value)), figures: true },
          ]}
        />
      ) : (
        <div role="img" aria-label={says}>
          <Suspense fallback={<Loading />}>
            <Plot title={title} points={points} tick={tick} />
          </Suspense>
        </div>
      )}
    </Section>
  );
}
