import { useState } from "react";
import { dataOf, type Storefront } from "#client";
import { api } from "../../api/client.ts";
import { useWrite } from "../../api/use-write.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Failure, Loaded } from "../../components/failure.tsx";
import { FileDrop } from "../../components/file-drop.tsx";
import { countOf, moneyOf } from "../../components/format.ts";
import { Section } from "../../components/page.tsx";
import { Table } from "../../components/table.tsx";
import { sell } from "../../messages/sell.ts";
import { shared } from "../../messages/shared.ts";
import { Template } from "./template.tsx";
import { TurnOn } from "./turn-on.tsx";
import { useModular } from "./use-modular.ts";

const words = sell.source;
const PATH = "/api/v2/storefront/inventory-sources/{sourceId}/modular/reports";

/** Delivery by file: for a source without an agent. */
export function Reports({ sourceId }: { readonly sourceId: string }) {
  const [open, setOpen] = useState(false);
  const answer = useModular(sourceId);
  const isOn = answer.data?.modules.some(({ kind, status }) => kind === "REPORTING_IMPORT" && status === "ACTIVE");
  return (
    <Section
      title={words.reports}
      actions={
        isOn && (
          <>
            <Template ask={() => dataOf(api.storefront.GET(`${PATH}/template`, { params: { path: { sourceId } } }))} />
            <Button onClick={() => setOpen(true)}>{words.report}</Button>
          </>
        )
      }
    >
      <Loaded of={answer}>
        {() => (isOn ? <p className="text-muted">{words.reportsText}</p> : <Off sourceId={sourceId} />)}
      </Loaded>
      <Dialog open={open} onClose={() => setOpen(false)} title={words.report} wide>
        <Upload sourceId={sourceId} />
      </Dialog>
    </Section>
  );
}

/** The template's column names, so that it can be filled in and uploaded. */
const COLUMNS = {
  day: "day",
  bookingId: "bookingId",
  upstreamOrderId: "upstreamOrderId",
  availId: "availId",
  impressions: "impressions",
  clicks: "clicks",
  spend: "spend",
  views: "views",
  completedViews: "completedViews",
};

function Off({ sourceId }: { readonly sourceId: string }) {
  return (
    <TurnOn
      sourceId={sourceId}
      contractId="reporting-csv-import:v1"
      title={words.reportsOff}
      text={words.reportsOffText}
      action={words.turnOn}
      field={{ name: "reportCurrency", label: words.currency, initial: "USD" }}
      config={{ columnMapping: COLUMNS }}
    />
  );
}

function Upload({ sourceId }: { readonly sourceId: string }) {
  const [file, setFile] = useState<File | null>(null);
  const send = useWrite((file: File, headers) => {
    const form = new FormData();
    form.append("file", file);
    return dataOf(
      api.storefront.POST(PATH, {
        headers,
        params: { path: { sourceId } },
        body: {},
        bodySerializer: () => form,
      }),
    );
  });
  return (
    <div className="space-y-4">
      <p className="text-muted">{words.reportsText}</p>
      <FileDrop label={words.choose} accept=".csv,.json,.xlsx" onChoose={setFile} />
      {send.error && <Failure error={send.error} />}
      <Button
        weight="primary"
        disabled={file === null}
        busy={send.busy && shared.waiting.saving}
        onClick={() => file && send.write(file)}
      >
        {words.import}
      </Button>
      {send.data && <Imported report={send.data} />}
    </div>
  );
}

function Imported({ report }: { readonly report: Storefront["schemas"]["ModularReport"] }) {
  const { changed, rowCount, deliveredImpressions, spend, currency, rejectedRows, completedWorkItems } = report;
  return (
    <div className="space-y-4">
      <p role="status" className="font-medium">
        {changed ? words.imported(rowCount, countOf(deliveredImpressions), moneyOf(spend, currency)) : words.sameAgain}{" "}
        {completedWorkItems.length > 0 && words.finished(completedWorkItems.length)}
      </p>
      {rejectedRows.length > 0 && (
        <Table
          label={words.wrong}
          rows={rejectedRows.slice(0, 100)}
          keyOf={({ rowNumber, column }) => `${rowNumber} ${column}`}
          columns={[
            { head: words.row, cell: ({ rowNumber }) => rowNumber, figures: true },
            { head: words.column, cell: ({ column }) => column ?? shared.page.none },
            { head: words.wrong, cell: ({ message }) => message },
          ]}
        />
      )}
    </div>
  );
}
