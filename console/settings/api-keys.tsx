import { useState } from "react";
import { dataOf, type Operator } from "#client";
import { api } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useWrite } from "../api/use-write.ts";
import { Code, Copy } from "../components/as-api.tsx";
import { Button } from "../components/button.tsx";
import { Confirm, Dialog } from "../components/dialog.tsx";
import { Loaded } from "../components/failure.tsx";
import { Field, Form, Select, type Typed } from "../components/form.tsx";
import { Section } from "../components/page.tsx";
import { Table } from "../components/table.tsx";
import { Moment, Name } from "../components/values.tsx";
import { settings as words } from "../messages/settings.ts";

type ApiKey = Operator["schemas"]["ApiKey"];

export function ApiKeys() {
  const [open, setOpen] = useState(false);
  const [ending, setEnding] = useState<ApiKey | null>(null);
  const answer = useAnswer(["api-keys"], () =>
    api.operator.GET("/api/v2/api-keys", { params: { query: { take: 100 } } }),
  );
  return (
    <Section title={words.keys} flush actions={<Button onClick={() => setOpen(true)}>{words.newKey}</Button>}>
      <Loaded of={answer}>
        {({ apiKeys }) => (
          <Table
            label={words.keys}
            rows={apiKeys}
            keyOf={({ id }) => id}
            columns={[
              { head: words.key, cell: ({ name }) => <Name>{name}</Name> },
              { head: words.access, cell: ({ readOnly }) => (readOnly ? words.readOnly : words.readWrite) },
              { head: words.lastUsed, cell: ({ lastUsedAt }) => <Moment at={lastUsedAt} />, roomy: true },
              {
                head: words.revoke,
                action: true,
                cell: (key) => (
                  <Button aria-label={`${words.revoke}: ${key.name}`} onClick={() => setEnding(key)}>
                    {words.revoke}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Loaded>
      <Dialog open={open} onClose={() => setOpen(false)} title={words.newKey}>
        <NewKey />
      </Dialog>
      {ending && <Revoke apiKey={ending} onClose={() => setEnding(null)} />}
    </Section>
  );
}

function NewKey() {
  const create = useWrite(({ name = "", access }: Typed, headers) =>
    dataOf(api.operator.POST("/api/v2/api-keys", { headers, body: { name, readOnly: access === "read" } })),
  );
  if (create.data)
    return (
      <div className="space-y-3">
        <p>{words.keyShown}</p>
        <div className="flex items-start gap-2">
          <Code text={create.data.apiKey} label={words.key} />
          <Copy text={create.data.apiKey} />
        </div>
      </div>
    );
  return (
    <Form onSubmit={create.write} write={create} action={words.newKey} fields={["name"]}>
      {(errorOf) => (
        <>
          <Field name="name" label={words.keyName} error={errorOf("name")} />
          <Select
            name="access"
            label={words.access}
            options={[
              ["read", words.readOnly],
              ["write", words.readWrite],
            ]}
          />
        </>
      )}
    </Form>
  );
}

function Revoke({ apiKey: { id, name }, onClose }: { readonly apiKey: ApiKey; readonly onClose: () => void }) {
  const params = { path: { apiKeyId: id } };
  const revoke = useWrite(
    (_: null, headers) => api.operator.DELETE("/api/v2/api-keys/{apiKeyId}", { headers, params }),
    onClose,
  );
  return (
    <Confirm
      open
      onClose={onClose}
      title={words.revokeTitle(name)}
      action={words.revoke}
      weight="danger"
      write={revoke}
      onConfirm={() => revoke.write(null)}
    >
      <p>{words.revokeText}</p>
    </Confirm>
  );
}
