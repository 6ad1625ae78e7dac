import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { curlOf, recordedRequests } from "../api/recorded.ts";
import { shared } from "../messages/shared.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

/** A program can request whatever the page shows: the requests as curl, and their answers. */
export function AsApi() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{shared.actions.asApi}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={shared.page.apiTitle} wide>
        <Requests />
      </Dialog>
    </>
  );
}

function Requests() {
  const requests = recordedRequests();
  if (requests.length === 0) return <p>{shared.page.apiNone}</p>;
  return (
    <div className="space-y-6">
      <p className="text-muted">{shared.page.apiText}</p>
      {requests.map((request) => {
        const curl = curlOf(request, location.origin);
        return (
          <div key={request.id} className="space-y-2">
            <div className="flex items-start gap-2">
              <Code text={curl} label={shared.actions.asApi} />
              <Copy text={curl} />
            </div>
            <details>
              <summary className="text-sm text-muted">{shared.page.answer(request.status)}</summary>
              <Code text={indented(request.answer)} label={shared.page.answer(request.status)} />
            </details>
            {request.requestId && (
              <Link
                to="/requests"
                search={{ requestId: request.requestId }}
                className="font-mono text-xs break-all text-accent underline"
              >
                {request.requestId}
              </Link>
            )}
          </div>
        );
      })}
    </div>
  );
}

export function Code({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <pre
      tabIndex={0}
      role="region"
      aria-label={label}
      dir="ltr"
      className="max-h-72 min-w-0 grow overflow-auto rounded-md bg-sunken px-3 py-2 font-mono text-xs whitespace-pre-wrap"
    >
      {text}
    </pre>
  );
}

export function Copy({ text }: { readonly text: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(text).then(() => setCopied(true));
  return (
    <Button onClick={copy} aria-live="polite">
      {copied ? shared.actions.copied : shared.actions.copy}
    </Button>
  );
}

const MOST_SHOWN = 20_000;

function indented(answer: string): string {
  try {
    return JSON.stringify(JSON.parse(answer), null, 2).slice(0, MOST_SHOWN);
  } catch {
    return answer.slice(0, MOST_SHOWN);
  }
}
