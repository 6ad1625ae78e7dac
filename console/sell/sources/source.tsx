import { useParams } from "@tanstack/react-router";
import type { Storefront } from "#client";
import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { useWrite } from "../../api/use-write.ts";
import { Button } from "../../components/button.tsx";
import { Failure, Loaded } from "../../components/failure.tsx";
import { Figure, Figures } from "../../components/figure.tsx";
import { Facts, Page, Section } from "../../components/page.tsx";
import { Table } from "../../components/table.tsx";
import { Count, Moment, Name, Share, State } from "../../components/values.tsx";
import { sell } from "../../messages/sell.ts";
import { shared } from "../../messages/shared.ts";
import { Compliance } from "./compliance.tsx";
import { Modular } from "./modular.tsx";

type Shown = Omit<Storefront["schemas"]["InventorySource"], "managedSa">;
type Diagnostics = Pick<
  Storefront["schemas"]["InventorySourceDiagnostics"],
  "performance" | "diagnosis" | "recentActivity"
>;

const words = sell.source;

export function Source() {
  const { sourceId = "" } = useParams({ strict: false });
  const params = { path: { sourceId } };
  const answer = useAnswer(["source", sourceId], () =>
    api.storefront.GET("/api/v2/storefront/inventory-sources/{sourceId}", { params }),
  );
  const check = useWrite((_: null, headers) =>
    api.storefront.POST("/api/v2/storefront/inventory-sources/{sourceId}/check", { headers, params }),
  );
  const isModular = answer.data?.executionType === "MODULAR_SOURCE";
  return (
    <Page
      title={answer.data?.name ?? sell.sources.name}
      lead={answer.data && <State code={answer.data.status} />}
      actions={
        !isModular && (
          <Button busy={check.busy && shared.waiting.loading} onClick={() => check.write(null)}>
            {words.check}
          </Button>
        )
      }
    >
      {check.error && <Failure error={check.error} />}
      <Loaded of={answer}>
        {(source) =>
          source.executionType === "MODULAR_SOURCE" ? <Modular sourceId={sourceId} /> : <Agent source={source} />
        }
      </Loaded>
    </Page>
  );
}

function Agent({ source }: { readonly source: Shown }) {
  const params = { path: { sourceId: source.sourceId } };
  const diagnostics = useAnswer(["source", source.sourceId, "diagnostics"], () =>
    api.storefront.GET("/api/v2/storefront/inventory-sources/{sourceId}/diagnostics", { params }),
  );
  const credential = source.buyersBringOwn
    ? words.buyersBring
    : source.authConfigured
      ? words.configured
      : words.notNeeded;
  return (
    <>
      {source.connectionError && <Failure error={new Error(source.connectionError)} title={words.error} />}
      <Section title={words.facts}>
        <Facts
          facts={[
            [sell.sources.kind, sell.sources.kinds[source.simulation ? "SIMULATED" : source.executionType]],
            [words.endpoint, <Name>{source.endpointUrl}</Name>],
            [words.protocol, <Name>{source.protocol}</Name>],
            [words.credential, credential],
            [sell.sources.lastTalk, <Moment at={source.connectedAt} />],
          ]}
        />
      </Section>
      {source.agentId && !source.simulation && <Compliance agentId={source.agentId} />}
      <Loaded of={diagnostics}>{(diagnostics) => <Health diagnostics={diagnostics} />}</Loaded>
    </>
  );
}

function Health({ diagnostics: { performance, diagnosis, recentActivity } }: { readonly diagnostics: Diagnostics }) {
  const { p95LatencyMs } = performance;
  return (
    <>
      <Figures>
        <Figure label={words.requests} value={<Count value={performance.requestCount} />} />
        <Figure label={words.failures} value={<Share value={performance.errorRate} />} />
        <Figure
          label={words.latency}
          value={p95LatencyMs === null ? shared.page.none : words.milliseconds(p95LatencyMs)}
        />
      </Figures>
      {diagnosis.issues.length > 0 && (
        <Section title={words.diagnosis}>
          <ul className="space-y-2">
            {diagnosis.issues.map(({ mode, summary }) => (
              <li key={mode}>{summary}</li>
            ))}
            {diagnosis.nextSteps.map((step) => (
              <li key={step} className="text-muted">
                {step}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={words.activity} flush>
        {recentActivity.length === 0 ? (
          <p className="px-4 py-4 text-muted">{words.noActivity}</p>
        ) : (
          <Table
            label={words.activity}
            rows={recentActivity.slice(0, 20)}
            keyOf={({ id }) => String(id)}
            columns={[
              { head: words.at, cell: ({ timestamp }) => <Moment at={timestamp} /> },
              { head: words.tool, cell: ({ tool }) => <span className="font-mono text-sm">{tool}</span> },
              { head: words.outcome, cell: ({ taskStatus }) => <State code={taskStatus} /> },
              { head: words.diagnosis, cell: ({ summary }) => <Name>{summary}</Name>, roomy: true },
            ]}
          />
        )}
      </Section>
    </>
  );
}
