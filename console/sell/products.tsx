import { useState } from "react";
import { dataOf, type Storefront } from "#client";
import { api } from "../api/client.ts";
import { useWrite } from "../api/use-write.ts";
import { Button } from "../components/button.tsx";
import { Field, Form, TextArea, type Typed } from "../components/form.tsx";
import { Page, Section } from "../components/page.tsx";
import { Table } from "../components/table.tsx";
import { Money, Name } from "../components/values.tsx";
import { sell } from "../messages/sell.ts";
import { stateWord } from "../messages/shared.ts";

type Preview = Storefront["schemas"]["ProductPreview"];

const words = sell.products;

/** What buyers are shown: one, or two side by side. */
export function Products() {
  const [beside, setBeside] = useState(false);
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={!beside && <Button onClick={() => setBeside(true)}>{words.beside}</Button>}
    >
      <div className={`grid items-start gap-6 ${beside ? "xl:grid-cols-2" : ""}`}>
        <Trial title={words.one} />
        {beside && <Trial title={words.other} />}
      </div>
    </Page>
  );
}

function Trial({ title }: { readonly title: string }) {
  const attempt = useWrite(({ brief, operatorDomain, brandDomain, country }: Typed, headers) =>
    dataOf(
      api.storefront.POST("/api/v2/storefront/product-rules/preview", {
        headers,
        body: {
          ...(brief && { brief }),
          ...(operatorDomain && { operatorDomain }),
          ...(brandDomain && { brandDomain }),
          ...(country && { country }),
        },
      }),
    ),
  );
  return (
    <div className="min-w-0 space-y-6">
      <Section title={title}>
        <Form
          onSubmit={attempt.write}
          write={attempt}
          action={words.try}
          fields={["brief", "operatorDomain", "brandDomain", "country"]}
        >
          {(errorOf) => (
            <>
              <TextArea name="brief" label={words.brief} hint={words.briefHint} error={errorOf("brief")} rows={3} />
              <div className="grid gap-4 sm:grid-cols-3">
                <Field name="operatorDomain" label={words.operator} error={errorOf("operatorDomain")} optional />
                <Field name="brandDomain" label={words.brand} error={errorOf("brandDomain")} optional />
                <Field
                  name="country"
                  label={words.country}
                  hint={words.countryHint}
                  error={errorOf("country")}
                  optional
                />
              </div>
            </>
          )}
        </Form>
      </Section>
      {attempt.data && <Shown preview={attempt.data} />}
    </div>
  );
}

function Shown({ preview: { products, exclusions, missing } }: { readonly preview: Preview }) {
  return (
    <>
      <Section title={`${words.shown} (${products.length})`} flush>
        {products.length === 0 ? (
          <p className="px-4 py-4 text-muted">{words.none}</p>
        ) : (
          <Table
            label={words.shown}
            rows={products}
            keyOf={({ sourceId, productId }) => `${sourceId} ${productId}`}
            columns={[
              { head: words.product, cell: ({ name }) => <Name>{name}</Name> },
              { head: words.why, cell: ({ reasoning }) => <span className="line-clamp-3 text-sm">{reasoning}</span> },
              { head: words.price, cell: ({ prices }) => <Price price={prices[0]} />, figures: true },
            ]}
          />
        )}
      </Section>
      {exclusions.length > 0 && (
        <Section title={`${words.excluded} (${exclusions.length})`} flush>
          <Table
            label={words.excluded}
            rows={exclusions}
            keyOf={({ productId, by, ruleId }) => `${productId} ${by} ${ruleId}`}
            columns={[
              { head: words.product, cell: ({ productId }) => <span className="font-mono text-sm">{productId}</span> },
              { head: words.by, cell: ({ by, ruleId }) => [stateWord(by), ruleId].filter(Boolean).join(", ") },
              { head: words.reason, cell: ({ reason }) => reason },
            ]}
          />
        </Section>
      )}
      {missing.length > 0 && (
        <Section title={words.silent}>
          {missing.map(({ source, message }) => (
            <p key={source}>
              {source}: {message}
            </p>
          ))}
        </Section>
      )}
    </>
  );
}

function Price({ price }: { readonly price: Preview["products"][number]["prices"][number] | undefined }) {
  if (!price) return null;
  const { fixedPrice, floorPrice, currency, pricingModel, raised } = price;
  return (
    <>
      <Money amount={fixedPrice ?? floorPrice} currency={currency} />
      <span className="block text-sm text-muted">{raised ? words.raised : pricingModel.toUpperCase()}</span>
    </>
  );
}
