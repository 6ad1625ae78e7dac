import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, type Buyer, dataOf } from "#client";
import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { useWrite } from "../../api/use-write.ts";
import { Button, looksOf } from "../../components/button.tsx";
import { Loaded } from "../../components/failure.tsx";
import { Field, Form, TextArea, type Typed } from "../../components/form.tsx";
import { buy } from "../../messages/buy.ts";

type Source = Buyer["schemas"]["BuyerStorefront"]["sources"][number];

const words = buy.storefront;
const PATH = "/api/v2/buyer/storefronts/{storefrontId}/sources/{sourceId}/credentials";

/** The parts of each kind of credential, as the API names them; for OAuth nothing is typed. */
const PARTS = {
  api_key: ["token"],
  basic: ["username", "password"],
  jwt: ["issuer", "subject", "keyId", "scope", "tokenEndpointUrl", "audienceUrl", "privateKey"],
  oauth: [],
} as const;
type Kind = keyof typeof PARTS;
const SECRET: ReadonlySet<string> = new Set(["token", "password"]);

interface ConnectProps {
  readonly storefrontId: number;
  readonly source: Source;
  readonly onDone: () => void;
}

/** Asks which credentials the source accepts, which the API lists if none is sent. */
export function Connect(props: ConnectProps) {
  const { storefrontId, source } = props;
  const path = { storefrontId, sourceId: source.sourceId };
  const kind = useAnswer(["credential-kind", path], async () => ({ data: { data: await kindAt(path) } }));
  return <Loaded of={kind}>{(kind) => <Credential {...props} kind={kind} />}</Loaded>;
}

async function kindAt(path: { readonly storefrontId: number; readonly sourceId: string }): Promise<Kind> {
  const error = await dataOf(api.buyer.POST(PATH, { params: { path }, body: {} })).catch((error: unknown) => error);
  const types = error instanceof ApiError ? error.details.supportedAuthTypes : undefined;
  const [type] = Array.isArray(types) ? types : [];
  if (typeof type !== "string" || !isKind(type)) throw error;
  return type;
}

function isKind(type: string): type is Kind {
  return type in PARTS;
}

function Credential({ storefrontId, source, onDone, kind }: ConnectProps & { readonly kind: Kind }) {
  const [consentAt, setConsentAt] = useState<string | null>(null);
  const path = { storefrontId, sourceId: source.sourceId };
  const parts = PARTS[kind];
  const connect = useWrite(
    ({ accountIdentifier = "", ...typed }: Typed, headers) => {
      const auth = kind === "oauth" ? undefined : { type: kind, ...typed };
      const body = { accountIdentifier, marketplaceAccount: false, ...(auth && { auth }) };
      return dataOf(api.buyer.POST(PATH, { headers, params: { path }, body }));
    },
    ({ oauth }) => (oauth ? setConsentAt(oauth.authorizationUrl) : onDone()),
  );
  if (consentAt) return <Consent url={consentAt} name={source.name} onDone={onDone} />;
  return (
    <Form
      onSubmit={connect.write}
      write={connect}
      action={words.connect}
      fields={["accountIdentifier", ...parts.map((part) => `auth.${part}`)]}
    >
      {(errorOf) => (
        <>
          <p className="text-muted">{words.connectTexts[kind]}</p>
          <Field
            name="accountIdentifier"
            label={words.account}
            hint={words.accountHint}
            error={errorOf("accountIdentifier")}
          />
          {parts.map((name) => {
            const field = { name, label: words.parts[name] ?? name, error: errorOf(`auth.${name}`) };
            if (name === "privateKey") return <TextArea key={name} {...field} hint={words.privateKeyHint} rows={6} />;
            return <Field key={name} {...field} type={SECRET.has(name) ? "password" : "text"} />;
          })}
        </>
      )}
    </Form>
  );
}

const WINDOW = "popup,width=520,height=720";

/** A separate window for the consent, or a tab if the browser opens no windows; the server knows the result. */
function Consent({ url, name, onDone }: { readonly url: string; readonly name: string; readonly onDone: () => void }) {
  const client = useQueryClient();
  const look = () => {
    void client.invalidateQueries();
    onDone();
  };
  return (
    <div className="space-y-4">
      <p>{words.consentText(name)}</p>
      <div className="flex flex-wrap gap-2">
        <Button weight="primary" onClick={() => window.open(url, "_blank", `noopener,${WINDOW}`)}>
          {words.consent}
        </Button>
        <a className={looksOf("secondary")} href={url} target="_blank" rel="noreferrer">
          {words.consentInTab}
        </a>
        <Button weight="quiet" onClick={look}>
          {words.consented}
        </Button>
      </div>
    </div>
  );
}
