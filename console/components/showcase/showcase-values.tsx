import { showcase as words } from "../../messages/showcase.ts";
import { Bar, Figure, Figures } from "../figure.tsx";
import { Funnel } from "../funnel.tsx";
import { Facts, Section } from "../page.tsx";
import { Qr } from "../qr.tsx";
import { Table } from "../table.tsx";
import { Count, Day, Flight, Identifier, Moment, Money, Name, Share, State } from "../values.tsx";

const STATES = ["ACTIVE", "DRAFT", "PENDING_APPROVAL", "FAILED", "PAUSED", "IN_PROGRESS", "LISTED", "needs_setup"];
const PRODUCT = "main:display_automotive_in_article";
const AT = "2026-03-01T09:30:00Z";

export function Values() {
  return (
    <>
      <Section title={words.states}>
        <div className="flex flex-wrap gap-2">
          {STATES.map((code) => (
            <State key={code} code={code} />
          ))}
        </div>
      </Section>
      <Section title={words.values}>
        <ul className="space-y-1">
          <li>
            <Money amount={1234.5} currency="EUR" /> · <Money amount={null} currency="EUR" />
          </li>
          <li>
            <Count value={1_234_567} /> · <Share value={0.0273} />
          </li>
          <li>
            <Day at={AT} /> · <Moment at={AT} /> · <Flight from={AT} to="2026-04-01T00:00:00Z" />
          </li>
          <li className="max-w-40">
            <Identifier>{PRODUCT}</Identifier>
          </li>
          <li className="max-w-xs">
            <Name>{words.long}</Name>
          </li>
        </ul>
      </Section>
    </>
  );
}

export function FigureStates() {
  return (
    <Section title={words.figures}>
      <Figures>
        <Figure
          label={words.figure}
          value={<Money amount={48_210.4} currency="USD" />}
          note={words.hint}
          course={[3, 5, 4, 8, 9, 7, 12]}
        />
        <Figure label={words.figure} value={<Money amount={null} currency="USD" />} />
      </Figures>
    </Section>
  );
}

const JOIN = "https://interchange.example/join/northwind";
const SHARES = [
  { name: "sold", value: 30, look: "bg-accent" },
  { name: "held", value: 20, look: "bg-warn" },
  { name: "free", value: 50, look: "bg-sunken" },
];

export function Shares() {
  return (
    <>
      <Section title={words.facts}>
        <Facts
          facts={[
            [words.name, <Name>{words.long}</Name>],
            [words.amount, <Money amount={1_204.5} currency="USD" />],
            [words.field, <Name>{null}</Name>],
          ]}
        />
      </Section>
      <Section title={words.funnel}>
        <Funnel steps={[90, 40, 12, 0].map((value, at) => ({ name: words.step(at + 1), value }))} />
      </Section>
      <Section title={words.shares}>
        <Bar label={words.shares} parts={SHARES} />
      </Section>
      <Section title={words.qr}>
        <Qr text={JOIN} label={JOIN} />
      </Section>
    </>
  );
}

export function TableStates() {
  const rows = [
    { name: "Northwind Media", amount: 1_204.5 },
    { name: words.long, amount: 98_310 },
  ];
  return (
    <Section title={words.table} flush>
      <Table
        label={words.table}
        rows={rows}
        keyOf={({ name }) => name}
        columns={[
          { head: words.name, cell: ({ name }) => <Name>{name}</Name> },
          { head: words.amount, cell: ({ amount }) => <Money amount={amount} currency="USD" />, figures: true },
        ]}
      />
    </Section>
  );
}
