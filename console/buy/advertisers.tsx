import { useState } from "react";
import { api } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useWrite } from "../api/use-write.ts";
import { Button, TextLink } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Loaded } from "../components/failure.tsx";
import { Field, Form, type Typed } from "../components/form.tsx";
import { List, PAGE_SIZE, skipOf, TextFilter, useAddress } from "../components/list.tsx";
import { Empty, Page, Section } from "../components/page.tsx";
import { Day, Name, State } from "../components/values.tsx";
import { buy } from "../messages/buy.ts";
import { useSession } from "../shell/session.ts";

const words = buy.advertisers;

export function Advertisers() {
  const [open, setOpen] = useState(false);
  const [address] = useAddress();
  const { name } = address;
  const query = { take: PAGE_SIZE, skip: skipOf(address), ...(name && { name }) };
  const answer = useAnswer(["advertisers", query], () =>
    api.buyer.GET("/api/v2/buyer/advertisers", { params: { query } }),
  );
  const create = (
    <Button weight="primary" onClick={() => setOpen(true)}>
      {words.create}
    </Button>
  );
  return (
    <Page title={words.title} lead={words.lead} actions={create}>
      <Section flush>
        <Loaded of={answer}>
          {({ items, total }) => (
            <List
              label={words.title}
              rows={items}
              total={total}
              keyOf={({ id }) => id}
              filters={<TextFilter name="name" label={words.name} />}
              empty={
                <Empty title={words.emptyTitle} text={words.emptyText}>
                  {create}
                </Empty>
              }
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
            />
          )}
        </Loaded>
      </Section>
      <Dialog open={open} onClose={() => setOpen(false)} title={words.create}>
        <CreateAdvertiser onDone={() => setOpen(false)} />
      </Dialog>
    </Page>
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
