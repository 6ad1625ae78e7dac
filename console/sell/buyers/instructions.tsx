import { useState } from "react";
import { dataOf } from "#client";
import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { useWrite } from "../../api/use-write.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Loaded } from "../../components/failure.tsx";
import { Field, Form, TextArea, type Typed } from "../../components/form.tsx";
import { Section } from "../../components/page.tsx";
import { Table } from "../../components/table.tsx";
import { Name } from "../../components/values.tsx";
import { market } from "../../messages/sell-market.ts";

const words = market.buyers.instructions;

/** What applies to buyers of an agency, a brand or both; and which of it wins for a given one. */
export function Instructions() {
  const [open, setOpen] = useState(false);
  const answer = useAnswer(["instructions"], () => api.storefront.GET("/api/v2/storefront/buyer-instructions"));
  return (
    <Section
      title={words.title}
      note={words.note}
      actions={<Button onClick={() => setOpen(true)}>{words.create}</Button>}
    >
      <div className="space-y-4">
        <Loaded of={answer}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="text-muted">{words.none}</p>
            ) : (
              <Table
                label={words.title}
                rows={items}
                keyOf={({ id }) => id}
                columns={[
                  { head: words.operator, cell: ({ operatorDomain }) => <Name>{operatorDomain}</Name> },
                  { head: words.brand, cell: ({ brandDomain }) => <Name>{brandDomain}</Name> },
                  { head: words.countries, cell: ({ countries }) => countries?.join(", ") ?? words.everywhere },
                  {
                    head: words.discount,
                    cell: ({ discountPercent }) => (discountPercent === null ? "" : words.percent(discountPercent)),
                    figures: true,
                  },
                  { head: words.notes, cell: ({ notes }) => <Name>{notes}</Name>, roomy: true },
                ]}
              />
            )
          }
        </Loaded>
        <Winner />
      </div>
      <Dialog open={open} onClose={() => setOpen(false)} title={words.create}>
        <Create onDone={() => setOpen(false)} />
      </Dialog>
    </Section>
  );
}

function Create({ onDone }: { readonly onDone: () => void }) {
  const create = useWrite(
    ({ operatorDomain, brandDomain, discountPercent, notes }: Typed, headers) =>
      api.storefront.POST("/api/v2/storefront/buyer-instructions", {
        headers,
        body: {
          operatorDomain: operatorDomain || null,
          brandDomain: brandDomain || null,
          discountPercent: discountPercent ? Number(discountPercent) : null,
          notes: notes || null,
          countries: null,
        },
      }),
    onDone,
  );
  return (
    <Form
      onSubmit={create.write}
      write={create}
      action={words.create}
      fields={["operatorDomain", "brandDomain", "discountPercent", "notes"]}
    >
      {(errorOf) => (
        <>
          <Field name="operatorDomain" label={words.operator} error={errorOf("operatorDomain")} optional />
          <Field name="brandDomain" label={words.brand} error={errorOf("brandDomain")} optional />
          <Field
            name="discountPercent"
            type="number"
            label={words.discount}
            error={errorOf("discountPercent")}
            optional
          />
          <TextArea name="notes" label={words.notes} error={errorOf("notes")} optional />
        </>
      )}
    </Form>
  );
}

/** Which of them applies to a given caller, and why. */
function Winner() {
  const resolve = useWrite(({ operatorDomain, brandDomain, country }: Typed) =>
    dataOf(
      api.storefront.GET("/api/v2/storefront/buyer-instructions/resolve", {
        params: {
          query: {
            ...(operatorDomain && { operatorDomain }),
            ...(brandDomain && { brandDomain }),
            ...(country && { country }),
          },
        },
      }),
    ),
  );
  return (
    <div className="rounded-md bg-sunken px-4 py-3">
      <Form
        onSubmit={resolve.write}
        write={resolve}
        action={words.resolve}
        fields={["operatorDomain", "brandDomain", "country"]}
      >
        {(errorOf) => (
          <div className="grid gap-4 sm:grid-cols-3">
            <Field name="operatorDomain" label={words.operator} error={errorOf("operatorDomain")} optional />
            <Field name="brandDomain" label={words.brand} error={errorOf("brandDomain")} optional />
            <Field name="country" label={words.country} error={errorOf("country")} optional />
          </div>
        )}
      </Form>
      <p role="status" className="mt-3 empty:hidden">
        {resolve.data?.explanation}
      </p>
    </div>
  );
}
