import { useState } from "react";
import type { Buyer } from "#client";
import { api } from "../../api/client.ts";
import { useWrite } from "../../api/use-write.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Failure } from "../../components/failure.tsx";
import { Section } from "../../components/page.tsx";
import { Table } from "../../components/table.tsx";
import { Name, State } from "../../components/values.tsx";
import { advertiser } from "../../messages/advertiser.ts";
import type { Shown } from "./advertiser.tsx";
import { GiveAccount } from "./give-account.tsx";

type Account = Buyer["schemas"]["LinkedAccount"];

const words = advertiser.accounts;

export function Accounts({ shown: { id, linkedAccounts } }: { readonly shown: Shown }) {
  const [open, setOpen] = useState(false);
  const take = useWrite(({ linkId }: Account, headers) =>
    api.buyer.DELETE("/api/v2/buyer/advertisers/{advertiserId}/accounts/{linkId}", {
      headers,
      params: { path: { advertiserId: id, linkId } },
    }),
  );
  return (
    <Section
      title={words.title}
      note={words.note}
      actions={<Button onClick={() => setOpen(true)}>{words.give}</Button>}
      flush
    >
      {take.error && <Failure error={take.error} />}
      {linkedAccounts.length === 0 ? (
        <p className="px-4 py-4 text-muted">{words.none}</p>
      ) : (
        <Table
          label={words.title}
          rows={linkedAccounts}
          keyOf={({ linkId }) => linkId}
          columns={[
            { head: words.account, cell: ({ accountId, name }) => <Name>{name ?? accountId}</Name> },
            { head: words.source, cell: ({ sources }) => <Name>{placeOf(sources)}</Name> },
            { head: words.billing, cell: ({ billingType }) => <Name>{billingType}</Name>, roomy: true },
            { head: words.status, cell: ({ status }) => <State code={status} /> },
            {
              head: words.actions,
              action: true,
              cell: (account) => <Button onClick={() => take.write(account)}>{words.take}</Button>,
            },
          ]}
        />
      )}
      <Dialog open={open} onClose={() => setOpen(false)} title={words.give}>
        <GiveAccount advertiserId={id} onDone={() => setOpen(false)} />
      </Dialog>
    </Section>
  );
}

const placeOf = (sources: Account["sources"]) =>
  sources.map(({ storefrontName, sourceName }) => `${storefrontName} · ${sourceName}`).join(", ");
