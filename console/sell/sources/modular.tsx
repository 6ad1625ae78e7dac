import type { Storefront } from "#client";
import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Loaded } from "../../components/failure.tsx";
import { Bar } from "../../components/figure.tsx";
import { countOf } from "../../components/format.ts";
import { Empty, Section } from "../../components/page.tsx";
import { Table } from "../../components/table.tsx";
import { Flight, Money, Name, State } from "../../components/values.tsx";
import { sell } from "../../messages/sell.ts";
import { stateWord } from "../../messages/shared.ts";
import { Booking } from "./booking.tsx";
import { Feed } from "./feed.tsx";
import { Reports } from "./reports.tsx";
import { useModular } from "./use-modular.ts";

type Product = Pick<
  Storefront["schemas"]["ModularInventoryProduct"],
  "bookedImpressions" | "heldImpressions" | "availableImpressions"
>;

const words = sell.source;

/** A source without an agent: the state of each stage, what is on sale, and its file. */
export function Modular({ sourceId }: { readonly sourceId: string }) {
  return (
    <>
      <Lifecycle sourceId={sourceId} />
      <Avails sourceId={sourceId} />
      <Booking sourceId={sourceId} />
      <Reports sourceId={sourceId} />
    </>
  );
}

function Lifecycle({ sourceId }: { readonly sourceId: string }) {
  const answer = useModular(sourceId);
  return (
    <Section title={words.lifecycle} note={words.lifecycleNote}>
      <Loaded of={answer}>
        {({ lifecycleSummary }) => (
          <ol className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
            {lifecycleSummary
              .filter(({ supported }) => supported)
              .map(({ stage, status, openWorkItemCount, issues }) => (
                <li key={stage} className="rounded-md border border-line px-3 py-2">
                  <p className="font-medium first-letter:uppercase">{stateWord(stage)}</p>
                  <p className="mt-1">
                    <State code={status} />
                  </p>
                  {openWorkItemCount > 0 && (
                    <p className="mt-1 text-sm text-muted">
                      {words.open}: {countOf(openWorkItemCount)}
                    </p>
                  )}
                  {issues.map((issue) => (
                    <p key={issue} className="mt-1 text-sm text-muted">
                      {issue}
                    </p>
                  ))}
                </li>
              ))}
          </ol>
        )}
      </Loaded>
    </Section>
  );
}

function Avails({ sourceId }: { readonly sourceId: string }) {
  const params = { path: { sourceId }, query: { take: 200 } };
  const answer = useAnswer(["source", sourceId, "avails"], () =>
    api.storefront.GET("/api/v2/storefront/inventory-sources/{sourceId}/modular/products", { params }),
  );
  return (
    <Section title={words.avails} actions={<Feed sourceId={sourceId} />} flush>
      <Loaded of={answer}>
        {({ products }) =>
          products.length === 0 ? (
            <Empty title={words.noAvails} text={words.noAvailsText} />
          ) : (
            <Table
              label={words.avails}
              rows={products}
              keyOf={({ productId }) => productId}
              columns={[
                { head: words.avail, cell: ({ name }) => <Name>{name}</Name> },
                {
                  head: words.flight,
                  cell: ({ startTime, endTime }) => <Flight from={startTime} to={endTime} />,
                  roomy: true,
                },
                { head: words.capacity, cell: (product) => <Capacity product={product} /> },
                {
                  head: words.price,
                  cell: ({ cpm, currency }) => <Money amount={cpm} currency={currency} />,
                  figures: true,
                },
              ]}
            />
          )
        }
      </Loaded>
    </Section>
  );
}

function Capacity({ product }: { readonly product: Product }) {
  const { bookedImpressions: sold, heldImpressions: held, availableImpressions: free } = product;
  const says = `${countOf(sold)} ${words.sold} · ${countOf(held)} ${words.held} · ${countOf(free)} ${words.free}`;
  return (
    <div className="min-w-48">
      <Bar
        label={says}
        parts={[
          { name: words.sold, value: sold, look: "bg-accent" },
          { name: words.held, value: held, look: "bg-warn" },
          { name: words.free, value: free, look: "bg-sunken" },
        ]}
      />
      <p className="mt-1 text-sm text-muted">{says}</p>
    </div>
  );
}
