import { useParams } from "@tanstack/react-router";
import type { Storefront } from "#client";
import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Chart } from "../../components/chart.tsx";
import { Loaded } from "../../components/failure.tsx";
import { countOf } from "../../components/format.ts";
import { Facts, Page, Section } from "../../components/page.tsx";
import { Table } from "../../components/table.tsx";
import { Timeline } from "../../components/timeline.tsx";
import { Flight, Identifier, Money, Name, State } from "../../components/values.tsx";
import { sell } from "../../messages/sell.ts";
import { stateWord } from "../../messages/shared.ts";
import { sold } from "../../messages/sold.ts";
import { paceOf, Standing } from "./pace.tsx";
import { Settle } from "./settle.tsx";

const words = sell.mediaBuy;

export function MediaBuy() {
  const { mediaBuyId = "" } = useParams({ strict: false });
  const params = { path: { mediaBuyId } };
  const answer = useAnswer(["media-buy", mediaBuyId], () =>
    api.storefront.GET("/api/v2/storefront/media-buys/{mediaBuyId}", { params }),
  );
  const bought = answer.data;
  const why = bought?.pendingReason && stateWord(bought.pendingReason);
  return (
    <Page
      title={bought?.name ?? sell.mediaBuys.name}
      lead={
        bought && (
          <>
            <State code={bought.status} /> {why}
          </>
        )
      }
    >
      <Loaded of={answer} lines={8}>
        {(bought) => (
          <>
            <Section>
              <Facts
                facts={[
                  ...whyOf(bought),
                  [sell.mediaBuys.buyer, <Name>{bought.buyer.name}</Name>],
                  [sell.mediaBuys.flight, <Flight from={bought.flightStart} to={bought.flightEnd} />],
                  [sell.mediaBuys.amount, <Money amount={bought.amount} currency={bought.currency} />],
                  ...paceOf(bought),
                  ...booksOf(bought),
                ]}
              />
            </Section>
            <Packages packages={bought.packages} />
            <Delivery mediaBuyId={mediaBuyId} />
            <Legs mediaBuyId={mediaBuyId} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

type Bought = Storefront["schemas"]["StorefrontMediaBuy"];

/** Why it does not run and what to do about it, where it does not. */
function whyOf({ why }: Bought) {
  if (!why) return [];
  return [[words.why, why.reason] as const, [words.nextStep, why.nextStep] as const];
}

/** What the buyer's own records say about it; fields that they lack are not shown. */
function booksOf({ poNumber, agencyEstimateNumber, planId, invoiceRecipient }: Bought) {
  const said = [
    [words.poNumber, poNumber],
    [words.agencyEstimate, agencyEstimateNumber],
    [words.plan, planId],
    [words.invoiceTo, invoiceRecipient && invoiced(invoiceRecipient)],
  ] as const;
  return said.flatMap(([name, value]) => (value ? [[name, <Name>{value}</Name>] as const] : []));
}

/** By its legal name (AdCP, core/business-entity), with the number that an invoice must have. */
function invoiced({ legal_name: name, vat_id: vatId, tax_id: taxId }: Readonly<Record<string, unknown>>): string {
  return [name, vatId ?? taxId].filter((one) => typeof one === "string").join(", ");
}

type Package = Bought["packages"][number];

function Packages({ packages }: { readonly packages: readonly Package[] }) {
  return (
    <Section title={words.packages} flush>
      <Table
        label={words.packages}
        rows={packages}
        keyOf={({ packageId }) => packageId}
        columns={[
          { head: words.product, cell: ({ productId }) => <Identifier>{productId}</Identifier> },
          { head: words.source, cell: ({ sourceId }) => <Name>{sourceId}</Name>, roomy: true },
          { head: words.pacing, cell: ({ pacing }) => pacing && stateWord(pacing), roomy: true },
          {
            head: sold.pace.package,
            cell: ({ pace, currency }) => <Standing pace={pace} currency={currency} />,
          },
          {
            head: words.budget,
            cell: ({ budget, currency }) => <Money amount={budget} currency={currency} />,
            figures: true,
          },
        ]}
      />
    </Section>
  );
}

function Delivery({ mediaBuyId }: { readonly mediaBuyId: string }) {
  const query = { groupBy: "day" as const, mediaBuyId, days: 90, limit: 100 };
  const { data } = useAnswer(["media-buy", mediaBuyId, "delivery"], () =>
    api.storefront.GET("/api/v2/storefront/reporting/delivery", { params: { query } }),
  );
  if (!data || data.items.length < 2) return null;
  const points = data.items
    .map(({ day = "", impressions }) => ({ day: day ?? "", value: impressions }))
    .toSorted((a, b) => a.day.localeCompare(b.day));
  const total = points.reduce((sum, { value }) => sum + value, 0);
  return (
    <Chart title={words.impressions} says={words.impressionsSays(countOf(total))} points={points} show={countOf} />
  );
}

/** Attempts by source, and the timeline of the whole. */
function Legs({ mediaBuyId }: { readonly mediaBuyId: string }) {
  const params = { path: { mediaBuyId } };
  const answer = useAnswer(["media-buy", mediaBuyId, "timeline"], () =>
    api.storefront.GET("/api/v2/storefront/media-buys/{mediaBuyId}/timeline", { params }),
  );
  return (
    <Loaded of={answer}>
      {({ legs, stages }) => (
        <>
          <Section title={words.legs} flush>
            <Table
              label={words.legs}
              rows={legs}
              keyOf={({ sourceId }) => sourceId}
              columns={[
                { head: words.source, cell: ({ sourceName, sourceId }) => <Name>{sourceName ?? sourceId}</Name> },
                {
                  head: sell.mediaBuys.status,
                  cell: ({ currentStatus }) => <State code={currentStatus ?? "unknown"} />,
                },
                {
                  head: words.reference,
                  cell: ({ theirReference }) => (
                    <span className="font-mono text-sm">{theirReference.mediaBuyId ?? ""}</span>
                  ),
                  roomy: true,
                },
                {
                  head: words.settle,
                  action: true,
                  cell: ({ sourceId, sourceName, responseReceivedAt }) =>
                    !responseReceivedAt && (
                      <Settle mediaBuyId={mediaBuyId} sourceId={sourceId} source={sourceName ?? sourceId} />
                    ),
                },
              ]}
            />
          </Section>
          <Section title={words.timeline}>
            <Timeline happenings={happeningsOf(stages, legs)} />
          </Section>
        </>
      )}
    </Loaded>
  );
}

type Told = Storefront["schemas"]["StorefrontMediaBuyTimeline"];

/** What happened to the whole, and to each source's part, in chronological order. */
function happeningsOf(stages: Told["stages"], legs: readonly Pick<Told["legs"][number], "sourceName" | "stages">[]) {
  const whole = stages.map((stage) => ({ ...stage, source: "" }));
  const parts = legs.flatMap(({ sourceName, stages }) =>
    stages.map((stage) => ({ ...stage, source: sourceName ?? "" })),
  );
  return [...whole, ...parts]
    .toSorted((a, b) => (a.at ?? "").localeCompare(b.at ?? ""))
    .map(({ stage, at, detail, source }, index) => ({
      id: `${index} ${stage}`,
      at,
      title: words.stages[stage] ?? stateWord(stage),
      detail: [source, detail].filter(Boolean).join(": "),
    }));
}
