import type { Storefront } from "#client";
import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { type Address, ChoiceFilter, PAGE_SIZE, skipOf, useAddress } from "../../components/list.tsx";
import { ListPage } from "../../components/list-page.tsx";
import type { Column } from "../../components/table.tsx";
import { Count, Moment, Name, State } from "../../components/values.tsx";
import { market } from "../../messages/sell-market.ts";
import { shared, stateWord } from "../../messages/shared.ts";
import { RUN_FILTERS } from "./runs-link.tsx";

type Run = Pick<
  Storefront["schemas"]["IntelligenceRun"],
  | "id"
  | "brief"
  | "buyingMode"
  | "buyerScope"
  | "createdAt"
  | "result"
  | "composedProductIds"
  | "posture"
  | "commercialOutcome"
>;

const words = market.runs;

/** The requests behind a figure of the analytics. */
export function Runs() {
  const [address] = useAddress();
  const query = {
    counted: true,
    view: "summary" as const,
    take: PAGE_SIZE,
    skip: skipOf(address),
    ...filterIn(address),
  };
  const answer = useAnswer(["runs", query], () =>
    api.storefront.GET("/api/v2/storefront/intelligence-runs", { params: { query } }),
  );
  return (
    <ListPage
      words={words}
      of={answer}
      rowsOf={({ items }) => items}
      keyOf={({ id }) => id}
      columns={COLUMNS}
      filters={
        <>
          <ChoiceFilter name="resultKind" label={words.result} options={optionsOf(words.results)} />
          <ChoiceFilter name="asked" label={words.asked} options={optionsOf(words.asks)} />
          <ChoiceFilter name="booked" label={words.booked} options={optionsOf(words.bookings)} />
        </>
      }
    />
  );
}

/** The one that filters nothing is not part of the address. */
function optionsOf(words: Readonly<Record<string, string>>) {
  return Object.entries(words).map(([code, word]) => [code === "all" ? "" : code, word] as const);
}

/** Untyped: the address has them as text, and the server checks them. */
function filterIn(address: Address): object {
  return Object.fromEntries(RUN_FILTERS.flatMap((name) => (address[name] ? [[name, address[name]]] : [])));
}

const COLUMNS: readonly Column<Run>[] = [
  { head: words.brief, cell: ({ brief, buyingMode }) => <Name>{brief ?? stateWord(buyingMode)}</Name> },
  { head: words.buyer, cell: ({ buyerScope }) => <Name>{buyerOf(buyerScope)}</Name>, roomy: true },
  { head: words.at, cell: ({ createdAt }) => <Moment at={createdAt} /> },
  {
    head: words.result,
    cell: ({ result: { kind, message } }) => (
      <>
        <State code={kind === "ok" ? "pass" : "warn"} label={stateWord(kind)} />
        {message && <Name>{message}</Name>}
      </>
    ),
  },
  {
    head: words.shown,
    cell: ({ composedProductIds }) => <Count value={composedProductIds.length} />,
    figures: true,
  },
  {
    head: words.posture,
    cell: ({ posture }) => (posture ? stateWord(posture) : shared.page.none),
    roomy: true,
  },
  {
    head: words.outcome,
    cell: ({ commercialOutcome }) =>
      commercialOutcome ? stateWord(commercialOutcome.commercialResult) : shared.page.none,
  },
];

function buyerOf({ operatorDomain, brandDomain, country }: Run["buyerScope"]): string {
  return [operatorDomain, brandDomain, country].filter(Boolean).join(" · ") || market.analytics.unnamed;
}
