import { type PublicKeyCredentialCreationOptionsJSON, startRegistration } from "@simplewebauthn/browser";
import { useState } from "react";
import { dataOf, type Operator } from "#client";
import { api } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useWrite } from "../api/use-write.ts";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Failure, Loaded } from "../components/failure.tsx";
import { Field, Form, type Typed } from "../components/form.tsx";
import { Section } from "../components/page.tsx";
import { Table } from "../components/table.tsx";
import { Moment, Name } from "../components/values.tsx";
import { settings as words } from "../messages/settings.ts";

type Passkey = Operator["schemas"]["Passkey"];

/** Ways to sign in, in addition to a link by email. */
export function Passkeys() {
  const [open, setOpen] = useState(false);
  const [renaming, setRenaming] = useState<Passkey | null>(null);
  const answer = useAnswer(["passkeys"], () => api.operator.GET("/api/v2/passkeys"));
  const remove = useWrite((passkeyId: string, headers) =>
    api.operator.DELETE("/api/v2/passkeys/{passkeyId}", { headers, params: { path: { passkeyId } } }),
  );
  const actions = <Button onClick={() => setOpen(true)}>{words.newPasskey}</Button>;
  return (
    <Section title={words.passkeys} note={words.passkeysNote} flush actions={actions}>
      {remove.error && <Failure error={remove.error} />}
      <Loaded of={answer}>
        {({ passkeys }) =>
          passkeys.length === 0 ? (
            <p className="px-4 py-4 text-muted">{words.passkeysNone}</p>
          ) : (
            <List passkeys={passkeys} onRename={setRenaming} onRemove={remove.write} />
          )
        }
      </Loaded>
      <Dialog open={open} onClose={() => setOpen(false)} title={words.newPasskey}>
        <NewPasskey onDone={() => setOpen(false)} />
      </Dialog>
      <Dialog open={renaming !== null} onClose={() => setRenaming(null)} title={words.rename}>
        {renaming && <Rename passkey={renaming} onDone={() => setRenaming(null)} />}
      </Dialog>
    </Section>
  );
}

interface ListProps {
  readonly passkeys: readonly Passkey[];
  readonly onRename: (passkey: Passkey) => void;
  readonly onRemove: (passkeyId: string) => void;
}

function List({ passkeys, onRename, onRemove }: ListProps) {
  return (
    <Table
      label={words.passkeys}
      rows={passkeys}
      keyOf={({ id }) => id}
      columns={[
        { head: words.passkey, cell: ({ name }) => <Name>{name}</Name> },
        { head: words.lastUsed, cell: ({ lastUsedAt }) => <Moment at={lastUsedAt} />, roomy: true },
        {
          head: words.rename,
          action: true,
          cell: (passkey) => (
            <Button aria-label={`${words.rename}: ${passkey.name}`} onClick={() => onRename(passkey)}>
              {words.rename}
            </Button>
          ),
        },
        {
          head: words.remove,
          action: true,
          cell: ({ id, name }) => (
            <Button aria-label={`${words.remove}: ${name}`} onClick={() => onRemove(id)}>
              {words.remove}
            </Button>
          ),
        },
      ]}
    />
  );
}

/** The browser asks its user in between; cancelling creates nothing. */
function NewPasskey({ onDone }: { readonly onDone: () => void }) {
  const create = useWrite(async ({ name = "" }: Typed, headers) => {
    const options = await dataOf(api.operator.POST("/api/v2/passkeys/options"));
    // The API passes on the browser's options without describing them.
    const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
    const response = { ...(await startRegistration({ optionsJSON })) };
    return dataOf(api.operator.POST("/api/v2/passkeys", { headers, body: { name, response } }));
  }, onDone);
  return (
    <Form onSubmit={create.write} write={create} action={words.newPasskey} fields={["name"]}>
      {(errorOf) => <Field name="name" label={words.passkeyName} hint={words.passkeyHint} error={errorOf("name")} />}
    </Form>
  );
}

function Rename({ passkey: { id, name: before }, onDone }: { readonly passkey: Passkey; readonly onDone: () => void }) {
  const params = { path: { passkeyId: id } };
  const rename = useWrite(
    ({ name = "" }: Typed, headers) =>
      api.operator.PATCH("/api/v2/passkeys/{passkeyId}", { headers, params, body: { name } }),
    onDone,
  );
  return (
    <Form onSubmit={rename.write} write={rename} action={words.rename} fields={["name"]}>
      {(errorOf) => <Field name="name" label={words.passkeyName} initial={before} error={errorOf("name")} />}
    </Form>
  );
}
