import { AS_CSV, api } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useWrite } from "../api/use-write.ts";
import { Code } from "../components/as-api.tsx";
import { Button } from "../components/button.tsx";
import { Failure } from "../components/failure.tsx";
import { PAGE_SIZE, skipOf, useAddress } from "../components/list.tsx";
import { ListPage } from "../components/list-page.tsx";
import { Moment } from "../components/values.tsx";
import { run } from "../messages/run.ts";
import { shared } from "../messages/shared.ts";

const words = run.deadLetters;

export function DeadLetters() {
  const [address] = useAddress();
  const query = { take: PAGE_SIZE, skip: skipOf(address) };
  const answer = useAnswer(["dead-letters", query], () =>
    api.operator.GET("/api/v2/operator/dead-letters", { params: { query } }),
  );
  return (
    <ListPage
      words={words}
      of={answer}
      rowsOf={({ deadLetters }) => deadLetters}
      keyOf={({ id }) => id}
      csv={{
        name: "failed-jobs.csv",
        ask: () => api.operator.GET("/api/v2/operator/dead-letters", { ...AS_CSV }),
      }}
      columns={[
        { head: words.step, cell: ({ step }) => <span className="font-mono text-sm">{step}</span> },
        { head: words.error, cell: ({ error }) => <span className="line-clamp-4">{error}</span> },
        { head: words.organisation, cell: ({ customerId }) => customerId, figures: true, roomy: true },
        { head: words.at, cell: ({ failedAt }) => <Moment at={failedAt} />, roomy: true },
        {
          head: words.input,
          cell: ({ input }) => (
            <details>
              <summary className="text-sm text-muted">{words.input}</summary>
              <Code text={JSON.stringify(input, null, 2) ?? ""} label={words.input} />
            </details>
          ),
        },
        { head: words.actions, action: true, cell: ({ id }) => <Settle deadLetterId={id} /> },
      ]}
    />
  );
}

/** Once more, or not at all; what went wrong with that is said in its place. */
function Settle({ deadLetterId }: { readonly deadLetterId: string }) {
  const params = { path: { deadLetterId } };
  const retry = useWrite((_: null, headers) =>
    api.operator.POST("/api/v2/operator/dead-letters/{deadLetterId}/retry", { headers, params }),
  );
  const dismiss = useWrite((_: null, headers) =>
    api.operator.DELETE("/api/v2/operator/dead-letters/{deadLetterId}", { headers, params }),
  );
  const error = retry.error ?? dismiss.error;
  return (
    <span className="flex flex-wrap justify-end gap-1">
      {error && <Failure error={error} />}
      <Button busy={retry.busy && shared.waiting.saving} onClick={() => retry.write(null)}>
        {words.retry}
      </Button>
      <Button weight="quiet" onClick={() => dismiss.write(null)}>
        {words.dismiss}
      </Button>
    </span>
  );
}
