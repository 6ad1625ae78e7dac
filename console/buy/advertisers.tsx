import { useState } from "react";
import { AS_CSV, api } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useWrite } from "../api/use-write.ts";
import { Button, TextLink } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Field, Form, type Typed } from "../components/form.tsx";
import { PAGE_SIZE, skipOf, TextFilter, useAddress } from "../components/list.tsx";
import { ListPage } from "../components/list-page.tsx";
import { Day, Name, State } from "../components/values.tsx";
import { buy } from "../messages/buy.ts";
import { useSession } from "../shell/session.ts";

const words = buy.advertisers;

export function Advertisers() {
  const [open, setOpen] = useState(false);
  const [address] = useAddress();
  const { name } = address;
  const filter = name ? { name } : {};
  const query = { take: PAGE_SIZE, skip: skipOf(address), ...filter };
  const answer = useAnswer(["advertisers", query], () =>
    api.buyer.GET("/api/v2/buyer/advertisers", { params: { query } }),
  );
  const create = (
    <Button weight="primary" onClick={() => setOpen(true)}>
      {words.create}
    </Button>
  );
  return (
    <ListPage
      words={words}
      of={answer}
      rowsOf={({ items }) => items}
      keyOf={({ id }) => id}
      csv={{
        name: "advertisers.csv",
        ask: () => api.buyer.GET("/api/v2/buyer/advertisers", { params: { query: filter }, ...AS_CSV }),
      }}
      create={create}
      filters={<TextFilter name="name" label={words.name} />}
      columns={[
        {
          head: words.name,
          cell: ({ id, name }) => (
            <TextLink to="/buy/advertisers/$advertiserId" params={{ advertiserId: id }}>
              <Name>{name}</Name>
            </TextLink>
          ),
        },
        { head: words.brand, cell: ({ brand }) => <Name>{brand ?? ""}</Name>, roomy: true },
        { head: words.currency, cell: ({ primaryCurrency }) => primaryCurrency },
        { head: words.status, cell: ({ status }) => <State code={status} /> },
        { head: words.created, cell: ({ createdAt }) => <Day at={createdAt} />, roomy: true },
      ]}
    >
      <Dialog open={open} onClose={() => setOpen(false)} title={words.create}>
        <CreateAdvertiser onDone={() => setOpen(false)} />
      </Dialog>
    </ListPage>
  );
}

export function CreateAdvertiser({ onDone }: { readonly onDone: () => void }) {
  const { current } = useSession();
  const create = useWrite(
    ({ name = "", brand = "" }: Typed, headers) =>
      api.buyer.POST("/api/v2/buyer/advertisers", {
        headers,
        body: { name, brand, sandbox: current.sandbox },
      }),
    onDone,
  );
  return (
    <Form onSubmit={create.write} write={create} action={words.create} fields={["name", "brand"]}>
      {(errorOf) => (
        <>
          <Field name="name" label={words.name} error={errorOf("name")} />
          <Field name="brand" label={words.brand} hint={words.brandHint} error={errorOf("brand")} />
        </>
      )}
    </Form>
  );
}
