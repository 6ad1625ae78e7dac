import { useState } from "react";
import type { Storefront } from "#client";
import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { useWrite } from "../../api/use-write.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Failure, Loaded } from "../../components/failure.tsx";
import { Field, Form } from "../../components/form.tsx";
import { Section } from "../../components/page.tsx";
import { Table } from "../../components/table.tsx";
import { Name, State } from "../../components/values.tsx";
import { platforms as words } from "../../messages/sell-platforms.ts";
import { shared } from "../../messages/shared.ts";

type Listed = Storefront["schemas"]["StorefrontConnectionAccount"];
type Account = Pick<
  Listed,
  "id" | "connectionId" | "externalAccountId" | "name" | "currency" | "providerStatus" | "accountType" | "isSelected"
> & { readonly mappedAdvertisers: readonly { readonly brandDomain: string | null }[] };

const ACCOUNTS = "/api/v2/storefront/storefront-connections/{connectionId}/accounts";

/** The connection's accounts, and which brand buys under which. */
export function Accounts({ connectionId }: { readonly connectionId: number }) {
  const [chosen, setChosen] = useState<Account | null>(null);
  const params = { path: { connectionId } };
  const answer = useAnswer(["platform-accounts", connectionId], () => api.storefront.GET(ACCOUNTS, { params }));
  const ask = useWrite(async () => api.storefront.GET(ACCOUNTS, { params: { ...params, query: { refresh: "true" } } }));
  return (
    <Section
      title={words.accounts}
      note={words.accountsNote}
      actions={
        <Button busy={ask.busy && shared.waiting.loading} onClick={() => ask.write(null)}>
          {words.ask}
        </Button>
      }
      flush
    >
      {ask.error && <Failure error={ask.error} />}
      <Loaded of={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="px-4 py-4 text-muted">{words.noAccounts}</p>
          ) : (
            <Table
              label={words.accounts}
              rows={items}
              keyOf={({ id }) => id}
              columns={[
                { head: words.account, cell: (account) => <Called account={account} /> },
                { head: words.currency, cell: ({ currency }) => currency, roomy: true },
                { head: words.standing, cell: ({ providerStatus }) => <Standing code={providerStatus} /> },
                { head: words.use, cell: (account) => <Use account={account} />, roomy: true },
                { head: words.brands, cell: (account) => <Brands account={account} /> },
                {
                  head: words.change,
                  action: true,
                  cell: (account) => !isGroup(account) && <Change account={account} onAdd={() => setChosen(account)} />,
                },
              ]}
            />
          )
        }
      </Loaded>
      <Dialog open={chosen !== null} onClose={() => setChosen(null)} title={words.addTitle(nameOf(chosen))}>
        {chosen && <AddBrand account={chosen} onDone={() => setChosen(null)} />}
      </Dialog>
    </Section>
  );
}

function isGroup({ accountType }: Account): boolean {
  return accountType === "organization";
}

function nameOf(account: Account | null): string {
  return account?.name ?? account?.externalAccountId ?? "";
}

function Called({ account }: { readonly account: Account }) {
  return (
    <>
      <Name>{nameOf(account)}</Name>
      <span className="font-mono text-xs text-muted">{account.externalAccountId}</span>
    </>
  );
}

function Standing({ code }: { readonly code: Account["providerStatus"] }) {
  return <State code={code} label={words.standings[code]} />;
}

function Use({ account }: { readonly account: Account }) {
  if (isGroup(account)) return <span className="text-muted">{words.group}</span>;
  return (
    <State
      code={account.isSelected ? "connected" : "needs_setup"}
      label={account.isSelected ? words.chosen : words.notChosen}
    />
  );
}

function Brands({ account }: { readonly account: Account }) {
  const brands = account.mappedAdvertisers.flatMap(({ brandDomain }) => brandDomain ?? []);
  if (isGroup(account)) return null;
  if (brands.length === 0) return <span className="text-muted">{words.noBrands}</span>;
  return (
    <ul className="space-y-1">
      {brands.map((brand) => (
        <li key={brand} className="flex flex-wrap items-center gap-2">
          <Name>{brand}</Name>
          <Remove account={account} brand={brand} />
        </li>
      ))}
    </ul>
  );
}

function pathOf({ id, connectionId }: Account) {
  return { connectionId: Number(connectionId), accountId: Number(id) };
}

function Remove({ account, brand }: { readonly account: Account; readonly brand: string }) {
  const remove = useWrite((_: null, headers) =>
    api.storefront.DELETE(`${ACCOUNTS}/{accountId}/advertiser`, {
      headers,
      params: { path: pathOf(account), query: { brandDomain: brand } },
    }),
  );
  return (
    <Button
      weight="quiet"
      aria-label={words.remove(brand)}
      busy={remove.busy && shared.waiting.saving}
      onClick={() => remove.write(null)}
    >
      {words.take}
    </Button>
  );
}

function Change({ account, onAdd }: { readonly account: Account; readonly onAdd: () => void }) {
  const choose = useWrite((_: null, headers) =>
    api.storefront.PATCH(`${ACCOUNTS}/{accountId}/select`, { headers, params: { path: pathOf(account) } }),
  );
  return (
    <span className="inline-flex flex-wrap justify-end gap-2">
      {!account.isSelected && (
        <Button busy={choose.busy && shared.waiting.saving} onClick={() => choose.write(null)}>
          {words.choose}
        </Button>
      )}
      <Button onClick={onAdd}>{words.addBrand}</Button>
    </span>
  );
}

function AddBrand({ account, onDone }: { readonly account: Account; readonly onDone: () => void }) {
  const add = useWrite(
    ({ brandDomain = "" }: { readonly brandDomain?: string }, headers) =>
      api.storefront.POST(`${ACCOUNTS}/{accountId}/advertiser`, {
        headers,
        params: { path: pathOf(account) },
        body: { brandDomain },
      }),
    onDone,
  );
  return (
    <Form onSubmit={add.write} write={add} action={words.addBrand} fields={["brandDomain"]}>
      {(errorOf) => (
        <Field name="brandDomain" label={words.brand} hint={words.brandHint} error={errorOf("brandDomain")} />
      )}
    </Form>
  );
}
