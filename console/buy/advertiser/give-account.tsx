import { useState } from "react";
import type { Buyer } from "#client";
import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { useWrite } from "../../api/use-write.ts";
import { Button } from "../../components/button.tsx";
import { Failure, Loaded } from "../../components/failure.tsx";
import { Select } from "../../components/form.tsx";
import { Name, State } from "../../components/values.tsx";
import { advertiser } from "../../messages/advertiser.ts";

type Available = Buyer["schemas"]["AvailableAccount"];

const words = advertiser.accounts;

interface GiveAccountProps {
  readonly advertiserId: string;
  readonly onDone: () => void;
}

/** A storefront, one of its sources, and then the accounts that the source lists. */
export function GiveAccount({ advertiserId, onDone }: GiveAccountProps) {
  const [storefrontId, setStorefrontId] = useState("");
  const storefronts = useAnswer(["storefronts", "all"], () =>
    api.buyer.GET("/api/v2/buyer/storefronts", { params: { query: { limit: 100 } } }),
  );
  return (
    <div className="space-y-4">
      <p className="text-muted">{words.choose}</p>
      <Loaded of={storefronts}>
        {({ items }) => (
          <Select
            name="storefront"
            label={words.storefront}
            options={[["", "–"], ...items.map(({ id, name }) => [String(id), name] as const)]}
            onChoose={setStorefrontId}
          />
        )}
      </Loaded>
      {storefrontId && <Sources key={storefrontId} {...{ advertiserId, storefrontId, onDone }} />}
    </div>
  );
}

interface SourcesProps extends GiveAccountProps {
  readonly storefrontId: string;
}

function Sources({ advertiserId, storefrontId, onDone }: SourcesProps) {
  const [sourceId, setSourceId] = useState("");
  const storefront = useAnswer(["storefront", storefrontId], () =>
    api.buyer.GET("/api/v2/buyer/storefronts/{storefrontId}", {
      params: { path: { storefrontId: Number(storefrontId) } },
    }),
  );
  return (
    <Loaded of={storefront}>
      {({ sources }) => {
        const open = sources.filter(({ requiresCredentials, connected }) => requiresCredentials && connected);
        if (open.length === 0) return <p className="text-muted">{words.noSource}</p>;
        return (
          <>
            <Select
              name="source"
              label={words.source}
              options={[["", "–"], ...open.map(({ sourceId: id, name }) => [id, name] as const)]}
              onChoose={setSourceId}
            />
            {sourceId && <Choices key={sourceId} {...{ advertiserId, storefrontId, sourceId, onDone }} />}
          </>
        );
      }}
    </Loaded>
  );
}

function Choices({ advertiserId, storefrontId, sourceId, onDone }: SourcesProps & { readonly sourceId: string }) {
  const path = { advertiserId };
  const available = useAnswer(["available", advertiserId, storefrontId, sourceId], () =>
    api.buyer.GET("/api/v2/buyer/advertisers/{advertiserId}/accounts/available", {
      params: { path, query: { storefrontId, sourceId } },
    }),
  );
  const give = useWrite(
    ({ accountId, credentialId }: Available, headers) =>
      api.buyer.POST("/api/v2/buyer/advertisers/{advertiserId}/accounts", {
        headers,
        params: { path },
        body: { storefrontId, sourceId, accountId, ...(credentialId !== null && { credentialId }) },
      }),
    onDone,
  );
  return (
    <>
      {give.error && <Failure error={give.error} />}
      <Loaded of={available}>
        {({ accounts }) =>
          accounts.length === 0 ? (
            <p className="text-muted">{words.noAccount}</p>
          ) : (
            <ul className="divide-y divide-line rounded-md border border-line">
              {accounts.map((account) => (
                <li key={account.accountId} className="flex flex-wrap items-center justify-between gap-2 px-3 py-2">
                  <Name lines={1}>{account.name ?? account.accountId}</Name>
                  <span className="flex items-center gap-2">
                    <State code={account.status} />
                    <Button onClick={() => give.write(account)}>{words.giveThis}</Button>
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}
