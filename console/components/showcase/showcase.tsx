import { useState } from "react";
import { showcase as words } from "../../messages/showcase.ts";
import { Button, looksOf } from "../button.tsx";
import { Chart } from "../chart.tsx";
import { Confirm, Dialog } from "../dialog.tsx";
import { moneyOf } from "../format.ts";
import { Menu, MenuItem, MenuLine } from "../menu.tsx";
import { Empty, Page, Section } from "../page.tsx";
import { Timeline } from "../timeline.tsx";
import { Failures, Forms } from "./showcase-forms.tsx";
import { Lists } from "./showcase-lists.tsx";
import { FigureStates, Shares, TableStates, Values } from "./showcase-values.tsx";

const WEIGHTS = ["primary", "secondary", "quiet", "danger"] as const;
const WEEK = [120, 180, 160, 240, 310, 290, 380].map((value, at) => ({ day: `2026-03-0${at + 1}`, value }));

const nothing = () => undefined;
const inDollars = (value: number) => moneyOf(value, "USD");

/** Shows how a changed component looks everywhere. */
export function Showcase() {
  return (
    <Page title={words.title} lead={words.lead}>
      <Type />
      <Buttons />
      <Values />
      <FigureStates />
      <Shares />
      <TableStates />
      <Lists />
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
  const [asking, setAsking] = useState(false);
  const menu = (
    <button type="button" className={looksOf("secondary")}>
      {words.menu}
    </button>
  );
  return (
    <Section title={words.dialog}>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setOpen(true)}>{words.openDialog}</Button>
        <Button onClick={() => setAsking(true)}>{words.openConfirm}</Button>
        <Menu trigger={menu}>
          <MenuItem onSelect={nothing} current>
            {words.name}
          </MenuItem>
          <MenuLine />
          <MenuItem onSelect={nothing}>{words.amount}</MenuItem>
        </Menu>
      </div>
      <Dialog open={open} onClose={() => setOpen(false)} title={words.dialog}>
        <p>{words.dialogText}</p>
      </Dialog>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={words.confirm}
        action={words.weights.danger}
        weight="danger"
        write={{ busy: false, error: null }}
        onConfirm={() => setAsking(false)}
      >
        <p>{words.confirmText}</p>
      </Confirm>
    </Section>
  );
}
