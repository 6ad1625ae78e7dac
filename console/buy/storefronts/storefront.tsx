import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { Buyer } from "#client";
import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Button, Go } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Loaded } from "../../components/failure.tsx";
import { Facts, Page, Section } from "../../components/page.tsx";
import { Table } from "../../components/table.tsx";
import { Name, State } from "../../components/values.tsx";
import { buy } from "../../messages/buy.ts";
import { Connect } from "./connect.tsx";

type Shown = Buyer["schemas"]["BuyerStorefront"];
type Source = Shown["sources"][number];

const words = buy.storefront;

export function Storefront() {
  const { storefrontId = "" } = useParams({ strict: false });
  const path = { storefrontId: Number(storefrontId) };
  const answer = useAnswer(["storefront", storefrontId], () =>
    api.buyer.GET("/api/v2/buyer/storefronts/{storefrontId}", { params: { path } }),
  );
  return (
    <Page
      title={answer.data?.name ?? buy.storefronts.name}
      lead={words.lead}
      actions={
        <Go to="/buy/discovery" search={{ storefront: storefrontId }}>
          {words.discover}
        </Go>
      }
    >
      <Loaded of={answer}>
        {(storefront) => (
          <>
            <Section>
              <Facts
                facts={[
                  [words.id, <span className="font-mono text-sm">{storefront.platformId}</span>],
                  [words.domain, <Name>{storefront.publisherDomain ?? ""}</Name>],
                ]}
              />
            </Section>
            <Sources storefront={storefront} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Sources({ storefront }: { readonly storefront: Shown }) {
  const [chosen, setChosen] = useState<Source | null>(null);
  return (
    <Section title={words.sources} flush>
      <Table
        label={words.sources}
        rows={storefront.sources}
        keyOf={({ sourceId }) => sourceId}
        columns={[
          { head: words.source, cell: ({ name }) => <Name>{name}</Name> },
          { head: words.protocol, cell: ({ protocol }) => <Name>{protocol}</Name>, roomy: true },
          { head: words.access, cell: (source) => <Access source={source} /> },
          {
            head: words.accounts,
            cell: ({ customerAccounts }) => <Accounts accounts={customerAccounts} />,
            roomy: true,
          },
          {
            head: words.connect,
            action: true,
            cell: (source) =>
              source.requiresCredentials &&
              !source.connected && <Button onClick={() => setChosen(source)}>{words.connect}</Button>,
          },
        ]}
      />
      <Dialog open={chosen !== null} onClose={() => setChosen(null)} title={words.connectTo(chosen?.name ?? "")}>
        {chosen && <Connect storefrontId={storefront.id} source={chosen} onDone={() => setChosen(null)} />}
      </Dialog>
    </Section>
  );
}

/** One that no longer works says why, and what to do. */
function Accounts({ accounts }: { readonly accounts: Source["customerAccounts"] }) {
  if (accounts.length === 0) return <Name>{null}</Name>;
  return (
    <ul>
      {accounts.map(({ accountIdentifier, status, statusReason }) => (
        <li key={accountIdentifier}>
          <Name>{accountIdentifier}</Name>
          {status === "PENDING" && <span className="block text-sm text-warn">{statusReason ?? words.pending}</span>}
        </li>
      ))}
    </ul>
  );
}

/** What waits for its buyer is told before what works. */
function Access({ source: { requiresCredentials, connected, customerAccounts } }: { readonly source: Source }) {
  if (customerAccounts.some(({ status }) => status === "PENDING"))
    return <State code="pending" label={words.needsYou} />;
  if (!requiresCredentials) return <State code="connected" label={words.free} />;
  return (
    <State code={connected ? "connected" : "needs_setup"} label={connected ? words.connected : words.notConnected} />
  );
}
