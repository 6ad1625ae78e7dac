import type { Storefront } from "#client";
import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Loaded } from "../../components/failure.tsx";
import { Funnel } from "../../components/funnel.tsx";
import { Section } from "../../components/page.tsx";
import { Table } from "../../components/table.tsx";
import { Count, Name } from "../../components/values.tsx";
import { market } from "../../messages/sell-market.ts";

type Row = Storefront["schemas"]["JoinLinkFunnel"];

const words = market.buyers.funnel;
const STEPS = ["views", "started", "confirmed", "approved", "bought"] as const;

/** From the view of a link's page to the first buy: of all links, and of each where there are several. */
export function LinkFunnels() {
  const answer = useAnswer(["join-links", "funnels"], () =>
    api.storefront.GET("/api/v2/storefront/join-links/funnels"),
  );
  return (
    <Section title={words.title} note={words.note}>
      <Loaded of={answer}>
        {({ items }) => (
          <>
            <Funnel steps={STEPS.map((step) => ({ name: words[step], value: sumOf(items, step) }))} />
            {items.length > 1 && <ByLink items={items} />}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function sumOf(items: readonly Row[], step: (typeof STEPS)[number]): number {
  return items.reduce((sum, one) => sum + one[step], 0);
}

function ByLink({ items }: { readonly items: readonly Row[] }) {
  const figures = STEPS.map((step) => ({
    head: words[step],
    cell: (row: Row) => <Count value={row[step]} />,
    figures: true,
  }));
  return (
    <div className="-mx-4 mt-4 -mb-4 border-t border-line">
      <Table
        label={words.title}
        rows={items}
        keyOf={({ joinLinkId }) => joinLinkId}
        columns={[{ head: market.buyers.link, cell: ({ slug }) => <Name>{slug}</Name> }, ...figures]}
      />
    </div>
  );
}
