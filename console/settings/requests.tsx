import type { Operator } from "#client";
import { AS_CSV, api } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { countOf } from "../components/format.ts";
import { ChoiceFilter, PAGE_SIZE, skipOf, TextFilter, useAddress } from "../components/list.tsx";
import { ListPage } from "../components/list-page.tsx";
import type { Column } from "../components/table.tsx";
import { Moment, Name, State } from "../components/values.tsx";
import { requests as words } from "../messages/requests.ts";
import { shared } from "../messages/shared.ts";

type LoggedRequest = Operator["schemas"]["LoggedRequest"];

const OUTCOMES = ["answered", "refused", "failed"] as const;

/** The organisation's requests; the id in an error leads to its entry. */
export function Requests() {
  const [address] = useAddress();
  const outcome = OUTCOMES.find((one) => one === address.outcome);
  const { requestId, operation } = address;
  const filter = {
    ...(requestId && { requestId }),
    ...(operation && { operation }),
    ...(outcome && { outcome }),
  };
  const query = { take: PAGE_SIZE, skip: skipOf(address), ...filter };
  const answer = useAnswer(["requests", query], () => api.operator.GET("/api/v2/requests", { params: { query } }));
  const outcomes = OUTCOMES.map((one) => [one, words.outcomes[one] ?? one] as const);
  const emptyText = answer.data?.keptDays === null ? words.off : words.emptyText;
  return (
    <ListPage
      words={{ ...words, emptyText }}
      of={answer}
      rowsOf={({ requests }) => requests}
      keyOf={({ requestId }) => requestId}
      csv={{
        name: "requests.csv",
        ask: () => api.operator.GET("/api/v2/requests", { params: { query: filter }, ...AS_CSV }),
      }}
      columns={COLUMNS}
      filters={
        <>
          <TextFilter name="requestId" label={words.id} />
          <TextFilter name="operation" label={words.operation} />
          <ChoiceFilter name="outcome" label={words.outcome} options={[["", words.all], ...outcomes]} />
        </>
      }
    />
  );
}

const TONES = { answered: "ACTIVE", refused: "pending", failed: "FAILED" } as const;

function outcomeOf(status: number): keyof typeof TONES {
  if (status >= 500) return "failed";
  return status >= 400 ? "refused" : "answered";
}

const COLUMNS: readonly Column<LoggedRequest>[] = [
  { head: words.at, cell: ({ at }) => <Moment at={at} /> },
  {
    head: words.what,
    cell: ({ method, path, tool, requestId }) => (
      <div className="min-w-0">
        <p className="font-mono text-sm break-all">
          {method} {path}
          {tool && ` · ${tool}`}
        </p>
        <p className="font-mono text-xs text-muted break-all">{requestId}</p>
      </div>
    ),
  },
  { head: words.operation, cell: ({ operation }) => operation, roomy: true },
  {
    head: words.who,
    cell: ({ application, apiKey, callerKey, userEmail }) => (
      <Name>{application?.name ?? apiKey?.name ?? callerKey?.name ?? userEmail ?? shared.product}</Name>
    ),
    roomy: true,
  },
  { head: words.status, cell: ({ status }) => <State code={TONES[outcomeOf(status)]} label={String(status)} /> },
  { head: words.took, cell: ({ durationMs }) => words.ms(countOf(durationMs)), figures: true, roomy: true },
];
