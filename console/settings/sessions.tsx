import { api } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useWrite } from "../api/use-write.ts";
import { Button } from "../components/button.tsx";
import { Failure, Loaded } from "../components/failure.tsx";
import { Section } from "../components/page.tsx";
import { Table } from "../components/table.tsx";
import { Moment, Name, State } from "../components/values.tsx";
import { settings as words } from "../messages/settings.ts";
import { browserOf } from "./browser-of.ts";

/** The browsers that somebody is signed in with; each can be signed out from here. */
export function Sessions() {
  const answer = useAnswer(["sessions"], () => api.operator.GET("/api/v2/sessions"));
  const end = useWrite((sessionId: string, headers) =>
    api.operator.DELETE("/api/v2/sessions/{sessionId}", { headers, params: { path: { sessionId } } }),
  );
  return (
    <Section title={words.sessions} note={words.sessionsNote} flush>
      {end.error && <Failure error={end.error} />}
      <Loaded of={answer}>
        {({ sessions }) => (
          <Table
            label={words.sessions}
            rows={sessions}
            keyOf={({ id }) => id}
            columns={[
              {
                head: words.browser,
                cell: ({ userAgent }) => <Name>{browserOf(userAgent) ?? words.unknownBrowser}</Name>,
              },
              { head: words.lastUsed, cell: ({ lastSeenAt }) => <Moment at={lastSeenAt} />, roomy: true },
              { head: words.ends, cell: ({ endsAt }) => <Moment at={endsAt} />, roomy: true },
              {
                head: words.endSession,
                action: true,
                cell: ({ id, current }) =>
                  current ? (
                    <State code="ACTIVE" label={words.thisBrowser} />
                  ) : (
                    <Button onClick={() => end.write(id)}>{words.endSession}</Button>
                  ),
              },
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}
