import { useId, useState } from "react";
import { type Buyer, dataOf } from "#client";
import { api } from "../../api/client.ts";
import { useWrite } from "../../api/use-write.ts";
import { Button } from "../../components/button.tsx";
import { Field, Form, Select, TextArea, type Typed } from "../../components/form.tsx";
import { Table } from "../../components/table.tsx";
import { Name } from "../../components/values.tsx";
import { advertiser } from "../../messages/advertiser.ts";
import { itemsIn } from "./items.ts";

type Synced = Buyer["schemas"]["CatalogsSynced"]["catalogs"][number];
type CatalogType = Buyer["schemas"]["CatalogType"];

const words = advertiser.catalogs;
const FIELDS = ["catalogs.0.catalog_id", "catalogs.0.url", "catalogs.0.items"];
const TYPES = Object.entries(words.types);

/** Items that are pasted, chosen as a file, or read from a feed; afterwards, the result for each refused item. */
export function AddCatalog({ advertiserId }: { readonly advertiserId: string }) {
  const [file, setFile] = useState("");
  const add = useWrite(async ({ id = "", type, url = "", items = "" }: Typed, headers) => {
    const content = url ? { url } : { items: await itemsIn(file || items) };
    const answer = await dataOf(
      api.buyer.POST("/api/v2/buyer/advertisers/{advertiserId}/catalogs/sync", {
        headers,
        params: { path: { advertiserId } },
        body: {
          account: { account_id: advertiserId },
          catalogs: [{ catalog_id: id, type: type as CatalogType, ...content }],
          validation_mode: "lenient",
        },
      }),
    );
    return "catalogs" in answer ? answer.catalogs[0] : undefined;
  });
  if (add.data) return <Became catalog={add.data} onAnother={add.reset} />;
  return (
    <Form onSubmit={add.write} write={add} action={words.add} fields={FIELDS}>
      {(errorOf) => (
        <>
          <Field name="id" label={words.id} hint={words.idHint} error={errorOf("catalogs.0.catalog_id")} />
          <Select name="type" label={words.type} options={TYPES} initial="product" />
          <Field
            name="url"
            type="url"
            label={words.feedUrl}
            hint={words.feedHint}
            error={errorOf("catalogs.0.url")}
            optional
          />
          <ChooseFile onRead={setFile} />
          <TextArea
            name="items"
            rows={6}
            label={words.paste}
            hint={words.pasteHint}
            error={errorOf("catalogs.0.items")}
            optional
          />
        </>
      )}
    </Form>
  );
}

function ChooseFile({ onRead }: { readonly onRead: (text: string) => void }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {words.file}
      </label>
      <input
        id={id}
        type="file"
        accept=".json,.csv,.tsv,.txt"
        onChange={({ target }) => void target.files?.[0]?.text().then(onRead)}
        className="block max-w-full"
      />
    </div>
  );
}

function Became({ catalog, onAnother }: { readonly catalog: Synced; readonly onAnother: () => void }) {
  const { item_count: count, item_issues: issues = [], error, warnings = [] } = catalog;
  return (
    <div className="space-y-4">
      <p role="status" className={`font-medium ${error ? "text-bad" : ""}`}>
        {error ?? (typeof count === "number" ? words.becameOf(count) : words.willBeRead)}
      </p>
      {warnings.map((warning) => (
        <p key={warning}>{warning}</p>
      ))}
      {issues.length > 0 && (
        <>
          <p>{words.refused(issues.length)}</p>
          <Table
            label={words.refused(issues.length)}
            rows={issues}
            keyOf={({ item_id }) => item_id}
            columns={[
              { head: words.item, cell: ({ item_id }) => <Name>{item_id}</Name> },
              { head: words.why, cell: ({ reasons }) => reasons.join("; ") },
            ]}
          />
        </>
      )}
      <Button onClick={onAnother}>{words.another}</Button>
    </div>
  );
}
