import { useState } from "react";
import type { Storefront } from "#client";
import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Button, TextLink } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Loaded } from "../../components/failure.tsx";
import { Empty, Page, Section } from "../../components/page.tsx";
import { type Column, Table } from "../../components/table.tsx";
import { Moment, Name, State } from "../../components/values.tsx";
import { sell } from "../../messages/sell.ts";
import { AddSource } from "./add-source.tsx";

const words = sell.sources;

export function Sources() {
  const [open, setOpen] = useState(false);
  const answer = useAnswer(["sources"], () => api.storefront.GET("/api/v2/storefront/inventory-sources"));
  const add = (
    <Button weight="primary" onClick={() => setOpen(true)}>
      {words.add}
    </Button>
  );
  return (
    <Page title={words.title} lead={words.lead} actions={add}>
      <Section flush>
        <Loaded of={answer}>
          {(sources) =>
            sources.length === 0 ? (
              <Empty title={words.emptyTitle} text={words.emptyText}>
                {add}
              </Empty>
            ) : (
              <Table label={words.title} rows={sources} keyOf={({ sourceId }) => sourceId} columns={COLUMNS} />
            )
          }
        </Loaded>
      </Section>
      <Dialog open={open} onClose={() => setOpen(false)} title={words.add}>
        <AddSource onDone={() => setOpen(false)} />
      </Dialog>
    </Page>
  );
}

const COLUMNS: readonly Column<Omit<Storefront["schemas"]["InventorySource"], "managedSa">>[] = [
  {
    head: words.name,
    cell: ({ sourceId, name }) => (
      <TextLink to="/sell/sources/$sourceId" params={{ sourceId }}>
        <Name>{name}</Name>
      </TextLink>
    ),
  },
  {
    head: words.kind,
    cell: ({ executionType, simulation }) => words.kinds[simulation ? "SIMULATED" : executionType],
  },
  { head: words.status, cell: ({ status }) => <State code={status} /> },
  {
    head: words.health,
    cell: ({ connectionError, connectedAt }) => {
      if (connectionError) return <span className="text-bad">{connectionError}</span>;
      return connectedAt ? <State code="healthy" /> : <Name>{null}</Name>;
    },
    roomy: true,
  },
  { head: words.lastTalk, cell: ({ connectedAt }) => <Moment at={connectedAt} />, roomy: true },
];
