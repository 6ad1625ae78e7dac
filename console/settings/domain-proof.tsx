import { useEffect } from "react";
import { dataOf } from "#client";
import { api } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useWrite } from "../api/use-write.ts";
import { Code, Copy } from "../components/as-api.tsx";
import { Button } from "../components/button.tsx";
import { Failure, Loaded } from "../components/failure.tsx";
import { Section } from "../components/page.tsx";
import { Name, State } from "../components/values.tsx";
import { domainProof as words } from "../messages/deliveries.ts";
import { shared } from "../messages/shared.ts";

const LOOK_EVERY_MS = 15_000;

/** The line to paste, and whether it has been found: checked repeatedly while the page is open. */
export function DomainProof() {
  const answer = useAnswer(["storefront"], () => api.storefront.GET("/api/v2/storefront"));
  return (
    <Section title={words.title} note={words.note}>
      <Loaded of={answer}>
        {({ operatorDomain, operatorDomainVerified }) =>
          operatorDomain ? (
            <Proof domain={operatorDomain} proved={operatorDomainVerified} />
          ) : (
            <p className="text-muted">{words.none}</p>
          )
        }
      </Loaded>
    </Section>
  );
}

function Proof({ domain, proved }: { readonly domain: string; readonly proved: boolean }) {
  const verify = useWrite((_: null, headers) =>
    dataOf(api.storefront.POST("/api/v2/storefront/operator-domain/verify", { headers })),
  );
  const { write, busy, data, error } = verify;
  const isProved = data?.operatorDomainVerified ?? proved;
  const watches = data !== undefined && !isProved && !busy;
  useEffect(() => {
    if (!watches) return undefined;
    const timer = setInterval(() => document.visibilityState === "visible" && write(null), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [watches, write]);
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-center gap-3">
        <Name>{domain}</Name>
        <State code={isProved ? "complete" : "missing"} label={isProved ? words.proved : words.notProved} />
        {!isProved && (
          <Button busy={busy && shared.waiting.loading} onClick={() => write(null)}>
            {words.check}
          </Button>
        )}
      </div>
      {error && <Failure error={error} />}
      {data && !isProved && (
        <>
          <p>{words.paste}</p>
          <Line label={words.record} text={data.challenge.recordName} />
          <Line label={words.value} text={data.challenge.recordValue} />
          <ul className="list-disc space-y-1 ps-5 text-sm text-muted">
            {data.proofs.map(({ method, details }) => (
              <li key={method}>{details}</li>
            ))}
          </ul>
          <p role="status" className="text-sm text-muted">
            {words.watching}
          </p>
        </>
      )}
    </div>
  );
}

function Line({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div>
      <p className="text-sm text-muted">{label}</p>
      <div className="flex items-start gap-2">
        <Code text={text} label={label} />
        <Copy text={text} />
      </div>
    </div>
  );
}
