import { useState } from "react";
import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Loaded } from "../../components/failure.tsx";
import { Section } from "../../components/page.tsx";
import { Table } from "../../components/table.tsx";
import { Count, Moment, Name } from "../../components/values.tsx";
import { advertiser } from "../../messages/advertiser.ts";
import { AddCatalog } from "./add-catalog.tsx";

const words = advertiser.catalogs;
const MOST = 100;

export function Catalogs({ advertiserId }: { readonly advertiserId: string }) {
  const [open, setOpen] = useState(false);
  const answer = useAnswer(["catalogs", advertiserId], () =>
    api.buyer.GET("/api/v2/buyer/advertisers/{advertiserId}/catalogs", {
      params: { path: { advertiserId }, query: { take: MOST } },
    }),
  );
  return (
    <Section
      title={words.title}
      note={words.note}
      actions={<Button onClick={() => setOpen(true)}>{words.add}</Button>}
      flush
    >
      <Loaded of={answer}>
        {({ catalogs }) =>
          catalogs.length === 0 ? (
            <p className="px-4 py-4 text-muted">{words.none}</p>
          ) : (
            <Table
              label={words.title}
              rows={catalogs}
              keyOf={({ catalogId }) => catalogId}
              columns={[
                { head: words.name, cell: ({ name }) => <Name>{name}</Name> },
                { head: words.type, cell: ({ type }) => words.types[type] ?? type },
                { head: words.items, cell: ({ itemCount }) => <Count value={itemCount} />, figures: true },
                { head: words.read, cell: ({ lastSyncedAt }) => <Moment at={lastSyncedAt} />, roomy: true },
                { head: words.feed, cell: ({ url, feedWarning }) => <Name>{feedWarning ?? url}</Name>, roomy: true },
              ]}
            />
          )
        }
      </Loaded>
      <Dialog open={open} onClose={() => setOpen(false)} title={words.add} wide>
        <AddCatalog advertiserId={advertiserId} />
      </Dialog>
    </Section>
  );
}
