import { useState } from "react";
import type { Operator } from "#client";
import { AS_CSV, api } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useWrite } from "../api/use-write.ts";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Failure } from "../components/failure.tsx";
import { Field, Form, Select, TextArea, type Typed } from "../components/form.tsx";
import { PAGE_SIZE, skipOf, useAddress } from "../components/list.tsx";
import { ListPage } from "../components/list-page.tsx";
import { Moment, Name, State } from "../components/values.tsx";
import { run } from "../messages/run.ts";
import { shared } from "../messages/shared.ts";

type StuckBuy = Operator["schemas"]["StuckBuy"];

const words = run.stuckBuys;

/** What is stuck at any storefront, and the safe ways to continue. */
export function StuckBuys() {
  const [address] = useAddress();
  const query = { take: PAGE_SIZE, skip: skipOf(address) };
  const answer = useAnswer(["stuck-buys", query], () =>
    api.operator.GET("/api/v2/operator/stuck-buys", { params: { query } }),
  );
  return (
    <ListPage
      words={words}
      of={answer}
      rowsOf={({ stuckBuys }) => stuckBuys}
      keyOf={({ id }) => id}
      csv={{
        name: "stuck-buys.csv",
        ask: () => api.operator.GET("/api/v2/operator/stuck-buys", { ...AS_CSV }),
      }}
      columns={[
        { head: words.storefront, cell: ({ storefrontName }) => <Name>{storefrontName}</Name> },
        { head: words.buyer, cell: ({ buyerName }) => <Name>{buyerName}</Name>, roomy: true },
        { head: words.source, cell: ({ sourceName }) => <Name>{sourceName}</Name> },
        {
          head: words.key,
          cell: ({ executionKey }) => <span className="font-mono text-xs break-all">{executionKey}</span>,
          roomy: true,
        },
        { head: words.sent, cell: ({ sentAt }) => <Moment at={sentAt} />, roomy: true },
        { head: words.heard, cell: ({ message }) => <Name>{message}</Name>, roomy: true },
        {
          head: words.state,
          cell: ({ inDoubt }) => (
            <State code={inDoubt ? "FAILED" : "pending"} label={inDoubt ? words.doubt : words.again} />
          ),
        },
        {
          head: words.actions,
          action: true,
          cell: (buy) => (buy.inDoubt ? <Settle buy={buy} /> : <Retry legId={buy.id} />),
        },
      ]}
    />
  );
}

function Retry({ legId }: { readonly legId: string }) {
  const retry = useWrite((_: null, headers) =>
    api.operator.POST("/api/v2/operator/stuck-buys/{legId}/retry", { headers, params: { path: { legId } } }),
  );
  return (
    <>
      {retry.error && <Failure error={retry.error} />}
      <Button busy={retry.busy && shared.waiting.saving} onClick={() => retry.write(null)}>
        {words.retry}
      </Button>
    </>
  );
}

const FIELDS = ["outcome", "upstreamMediaBuyId", "note"];

function Settle({ buy: { id: legId, sourceName } }: { readonly buy: StuckBuy }) {
  const [open, setOpen] = useState(false);
  const settle = useWrite(
    ({ outcome, upstreamMediaBuyId = "", note = "" }: Typed, headers) =>
      api.operator.POST("/api/v2/operator/stuck-buys/{legId}/settle", {
        headers,
        params: { path: { legId } },
        body: outcome === "booked" ? { outcome, upstreamMediaBuyId, note } : { outcome: "not_booked", note },
      }),
    () => setOpen(false),
  );
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-label={`${words.settle}: ${sourceName}`}>
        {words.settle}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={words.settleTitle(sourceName)}>
        <Form onSubmit={settle.write} write={settle} action={words.settle} fields={FIELDS}>
          {(errorOf) => (
            <>
              <p>{words.settleText}</p>
              <Select
                name="outcome"
                label={words.settle}
                options={[
                  ["not_booked", words.notBooked],
                  ["booked", words.booked],
                ]}
                error={errorOf("outcome")}
              />
              <Field name="upstreamMediaBuyId" label={words.upstream} error={errorOf("upstreamMediaBuyId")} optional />
              <TextArea name="note" label={words.note} error={errorOf("note")} />
            </>
          )}
        </Form>
      </Dialog>
    </>
  );
}
