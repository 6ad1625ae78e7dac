import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { Buyer } from "#client";
import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { useWrite } from "../../api/use-write.ts";
import { Button, Go } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Loaded } from "../../components/failure.tsx";
import { Field, Form } from "../../components/form.tsx";
import { Facts, Page, Section } from "../../components/page.tsx";
import { Table } from "../../components/table.tsx";
import { Name, State } from "../../components/values.tsx";
import { buy } from "../../messages/buy.ts";

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
          { head: words.protocol, cell: ({ protocol }) => protocol ?? "", roomy: true },
          { head: words.access, cell: (source) => <Access source={source} /> },
          {
            head: words.accounts,
            cell: ({ customerAccounts }) => customerAccounts.map((one) => one.accountIdentifier).join(", "),
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

function Access({ source: { requiresCredentials, connected } }: { readonly source: Source }) {
  if (!requiresCredentials) return <State code="connected" label={words.free} />;
  return (
    <State code={connected ? "connected" : "needs_setup"} label={connected ? words.connected : words.notConnected} />
  );
}

interface ConnectProps {
  readonly storefrontId: number;
  readonly source: Source;
  readonly onDone: () => void;
}

function Connect({ storefrontId, source, onDone }: ConnectProps) {
  const connect = useWrite(
    (
      { accountIdentifier = "", token = "" }: { readonly accountIdentifier?: string; readonly token?: string },
      headers,
    ) =>
      api.buyer.POST("/api/v2/buyer/storefronts/{storefrontId}/sources/{sourceId}/credentials", {
        headers,
        params: { path: { storefrontId, sourceId: source.sourceId } },
        body: { accountIdentifier, auth: { type: "api_key", token } },
      }),
    onDone,
  );
  return (
    <Form onSubmit={connect.write} write={connect} action={words.connect} fields={["accountIdentifier", "auth.token"]}>
      {(errorOf) => (
        <>
          <p className="text-muted">{words.connectText}</p>
          <Field
            name="accountIdentifier"
            label={words.account}
            hint={words.accountHint}
            error={errorOf("accountIdentifier")}
          />
          <Field name="token" type="password" label={words.key} error={errorOf("auth.token")} />
        </>
      )}
    </Form>
  );
}
