import { api } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useWrite } from "../api/use-write.ts";
import { Button } from "../components/button.tsx";
import { Failure, Loaded } from "../components/failure.tsx";
import { Section } from "../components/page.tsx";
import { Table } from "../components/table.tsx";
import { Moment, Name } from "../components/values.tsx";
import { settings as words } from "../messages/settings.ts";

export function Applications() {
  const answer = useAnswer(["applications"], () => api.operator.GET("/api/v2/connected-applications"));
  const end = useWrite((applicationId: string, headers) =>
    api.operator.DELETE("/api/v2/connected-applications/{applicationId}", {
      headers,
      params: { path: { applicationId } },
    }),
  );
  return (
    <Section title={words.applications} flush>
      {end.error && <Failure error={end.error} />}
      <Loaded of={answer}>
        {({ applications }) =>
          applications.length === 0 ? (
            <p className="px-4 py-4 text-muted">{words.applicationsNone}</p>
          ) : (
            <Table
              label={words.applications}
              rows={applications}
              keyOf={({ id }) => id}
              columns={[
                { head: words.application, cell: ({ name }) => <Name>{name}</Name> },
                { head: words.access, cell: ({ scopes }) => scopes.join(", "), roomy: true },
                { head: words.lastUsed, cell: ({ lastUsedAt }) => <Moment at={lastUsedAt} />, roomy: true },
                {
                  head: words.end,
                  action: true,
                  cell: ({ id, name }) => (
                    <Button aria-label={`${words.end}: ${name}`} onClick={() => end.write(id)}>
                      {words.end}
                    </Button>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
    </Section>
  );
}
