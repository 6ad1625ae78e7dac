import { useState } from "react";
import { api } from "../../api/client.ts";
import { useWrite } from "../../api/use-write.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field, Form, type Typed } from "../../components/form.tsx";
import { Section } from "../../components/page.tsx";
import { Table } from "../../components/table.tsx";
import { Moment, Name, State } from "../../components/values.tsx";
import { advertiser } from "../../messages/advertiser.ts";
import type { Shown } from "./advertiser.tsx";

const words = advertiser.events;

export function EventSources({ shown: { id, eventSources } }: { readonly shown: Shown }) {
  const [open, setOpen] = useState(false);
  return (
    <Section
      title={words.title}
      note={words.note}
      actions={<Button onClick={() => setOpen(true)}>{words.add}</Button>}
      flush
    >
      {eventSources.length === 0 ? (
        <p className="px-4 py-4 text-muted">{words.none}</p>
      ) : (
        <Table
          label={words.title}
          rows={eventSources}
          keyOf={({ eventSourceId }) => eventSourceId}
          columns={[
            { head: words.name, cell: ({ name }) => <Name>{name}</Name> },
            { head: words.types, cell: ({ eventTypes }) => eventTypes?.join(", ") ?? words.every, roomy: true },
            {
              head: words.health,
              cell: ({ health: { status, lastError } }) => (
                <span title={lastError ?? undefined}>
                  <State code={status} label={words.states[status]} />
                </span>
              ),
            },
            { head: words.last, cell: ({ health }) => <Moment at={health.lastEventAt} />, roomy: true },
          ]}
        />
      )}
      <Dialog open={open} onClose={() => setOpen(false)} title={words.add}>
        <NewSource advertiserId={id} onDone={() => setOpen(false)} />
      </Dialog>
    </Section>
  );
}

interface NewSourceProps {
  readonly advertiserId: string;
  readonly onDone: () => void;
}

function NewSource({ advertiserId, onDone }: NewSourceProps) {
  const add = useWrite(
    ({ id = "", name, domains = "" }: Typed, headers) =>
      api.buyer.POST("/api/v2/buyer/advertisers/{advertiserId}/event-sources/sync", {
        headers,
        params: { path: { advertiserId } },
        body: {
          account: { account_id: advertiserId },
          event_sources: [
            { event_source_id: id, ...(name && { name }), ...(domains && { allowed_domains: listOf(domains) }) },
          ],
        },
      }),
    onDone,
  );
  return (
    <Form
      onSubmit={add.write}
      write={add}
      action={words.add}
      fields={["event_sources.0.event_source_id", "event_sources.0.name", "event_sources.0.allowed_domains"]}
    >
      {(errorOf) => (
        <>
          <Field name="id" label={words.id} hint={words.idHint} error={errorOf("event_sources.0.event_source_id")} />
          <Field name="name" label={words.name} error={errorOf("event_sources.0.name")} optional />
          <Field
            name="domains"
            label={words.domains}
            hint={words.domainsHint}
            error={errorOf("event_sources.0.allowed_domains")}
            optional
          />
        </>
      )}
    </Form>
  );
}

const listOf = (text: string) =>
  text
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
