import { useState } from "react";
import type { Operator } from "#client";
import { api } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useWrite } from "../api/use-write.ts";
import { Code } from "../components/as-api.tsx";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Loaded } from "../components/failure.tsx";
import { Field, Form, type Typed } from "../components/form.tsx";
import { Page, Section } from "../components/page.tsx";
import { Table } from "../components/table.tsx";
import { Day, Name, State } from "../components/values.tsx";
import { run } from "../messages/run.ts";

type Platform = Operator["schemas"]["AdapterProvider"];

const words = run.platforms;

/** The platforms at which this installation has an application, so that sellers can connect them. */
export function Platforms() {
  const [chosen, setChosen] = useState<Platform | null>(null);
  const answer = useAnswer(["platforms"], () => api.operator.GET("/api/v2/operator/adapters"));
  return (
    <Page title={words.title} lead={words.lead}>
      <Section flush>
        <Loaded of={answer}>
          {({ items }) => (
            <Table
              label={words.title}
              rows={items}
              keyOf={({ provider }) => provider}
              columns={[
                { head: words.platform, cell: ({ displayName }) => <Name>{displayName}</Name> },
                { head: words.version, cell: ({ apiVersion }) => apiVersion, roomy: true },
                { head: words.sunset, cell: ({ sunset }) => <Day at={sunset} />, roomy: true },
                {
                  head: words.application,
                  cell: ({ configured, clientId }) => (
                    <State
                      code={configured ? "connected" : "needs_setup"}
                      label={configured ? (clientId ?? words.notNeeded) : words.notSet}
                    />
                  ),
                },
                {
                  head: words.set,
                  action: true,
                  cell: (platform) =>
                    platform.callbackUrl && <Button onClick={() => setChosen(platform)}>{words.set}</Button>,
                },
              ]}
            />
          )}
        </Loaded>
      </Section>
      <Dialog open={chosen !== null} onClose={() => setChosen(null)} title={words.setTitle(chosen?.displayName ?? "")}>
        {chosen && <SetApplication platform={chosen} onDone={() => setChosen(null)} />}
      </Dialog>
    </Page>
  );
}

interface SetApplicationProps {
  readonly platform: Platform;
  readonly onDone: () => void;
}

function SetApplication({ platform: { provider, callbackUrl, scopes, clientId }, onDone }: SetApplicationProps) {
  const set = useWrite(
    ({ clientId = "", clientSecret = "" }: Typed, headers) =>
      api.operator.PUT("/api/v2/operator/adapters/{provider}/application", {
        headers,
        params: { path: { provider: provider as "snap" } },
        body: { clientId, clientSecret },
      }),
    onDone,
  );
  return (
    <Form onSubmit={set.write} write={set} action={words.save} fields={["clientId", "clientSecret"]}>
      {(errorOf) => (
        <>
          <p className="text-muted">{words.register}</p>
          <Code text={callbackUrl ?? ""} label={words.callback} />
          {scopes.length > 0 && (
            <p className="text-sm text-muted">
              {words.scopes}: <span className="font-mono">{scopes.join(" ")}</span>
            </p>
          )}
          <Field name="clientId" label={words.clientId} initial={clientId ?? ""} error={errorOf("clientId")} />
          <Field
            name="clientSecret"
            type="password"
            label={words.clientSecret}
            hint={words.sealed}
            error={errorOf("clientSecret")}
          />
        </>
      )}
    </Form>
  );
}
