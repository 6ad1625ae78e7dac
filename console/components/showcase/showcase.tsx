import { useState } from "react";
import { showcase as words } from "../../messages/showcase.ts";
import { Button } from "../button.tsx";
import { Chart } from "../chart.tsx";
import { Dialog } from "../dialog.tsx";
import { moneyOf } from "../format.ts";
import { Empty, Page, Section } from "../page.tsx";
import { Timeline } from "../timeline.tsx";
import { Failures, Forms } from "./showcase-forms.tsx";
import { FigureStates, TableStates, Values } from "./showcase-values.tsx";

const WEIGHTS = ["primary", "secondary", "quiet", "danger"] as const;
const WEEK = [120, 180, 160, 240, 310, 290, 380].map((value, at) => ({ day: `2026-03-0${at + 1}`, value }));

const inDollars = (value: number) => moneyOf(value, "USD");

/** Shows how a changed component looks everywhere. */
export function Showcase() {
  return (
    <Page title={words.title} lead={words.lead}>
      <Type />
      <Buttons />
      <Values />
      <FigureStates />
      <TableStates />
      <Forms />
      <Failures />
      <Section title={words.empty}>
        <Empty title={words.emptyTitle} text={words.emptyText}>
          <Button weight="primary">{words.weights.primary}</Button>
        </Empty>
      </Section>
      <Section title={words.timeline}>
        <Timeline
          happenings={[1, 2].map((day) => ({
            id: String(day),
            at: `2026-03-0${day}T09:30:00Z`,
            title: words.happened,
            detail: words.detail,
          }))}
        />
      </Section>
      <Chart title={words.chart} says={words.chartSays} points={WEEK} show={inDollars} />
      <Dialogs />
    </Page>
  );
}

function Type() {
  const { sizes } = words;
  return (
    <Section title={words.type}>
      <p className="text-xs">{sizes.small}</p>
      <p className="text-sm">{sizes.note}</p>
      <p className="text-base">{sizes.text}</p>
      <p className="text-lg font-semibold">{sizes.title}</p>
      <p className="text-xl font-semibold">{sizes.page}</p>
      <p className="text-2xl font-semibold">{sizes.sign}</p>
    </Section>
  );
}

function Buttons() {
  return (
    <Section title={words.buttons}>
      <div className="flex flex-wrap gap-2">
        {WEIGHTS.map((weight) => (
          <Button key={weight} weight={weight}>
            {words.weights[weight]}
          </Button>
        ))}
        <Button disabled>{words.disabled}</Button>
        <Button weight="primary" busy={words.busy} />
      </div>
    </Section>
  );
}

function Dialogs() {
  const [open, setOpen] = useState(false);
  return (
    <Section title={words.dialog}>
      <Button onClick={() => setOpen(true)}>{words.openDialog}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={words.dialog}>
        <p>{words.dialogText}</p>
      </Dialog>
    </Section>
  );
}
