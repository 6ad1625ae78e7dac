import { useState } from "react";
import { api } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useWrite } from "../api/use-write.ts";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Loaded } from "../components/failure.tsx";
import { Field, Form, Select, type Typed } from "../components/form.tsx";
import { Section } from "../components/page.tsx";
import { Table } from "../components/table.tsx";
import { Day, Name } from "../components/values.tsx";
import { settings as words } from "../messages/settings.ts";

export function Team() {
  const [open, setOpen] = useState(false);
  const answer = useAnswer(["members"], () =>
    api.operator.GET("/api/v2/members", { params: { query: { take: 100 } } }),
  );
  return (
    <Section title={words.team} flush actions={<Button onClick={() => setOpen(true)}>{words.invite}</Button>}>
      <Loaded of={answer}>
        {({ members }) => (
          <Table
            label={words.team}
            rows={members}
            keyOf={({ userId }) => String(userId)}
            columns={[
              { head: words.member, cell: ({ email, name }) => <Name>{name ? `${name}, ${email}` : email}</Name> },
              { head: words.role, cell: ({ role }) => words.roles[role] },
              { head: words.since, cell: ({ createdAt }) => <Day at={createdAt} />, roomy: true },
            ]}
          />
        )}
      </Loaded>
      <Dialog open={open} onClose={() => setOpen(false)} title={words.invite}>
        <Invite onDone={() => setOpen(false)} />
      </Dialog>
    </Section>
  );
}

function Invite({ onDone }: { readonly onDone: () => void }) {
  const invite = useWrite(
    ({ email = "", role }: Typed, headers) =>
      api.operator.POST("/api/v2/members/invitations", {
        headers,
        body: { email, role: role === "ADMIN" ? "ADMIN" : "MEMBER" },
      }),
    onDone,
  );
  const roles = ["MEMBER", "ADMIN"].map((role) => [role, words.roles[role] ?? role] as const);
  return (
    <Form onSubmit={invite.write} write={invite} action={words.invite} fields={["email", "role"]}>
      {(errorOf) => (
        <>
          <Field name="email" type="email" label={words.email} hint={words.invited} error={errorOf("email")} />
          <Select name="role" label={words.role} options={roles} error={errorOf("role")} />
        </>
      )}
    </Form>
  );
}
