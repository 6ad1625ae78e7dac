import { useState } from "react";
import type { Operator } from "#client";
import { AS_CSV, api } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Button } from "../components/button.tsx";
import { ChoiceFilter, PAGE_SIZE, skipOf, useAddress } from "../components/list.tsx";
import { ListPage } from "../components/list-page.tsx";
import { Day, Name, State } from "../components/values.tsx";
import { run } from "../messages/run.ts";
import { stateWord } from "../messages/shared.ts";
import { Decide } from "./decide.tsx";

export type Review = Operator["schemas"]["StorefrontReview"];

const words = run.storefronts;
const STATES = ["PENDING_REVIEW", "LISTED", "HIDDEN"] as const;

export function StorefrontReview() {
  const [chosen, setChosen] = useState<Review | null>(null);
  const [address] = useAddress();
  const state = STATES.find((one) => one === address.state);
  const filter = state ? { state } : {};
  const query = { limit: PAGE_SIZE, offset: skipOf(address), ...filter };
  const answer = useAnswer(["review", query], () =>
    api.operator.GET("/api/v2/operator/storefronts", { params: { query } }),
  );
  const states = STATES.map((code) => [code, stateWord(code)] as const);
  return (
    <ListPage
      words={words}
      of={answer}
      rowsOf={({ items }) => items}
      keyOf={({ storefrontId }) => storefrontId}
      filters={<ChoiceFilter name="state" label={words.state} options={[["", words.all], ...states]} />}
      csv={{
        name: "storefronts.csv",
        ask: () => api.operator.GET("/api/v2/operator/storefronts", { params: { query: filter }, ...AS_CSV }),
      }}
      columns={[
        { head: words.name, cell: ({ name }) => <Name>{name}</Name> },
        { head: words.company, cell: ({ company }) => <Name>{company}</Name>, roomy: true },
        { head: words.state, cell: (row) => <Stand review={row} /> },
        { head: words.since, cell: ({ createdAt }) => <Day at={createdAt} />, roomy: true },
        {
          head: words.list,
          action: true,
          cell: (row) => (
            <Button aria-label={`${actionOf(row)}: ${row.name}`} onClick={() => setChosen(row)}>
              {actionOf(row)}
            </Button>
          ),
        },
      ]}
    >
      {chosen && <Decide review={chosen} onClose={() => setChosen(null)} />}
    </ListPage>
  );
}

function actionOf({ marketplaceState }: Review): string {
  return marketplaceState === "LISTED" ? words.hide : words.list;
}

function Stand({ review: { marketplaceState, isPaused, reason } }: { readonly review: Review }) {
  return (
    <>
      <State code={marketplaceState} />
      {isPaused && <span className="block text-sm text-muted">{words.paused}</span>}
      {reason && <span className="block text-sm text-muted">{reason}</span>}
    </>
  );
}
