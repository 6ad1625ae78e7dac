import { useState } from "react";
import type { Operator } from "#client";
import { api } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useWrite } from "../api/use-write.ts";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Failure, Loaded } from "../components/failure.tsx";
import { Form, TextArea, type Typed } from "../components/form.tsx";
import { Section } from "../components/page.tsx";
import { Table } from "../components/table.tsx";
import { Moment, Name } from "../components/values.tsx";
import { run } from "../messages/run.ts";

type SignUp = Operator["schemas"]["OrganisationSignUp"];

const words = run.signUps;

/** Who waits for admission; nothing if nobody does. */
export function SignUps() {
  const [refusing, setRefusing] = useState<SignUp | null>(null);
  const answer = useAnswer(["sign-ups"], () => api.operator.GET("/api/v2/operator/sign-ups"));
  const approve = useWrite((signUpId: string, headers) =>
    api.operator.POST("/api/v2/operator/sign-ups/{signUpId}/approve", { headers, params: { path: { signUpId } } }),
  );
  return (
    <Loaded of={answer}>
      {({ signUps }) =>
        signUps.length > 0 && (
          <Section title={words.title} note={words.note} flush>
            {approve.error && <Failure error={approve.error} />}
            <Table
              label={words.title}
              rows={signUps}
              keyOf={({ id }) => id}
              columns={[
                { head: words.company, cell: ({ companyName }) => <Name>{companyName}</Name> },
                { head: words.email, cell: ({ email }) => <Name>{email}</Name>, roomy: true },
                { head: words.at, cell: ({ requestedAt }) => <Moment at={requestedAt} />, roomy: true },
                {
                  head: words.approve,
                  action: true,
                  cell: ({ id, companyName }) => (
                    <Button aria-label={`${words.approve}: ${companyName}`} onClick={() => approve.write(id)}>
                      {words.approve}
                    </Button>
                  ),
                },
                {
                  head: words.refuse,
                  action: true,
                  cell: (signUp) => (
                    <Button aria-label={`${words.refuse}: ${signUp.companyName}`} onClick={() => setRefusing(signUp)}>
                      {words.refuse}
                    </Button>
                  ),
                },
              ]}
            />
            <Dialog open={refusing !== null} onClose={() => setRefusing(null)} title={words.refuse}>
              {refusing && <Refuse signUp={refusing} onDone={() => setRefusing(null)} />}
            </Dialog>
          </Section>
        )
      }
    </Loaded>
  );
}

function Refuse({ signUp: { id }, onDone }: { readonly signUp: SignUp; readonly onDone: () => void }) {
  const params = { path: { signUpId: id } };
  const refuse = useWrite(
    ({ reason = "" }: Typed, headers) =>
      api.operator.POST("/api/v2/operator/sign-ups/{signUpId}/refuse", { headers, params, body: { reason } }),
    onDone,
  );
  return (
    <Form onSubmit={refuse.write} write={refuse} action={words.refuse} fields={["reason"]}>
      {(errorOf) => <TextArea name="reason" label={words.reason} hint={words.reasonHint} error={errorOf("reason")} />}
    </Form>
  );
}
