import type { Operator } from "#client";
import { api } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { TextLink } from "../components/button.tsx";
import { Loaded } from "../components/failure.tsx";
import { Figure, Figures } from "../components/figure.tsx";
import { Page, Section } from "../components/page.tsx";
import { Table } from "../components/table.tsx";
import { Count, Moment } from "../components/values.tsx";
import { run } from "../messages/run.ts";

type Backlog = Operator["schemas"]["InstallationStatus"]["backlogs"][number];

const words = run.home;

export function RunHome() {
  return (
    <Page title={words.title} lead={words.lead}>
      <Needs />
      <Work />
    </Page>
  );
}

function Needs() {
  const counted = (state: "PENDING_REVIEW" | "LISTED") => () =>
    api.operator.GET("/api/v2/operator/storefronts", { params: { query: { state, limit: 1 } } });
  const pending = useAnswer(["review", "count", "pending"], counted("PENDING_REVIEW"));
  const listed = useAnswer(["review", "count", "listed"], counted("LISTED"));
  const failed = useAnswer(["dead-letters", "count"], () =>
    api.operator.GET("/api/v2/operator/dead-letters", { params: { query: { take: 1 } } }),
  );
  const interest = useAnswer(["interest", "count"], () =>
    api.operator.GET("/api/v2/operator/interest", { params: { query: { limit: 1 } } }),
  );
  return (
    <Figures>
      <Figure
        label={words.review}
        value={<Count value={pending.data?.total} />}
        note={<TextLink to="/run/storefronts">{run.storefronts.title}</TextLink>}
      />
      <Figure
        label={words.failed}
        value={<Count value={failed.data?.total} />}
        note={<TextLink to="/run/dead-letters">{run.deadLetters.title}</TextLink>}
      />
      <Figure
        label={words.listed}
        value={<Count value={listed.data?.total} />}
        note={
          <TextLink to="/run/storefronts" search={{ state: "LISTED" }}>
            {run.storefronts.title}
          </TextLink>
        }
      />
      <Figure
        label={words.wanted}
        value={<Count value={interest.data?.total} />}
        note={<TextLink to="/run/interest">{run.interest.title}</TextLink>}
      />
    </Figures>
  );
}

const LOOKED_AT_EVERY_MS = 15_000;

/** The jobs' queue, and what is late. */
function Work() {
  const answer = useAnswer(["installation"], () => api.operator.GET("/api/v2/operator/installation"), {
    everyMs: LOOKED_AT_EVERY_MS,
  });
  return (
    <Section title={words.work} note={words.workNote} flush>
      <Loaded of={answer}>
        {({ backlogs }) =>
          backlogs.length === 0 ? (
            <p className="px-4 py-4 text-muted">{words.idle}</p>
          ) : (
            <Table label={words.work} rows={backlogs} keyOf={({ step }) => step} columns={COLUMNS} />
          )
        }
      </Loaded>
    </Section>
  );
}

const COLUMNS = [
  { head: words.step, cell: ({ step }: Backlog) => <span className="font-mono text-sm">{step}</span> },
  { head: words.waiting, cell: ({ waiting }: Backlog) => <Count value={waiting} />, figures: true },
  { head: words.running, cell: ({ running }: Backlog) => <Count value={running} />, figures: true, roomy: true },
  { head: words.retrying, cell: ({ retrying }: Backlog) => <Count value={retrying} />, figures: true },
  { head: words.due, cell: ({ dueSince }: Backlog) => <Moment at={dueSince} />, roomy: true },
];
