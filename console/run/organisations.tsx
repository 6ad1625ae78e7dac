import { useState } from "react";
import type { Operator } from "#client";
import { AS_CSV, api } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Button } from "../components/button.tsx";
import { type Address, ChoiceFilter, PAGE_SIZE, skipOf, TextFilter, useAddress } from "../components/list.tsx";
import { ListPage } from "../components/list-page.tsx";
import type { Column } from "../components/table.tsx";
import { Count, Day, Name, State } from "../components/values.tsx";
import { acting } from "../messages/acting.ts";
import { run } from "../messages/run.ts";
import { ActFor } from "./act-for.tsx";
import { SignUps } from "./sign-ups.tsx";

type Organisation = Operator["schemas"]["Organisation"];

const words = run.organisations;
const KINDS = ["BUYER", "SELLER", "OPERATOR"] as const;

function filterOf({ name, kind }: Address) {
  const known = KINDS.find((one) => one === kind);
  return { ...(name && { name }), ...(known && { kind: known }) };
}

export function Organisations() {
  const [address] = useAddress();
  const [actedFor, setActedFor] = useState<Organisation | null>(null);
  const filter = filterOf(address);
  const query = { take: PAGE_SIZE, skip: skipOf(address), ...filter };
  const answer = useAnswer(["organisations", query], () =>
    api.operator.GET("/api/v2/operator/organisations", { params: { query } }),
  );
  const kinds = KINDS.map((kind) => [kind, words.kinds[kind] ?? kind] as const);
  return (
    <ListPage
      words={words}
      above={
        <>
          <SignUps />
          {actedFor && <ActFor organisation={actedFor} onClose={() => setActedFor(null)} />}
        </>
      }
      of={answer}
      rowsOf={({ organisations }) => organisations}
      keyOf={({ customerId }) => String(customerId)}
      columns={[...COLUMNS, actionsOf(setActedFor)]}
      filters={
        <>
          <TextFilter name="name" label={words.name} />
          <ChoiceFilter name="kind" label={words.kind} options={[["", words.all], ...kinds]} />
        </>
      }
      csv={{
        name: "organisations.csv",
        ask: () => api.operator.GET("/api/v2/operator/organisations", { params: { query: filter }, ...AS_CSV }),
      }}
    />
  );
}

const COLUMNS: readonly Column<Organisation>[] = [
  { head: words.name, cell: ({ company }) => <Name>{company}</Name> },
  { head: words.kind, cell: ({ kind }) => words.kinds[kind] },
  { head: words.domain, cell: ({ domain }) => <Name>{domain}</Name>, roomy: true },
  {
    head: words.terms,
    cell: ({ termsVersion }) => (
      <State code={termsVersion ? "complete" : "missing"} label={termsVersion ?? words.notAccepted} />
    ),
  },
  { head: words.members, cell: ({ members }) => <Count value={members} />, figures: true, roomy: true },
  { head: words.since, cell: ({ createdAt }) => <Day at={createdAt} />, roomy: true },
];

/** Nobody can act for those who run the installation. */
function actionsOf(actFor: (organisation: Organisation) => void): Column<Organisation> {
  return {
    head: acting.act,
    action: true,
    cell: (organisation) =>
      organisation.kind !== "OPERATOR" && <Button onClick={() => actFor(organisation)}>{acting.act}</Button>,
  };
}
