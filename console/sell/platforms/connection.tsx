import { useState } from "react";
import { dataOf, type Storefront } from "#client";
import { api } from "../../api/client.ts";
import { useWrite } from "../../api/use-write.ts";
import { Button, looksOf } from "../../components/button.tsx";
import { Confirm, Dialog } from "../../components/dialog.tsx";
import { Failure } from "../../components/failure.tsx";
import { Facts, Section } from "../../components/page.tsx";
import { Day, Moment, Name, State } from "../../components/values.tsx";
import { platforms as words } from "../../messages/sell-platforms.ts";
import { shared } from "../../messages/shared.ts";

type Listed = Storefront["schemas"]["StorefrontConnection"];
type Connected = NonNullable<Listed["connection"]>;
type Wired = Pick<Listed, "storefront" | "credential" | "setupRequired" | "status"> & {
  readonly connection: Pick<
    Connected,
    "id" | "status" | "statusReason" | "connectedBy" | "reauthoriseBy" | "missingScopes"
  > | null;
};

const LOOKS: Readonly<Record<Wired["status"], string>> = {
  not_connected: "needs_setup",
  connected: "connected",
  needs_account_selection: "pending",
  error: "missing",
};

/** The platform's connection: which of the required scopes were granted, and until when. */
export function Connection({ wired }: { readonly wired: Wired }) {
  const { storefront, connection, credential, setupRequired, status } = wired;
  const isStanding = connection !== null && status !== "not_connected";
  return (
    <Section
      title={storefront.providerDisplayName}
      actions={
        <>
          <Connect wired={wired} isAgain={isStanding} />
          {isStanding && <Disconnect connectionId={Number(connection.id)} name={storefront.providerDisplayName} />}
        </>
      }
    >
      <div className="space-y-4">
        {setupRequired && <ToSee title={words.setup} text={setupRequired.message} />}
        {connection?.statusReason && <ToSee title={words.problem} text={connection.statusReason} />}
        <Facts
          facts={[
            [words.state, <State code={LOOKS[status]} label={words.states[status]} />],
            ...(isStanding
              ? [
                  [words.connectedBy, <Name>{connection.connectedBy}</Name>] as const,
                  [words.lastRefreshed, <Moment at={credential?.lastRefreshedAt} />] as const,
                  [
                    words.ends,
                    connection.reauthoriseBy ? <Day at={connection.reauthoriseBy} /> : words.endsNever,
                  ] as const,
                  ...scopesOf(connection.missingScopes, credential?.scopes ?? []),
                ]
              : []),
          ]}
        />
      </div>
    </Section>
  );
}

/** It was like this before the page was opened, so nobody is interrupted by it. */
function ToSee({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div className="rounded-md bg-warn-wash px-3 py-2 text-warn">
      <p className="font-medium">{title}</p>
      <p className="break-words">
        <bdi>{text}</bdi>
      </p>
    </div>
  );
}

/** Granted and missing scopes; a key has no scopes. */
function scopesOf(missing: readonly string[], granted: readonly string[]) {
  const listed = (scopes: readonly string[]) => (
    <span className="font-mono text-sm break-words">{scopes.join(" ")}</span>
  );
  if (granted.length === 0 && missing.length === 0) return [];
  return [
    [words.granted, granted.length > 0 ? listed(granted) : shared.page.none] as const,
    [words.missing, missing.length > 0 ? listed(missing) : words.allGranted] as const,
  ];
}

/** The platform's page is opened by an ordinary link: no browser blocks that. */
function Connect({
  wired: { storefront, setupRequired },
  isAgain,
}: {
  readonly wired: Wired;
  readonly isAgain: boolean;
}) {
  const [isOpen, setOpen] = useState(false);
  const params = { path: { storefrontId: Number(storefront.id) } };
  const begin = useWrite((_: null, headers) =>
    dataOf(api.storefront.POST("/api/v2/storefront/storefronts/{storefrontId}/connection", { headers, params })),
  );
  const show = useWrite(
    async () => null,
    () => setOpen(false),
  );
  const start = () => {
    setOpen(true);
    begin.write(null);
  };
  return (
    <>
      <Button weight={isAgain ? "secondary" : "primary"} disabled={setupRequired !== null} onClick={start}>
        {isAgain ? words.connectAgain : words.connect}
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={words.openTitle(storefront.providerDisplayName)}>
        <div className="space-y-4">
          <p className="text-muted">{words.openText}</p>
          {begin.error && <Failure error={begin.error} />}
          {begin.busy && <p role="status">{shared.waiting.loading}</p>}
          {begin.data && (
            <div className="flex flex-wrap gap-2">
              <a className={looksOf("primary")} href={begin.data.connectionUrl} target="_blank" rel="noreferrer">
                {words.open}
              </a>
              <Button onClick={() => show.write(null)}>{words.reload}</Button>
            </div>
          )}
        </div>
      </Dialog>
    </>
  );
}

function Disconnect({ connectionId, name }: { readonly connectionId: number; readonly name: string }) {
  const [isAsked, setAsked] = useState(false);
  const params = { path: { connectionId } };
  const disconnect = useWrite(
    (_: null, headers) =>
      api.storefront.DELETE("/api/v2/storefront/storefront-connections/{connectionId}", { headers, params }),
    () => setAsked(false),
  );
  return (
    <>
      <Button weight="danger" onClick={() => setAsked(true)}>
        {words.disconnect}
      </Button>
      <Confirm
        open={isAsked}
        onClose={() => setAsked(false)}
        title={words.disconnectTitle(name)}
        action={words.disconnect}
        weight="danger"
        write={disconnect}
        onConfirm={() => disconnect.write(null)}
      >
        <p>{words.disconnectText}</p>
      </Confirm>
    </>
  );
}
