import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { dataOf } from "#client";
import { api } from "../../api/client.ts";
import { useWrite } from "../../api/use-write.ts";
import { Button } from "../../components/button.tsx";
import { Field, Form, Select, type Typed } from "../../components/form.tsx";
import { sell } from "../../messages/sell.ts";
import { useSession } from "../../shell/session.ts";

const words = sell.sources;
const KINDS = ["agent", "spreadsheet", "simulated"] as const;
type Kind = (typeof KINDS)[number];

const TEXT: Readonly<Record<Kind, string>> = {
  agent: words.agentText,
  spreadsheet: words.spreadsheetText,
  simulated: words.simulatedText,
};

/** First the kind of source, then the few fields that this kind requires. */
export function AddSource({ onDone }: { readonly onDone: () => void }) {
  const { current } = useSession();
  const [kind, setKind] = useState<Kind | null>(null);
  const kinds = KINDS.filter((one) => one !== "simulated" || current.sandbox);
  if (kind) return <Details kind={kind} onDone={onDone} />;
  return (
    <ul className="space-y-2">
      {kinds.map((one) => (
        <li key={one}>
          <button
            type="button"
            onClick={() => setKind(one)}
            className="w-full rounded-md border border-line px-4 py-3 text-start hover:bg-sunken"
          >
            <span className="block font-medium">{words[one]}</span>
            <span className="block text-sm text-muted">{TEXT[one]}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Details({ kind, onDone }: { readonly kind: Kind; readonly onDone: () => void }) {
  const { current } = useSession();
  const navigate = useNavigate();
  const add = useWrite(
    async (typed: Typed, headers): Promise<{ readonly sourceId: string }> =>
      kind === "spreadsheet"
        ? dataOf(
            api.storefront.POST("/api/v2/storefront/inventory-sources/modular/feed", {
              headers,
              body: { name: typed.name ?? "", includeBookingLedger: true },
            }),
          )
        : dataOf(
            api.storefront.POST("/api/v2/storefront/inventory-sources", {
              headers,
              body: kind === "agent" ? agentOf(typed) : simulatedOf(typed, current.customerDomain),
            }),
          ),
    ({ sourceId }) => {
      onDone();
      void navigate({ to: "/sell/sources/$sourceId", params: { sourceId } });
    },
  );
  return (
    <Form
      onSubmit={add.write}
      write={add}
      action={words.add}
      fields={["name", "endpointUrl", "protocol", "auth.token"]}
    >
      {(errorOf) => (
        <>
          <p className="text-muted">{TEXT[kind]}</p>
          <Field name="name" label={words.name} error={errorOf("name")} />
          {kind === "agent" && <AgentFields errorOf={errorOf} />}
        </>
      )}
    </Form>
  );
}

function AgentFields({ errorOf }: { readonly errorOf: (field: string) => string | undefined }) {
  const [asksKey, setAsksKey] = useState(false);
  const protocols = ["MCP", "A2A"].map((name) => [name, name] as const);
  return (
    <>
      <Field name="endpointUrl" type="url" label={words.address} error={errorOf("endpointUrl")} />
      <Select name="protocol" label={words.protocol} options={protocols} error={errorOf("protocol")} />
      {asksKey ? (
        <Field name="token" type="password" label={words.keyField} error={errorOf("auth.token")} />
      ) : (
        <p className="flex flex-wrap items-center gap-2 text-muted">
          {words.open} <Button onClick={() => setAsksKey(true)}>{words.key}</Button>
        </p>
      )}
    </>
  );
}

function agentOf({ name = "", endpointUrl = "", protocol, token }: Typed) {
  const common = { name, endpointUrl, executionType: "AGENT" as const, type: "SALES" as const };
  const spoken = protocol === "A2A" ? ("A2A" as const) : ("MCP" as const);
  return token
    ? { ...common, protocol: spoken, authenticationType: "API_KEY" as const, auth: { type: "api_key" as const, token } }
    : { ...common, protocol: spoken, authenticationType: "NO_AUTH" as const };
}

/** Simulated inventory, always the same for the same name. */
function simulatedOf({ name = "" }: Typed, domain: string | null) {
  return {
    name,
    executionType: "SIMULATED" as const,
    type: "SALES" as const,
    authenticationType: "NO_AUTH" as const,
    simulation: {
      seed: name || "console",
      name: name || "console",
      publisherDomain: domain ?? "publisher.example",
      channels: ["ctv" as const, "display" as const, "podcast" as const],
      currency: "USD",
      countries: ["US"],
    },
  };
}
