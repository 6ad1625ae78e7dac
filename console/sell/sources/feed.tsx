import { useState } from "react";
import { dataOf, type Storefront } from "#client";
import { api } from "../../api/client.ts";
import { useWrite } from "../../api/use-write.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Failure } from "../../components/failure.tsx";
import { FileDrop } from "../../components/file-drop.tsx";
import { Table } from "../../components/table.tsx";
import { sell } from "../../messages/sell.ts";
import { shared } from "../../messages/shared.ts";
import { Template } from "./template.tsx";

type Preview = Storefront["schemas"]["ModularAvailsPreview"];

const words = sell.source;
const TEMPLATE = "/api/v2/storefront/inventory-sources/{sourceId}/modular/avails-feed/template";
const UPLOAD = "/api/v2/storefront/inventory-sources/{sourceId}/modular/avails-feed/upload";

/** A file's effects are shown before anything changes. */
export function Feed({ sourceId }: { readonly sourceId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Template ask={() => dataOf(api.storefront.GET(TEMPLATE, { params: { path: { sourceId } } }))} />
      <Button weight="primary" onClick={() => setOpen(true)}>
        {words.feed}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={words.feedTitle} wide>
        <Upload sourceId={sourceId} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Upload({ sourceId, onDone }: { readonly sourceId: string; readonly onDone: () => void }) {
  const params = { path: { sourceId } };
  const preview = useWrite((file: File, headers) => {
    const form = new FormData();
    form.append("file", file);
    return dataOf(api.storefront.POST(UPLOAD, { headers, params, body: {}, bodySerializer: () => form }));
  });
  return (
    <div className="space-y-4">
      <FileDrop label={words.choose} accept=".csv,.json,.xlsx" onChoose={preview.write} />
      {preview.busy && <p role="status">{shared.waiting.loading}</p>}
      {preview.error && <Failure error={preview.error} />}
      {preview.data && <Previewed sourceId={sourceId} preview={preview.data} onDone={onDone} />}
    </div>
  );
}

interface PreviewedProps {
  readonly sourceId: string;
  readonly preview: Preview;
  readonly onDone: () => void;
}

function Previewed({ sourceId, preview, onDone }: PreviewedProps) {
  const [replaces, setReplaces] = useState(false);
  const params = { path: { sourceId } };
  const { uploadId, parsedAvailCount, rejectedRowCount } = preview;
  const commit = useWrite(
    (_: boolean, headers) =>
      api.storefront.POST("/api/v2/storefront/inventory-sources/{sourceId}/modular/avails-feed", {
        headers,
        params,
        body: { confirmed: true, uploadId, fullReplacement: replaces },
      }),
    onDone,
  );
  return (
    <div className="space-y-4">
      <p role="status" className="font-medium">
        {words.previewed(parsedAvailCount, rejectedRowCount)}
      </p>
      {rejectedRowCount > 0 && <Wrong preview={preview} />}
      {commit.error && <Failure error={commit.error} />}
      <label className="flex items-center gap-2">
        <input type="checkbox" checked={replaces} onChange={({ target }) => setReplaces(target.checked)} />
        {words.replaces}
      </label>
      <Button
        weight="primary"
        disabled={parsedAvailCount === 0}
        busy={commit.busy && shared.waiting.saving}
        onClick={() => commit.write(replaces)}
      >
        {words.commit(parsedAvailCount)}
      </Button>
    </div>
  );
}

/** Row, column, what is wrong, how to mend it. */
function Wrong({ preview: { rejectedRows } }: { readonly preview: Preview }) {
  const diagnostics = rejectedRows.flatMap(({ diagnostics }) => diagnostics);
  return (
    <Table
      label={words.wrong}
      rows={diagnostics.slice(0, 100)}
      keyOf={({ rowNumber, field, code }) => `${rowNumber} ${field} ${code}`}
      columns={[
        { head: words.row, cell: ({ rowNumber }) => rowNumber, figures: true },
        { head: words.column, cell: ({ column, field }) => column ?? field },
        { head: words.wrong, cell: ({ message }) => message },
        { head: words.mend, cell: ({ mend }) => mend },
      ]}
    />
  );
}
