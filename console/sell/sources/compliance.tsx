import { useState } from "react";
import type { Storefront } from "#client";
import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { useWrite } from "../../api/use-write.ts";
import { Button } from "../../components/button.tsx";
import { Failure, Loaded } from "../../components/failure.tsx";
import { momentOf } from "../../components/format.ts";
import { Section } from "../../components/page.tsx";
import { Table } from "../../components/table.tsx";
import { Name, State } from "../../components/values.tsx";
import { sell } from "../../messages/sell.ts";
import { shared } from "../../messages/shared.ts";

type Result = Storefront["schemas"]["AgentComplianceResult"];

type Examining = Storefront["schemas"]["AgentExamination"];

const words = sell.compliance;
/** While a test runs. */
const LOOK_AGAIN_MS = 2_000;
/** A test that was asked for begins within this time, unless others are before it. */
const BEGINS_WITHIN_MS = 15_000;

/** What AdCP's storyboards found of the agent behind a source, and each part of them that failed. */
export function Compliance({ agentId }: { readonly agentId: string }) {
  const [isAsked, setAsked] = useState(false);
  const [isLive, setLive] = useState(false);
  const answer = useAnswer(["compliance"], () => api.storefront.GET("/api/v2/storefront/readiness/compliance"), {
    everyMs: isLive && LOOK_AGAIN_MS,
  });
  const result = answer.data?.compliance?.find((one) => one.agentId === agentId);
  const running = answer.data?.examining?.find((one) => one.agentId === agentId);
  const isExpected = running !== undefined || isAsked;
  if (isLive !== isExpected) setLive(isExpected);
  if (running && isAsked) setAsked(false);
  const again = useWrite(
    (_: null, headers) =>
      api.storefront.POST("/api/v2/storefront/readiness/compliance/refresh", { headers, body: { agentId } }),
    () => {
      setAsked(true);
      setTimeout(() => setAsked(false), BEGINS_WITHIN_MS);
    },
  );
  return (
    <Section
      title={words.title}
      note={words.note}
      actions={
        <Button busy={(again.busy || isExpected) && words.running} onClick={() => again.write(null)}>
          {words.test}
        </Button>
      }
    >
      {again.error && <Failure error={again.error} />}
      {isExpected && <Running progress={running} />}
      <Loaded of={answer}>{() => <Found result={result} />}</Loaded>
    </Section>
  );
}

function Running({ progress }: { readonly progress: Examining | undefined }) {
  return (
    <div role="status" className="mb-4 rounded-md bg-sunken px-4 py-3">
      <p className="font-medium">{progress ? words.progress(progress.done, progress.total) : words.testing}</p>
      <p className="text-sm text-muted">{words.leave}</p>
    </div>
  );
}

function Found({ result }: { readonly result: Result | undefined }) {
  if (!result) return <p className="text-muted">{words.none}</p>;
  const { passed, error, summary, checkedAt, tracks, observations } = result;
  return (
    <div className="space-y-4">
      <p className="flex flex-wrap items-center gap-2">
        <State code={passed ? "pass" : "fail"} label={passed ? words.passed : words.failed} />
        <span>{error ?? summary}</span>
        <span className="text-sm text-muted">{shared.page.asOf(momentOf(checkedAt))}</span>
      </p>
      {tracks.length > 0 && <Tracks tracks={tracks} />}
      {observations.length > 0 && (
        <ul className="space-y-1 text-sm text-muted">
          {observations.map(({ category, message }) => (
            <li key={`${category} ${message}`}>
              <Name lines={4}>{message}</Name>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Tracks({ tracks }: Pick<Result, "tracks">) {
  return (
    <div className="-mx-4 border-t border-line">
      <Table
        label={words.title}
        rows={tracks}
        keyOf={({ track }) => track}
        columns={[
          { head: words.track, cell: ({ label }) => <Name>{label}</Name> },
          { head: words.state, cell: ({ status }) => <State code={status} /> },
          { head: words.reason, cell: ({ failureReason }) => <Name lines={4}>{failureReason}</Name> },
        ]}
      />
    </div>
  );
}
