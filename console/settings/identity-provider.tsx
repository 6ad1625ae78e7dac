import { useState } from "react";
import type { Operator } from "#client";
import { api } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useWrite } from "../api/use-write.ts";
import { Code, Copy } from "../components/as-api.tsx";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Failure, Loaded } from "../components/failure.tsx";
import { Field, Form, Select, type Typed } from "../components/form.tsx";
import { Section } from "../components/page.tsx";
import { Table } from "../components/table.tsx";
import { Name, State } from "../components/values.tsx";
import { settings as words } from "../messages/settings.ts";

type Setting = Operator["schemas"]["IdentityProviderSetting"];
type Kind = Operator["schemas"]["IdentityProvider"]["kind"];

const KINDS = ["google", "entra", "okta", "oidc"] as const satisfies readonly Kind[];

/** The provider that signs in an organisation's people, and the domains for which it counts. */
export function IdentityProvider() {
  const [open, setOpen] = useState<"provider" | "domain" | null>(null);
  const close = () => setOpen(null);
  const answer = useAnswer(["identity-provider"], () => api.operator.GET("/api/v2/identity-provider"));
  const actions = (
    <>
      <Button onClick={() => setOpen("provider")}>{words.setProvider}</Button>
      <Button onClick={() => setOpen("domain")}>{words.newDomain}</Button>
    </>
  );
  return (
    <Section title={words.provider} note={words.providerNote} flush actions={actions}>
      <Loaded of={answer}>
        {(setting) => (
          <>
            <p className="px-4 py-4 text-muted">
              {setting.provider ? words.providerIs(setting.provider.name, setting.provider.issuer) : words.providerNone}
            </p>
            {setting.domains.length > 0 && <Domains domains={setting.domains} />}
            <Dialog open={open === "provider"} onClose={close} title={words.setProvider}>
              <SetProvider setting={setting} onDone={close} />
            </Dialog>
          </>
        )}
      </Loaded>
      <Dialog open={open === "domain"} onClose={close} title={words.newDomain}>
        <NewDomain onDone={close} />
      </Dialog>
    </Section>
  );
}

function Domains({ domains }: Pick<Setting, "domains">) {
  const verify = useWrite((domain: string, headers) =>
    api.operator.POST("/api/v2/identity-provider/domains/{domain}/verify", { headers, params: { path: { domain } } }),
  );
  const remove = useWrite((domain: string, headers) =>
    api.operator.DELETE("/api/v2/identity-provider/domains/{domain}", { headers, params: { path: { domain } } }),
  );
  const error = verify.error ?? remove.error;
  return (
    <>
      {error && <Failure error={error} />}
      <Table
        label={words.domains}
        rows={domains}
        keyOf={({ domain }) => domain}
        columns={[
          { head: words.domain, cell: ({ domain }) => <Name>{domain}</Name> },
          {
            head: words.record,
            cell: ({ challenge, verified }) =>
              verified ? (
                <State code="ACTIVE" label={words.proved} />
              ) : (
                <Code text={`${challenge.recordName} TXT ${challenge.recordValue}`} label={words.record} />
              ),
          },
          {
            head: words.verify,
            action: true,
            cell: ({ domain }) => (
              <Button aria-label={`${words.verify}: ${domain}`} onClick={() => verify.write(domain)}>
                {words.verify}
              </Button>
            ),
          },
          {
            head: words.remove,
            action: true,
            cell: ({ domain }) => (
              <Button aria-label={`${words.remove}: ${domain}`} onClick={() => remove.write(domain)}>
                {words.remove}
              </Button>
            ),
          },
        ]}
      />
    </>
  );
}

const FIELDS = ["kind", "name", "issuer", "clientId", "clientSecret", "joinsAs"];

function bodyOf({ name = "", issuer = "", clientId = "", clientSecret = "", joinsAs, ...typed }: Typed) {
  const kind = KINDS.find((one) => one === typed["kind"]) ?? "oidc";
  return {
    kind,
    name,
    clientId,
    ...(kind !== "google" && { issuer }),
    ...(clientSecret !== "" && { clientSecret }),
    joinsAs: joinsAs === "MEMBER" || joinsAs === "ADMIN" ? joinsAs : null,
  } as const;
}

function SetProvider({ setting, onDone }: { readonly setting: Setting; readonly onDone: () => void }) {
  const { provider, redirectUri } = setting;
  const set = useWrite(
    (typed: Typed, headers) => api.operator.PUT("/api/v2/identity-provider", { headers, body: bodyOf(typed) }),
    onDone,
  );
  return (
    <Form onSubmit={set.write} write={set} action={words.setProvider} fields={FIELDS}>
      {(errorOf) => (
        <>
          <div>
            <p>{words.redirectUri}</p>
            <div className="flex items-start gap-2">
              <Code text={redirectUri} label={words.redirectUri} />
              <Copy text={redirectUri} />
            </div>
          </div>
          <Fields provider={provider} errorOf={errorOf} />
        </>
      )}
    </Form>
  );
}

interface FieldsProps extends Pick<Setting, "provider"> {
  readonly errorOf: (field: string) => string | undefined;
}

const JOINING = ["", "MEMBER", "ADMIN"] as const;

function Fields({ provider, errorOf }: FieldsProps) {
  const given = (name: "name" | "issuer" | "clientId", label: string) => ({
    name,
    label,
    initial: provider?.[name] ?? "",
    error: errorOf(name),
  });
  const kinds = KINDS.map((kind) => [kind, words.kinds[kind] ?? kind] as const);
  const joining = JOINING.map((role) => [role, role === "" ? words.joinsNot : (words.roles[role] ?? role)] as const);
  const secret = { label: words.clientSecret, hint: words.secretStays, error: errorOf("clientSecret") };
  return (
    <>
      <Select
        name="kind"
        label={words.kind}
        initial={provider?.kind ?? "oidc"}
        options={kinds}
        error={errorOf("kind")}
      />
      <Field {...given("name", words.keyName)} />
      <Field {...given("issuer", words.issuer)} hint={words.issuerHint} />
      <Field {...given("clientId", words.clientId)} />
      <Field name="clientSecret" type="password" {...secret} />
      <Select
        name="joinsAs"
        label={words.joinsAs}
        initial={provider?.joinsAs ?? ""}
        options={joining}
        error={errorOf("joinsAs")}
      />
    </>
  );
}

function NewDomain({ onDone }: { readonly onDone: () => void }) {
  const add = useWrite(
    ({ domain = "" }: Typed, headers) =>
      api.operator.POST("/api/v2/identity-provider/domains", { headers, body: { domain } }),
    onDone,
  );
  return (
    <Form onSubmit={add.write} write={add} action={words.newDomain} fields={["domain"]}>
      {(errorOf) => <Field name="domain" label={words.domain} hint={words.domainHint} error={errorOf("domain")} />}
    </Form>
  );
}
