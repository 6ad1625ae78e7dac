import { api } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useWrite } from "../api/use-write.ts";
import { Button } from "../components/button.tsx";
import { Failure, Loaded } from "../components/failure.tsx";
import { Section } from "../components/page.tsx";
import { Table } from "../components/table.tsx";
import { Moment, Name, State } from "../components/values.tsx";
import { acting as words } from "../messages/acting.ts";
import { useSession } from "../shell/session.ts";

/** Operators who acted for the organisation without being members, and why; those who still do can be stopped. */
export function ActedFor() {
  const { desk } = useSession();
  const answer = useAnswer(["acting"], () =>
    api.operator.GET("/api/v2/acting-grants", { params: { query: { take: 10 } } }),
  );
  const end = useWrite((grantId: string, headers) =>
    api.operator.DELETE("/api/v2/acting-grants/{grantId}", { headers, params: { path: { grantId } } }),
  );
  return (
    <Section title={words.listTitle} note={desk === "run" ? words.listNoteRun : words.listNote} flush>
      {end.error && <Failure error={end.error} />}
      <Loaded of={answer}>
        {({ grants }) =>
          grants.length === 0 ? (
            <p className="px-4 py-4 text-muted">{words.none}</p>
          ) : (
            <Table
              label={words.listTitle}
              rows={grants}
              keyOf={({ id }) => id}
              columns={[
                { head: words.who, cell: ({ userEmail }) => <Name>{userEmail}</Name> },
                { head: words.organisation, cell: ({ company }) => <Name>{company}</Name>, roomy: true },
                { head: words.reason, cell: ({ reason }) => <Name>{reason}</Name> },
                { head: words.from, cell: ({ startedAt }) => <Moment at={startedAt} />, roomy: true },
                { head: words.ends, cell: ({ endsAt }) => <Moment at={endsAt} />, roomy: true },
                {
                  head: words.end,
                  action: true,
                  cell: ({ id, active }) =>
                    active ? (
                      <Button onClick={() => end.write(id)}>{words.end}</Button>
                    ) : (
                      <State code="none" label={words.over} />
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
