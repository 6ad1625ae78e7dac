import type { ReactNode } from "react";
import { ApiError, Unreachable } from "#client";
import { shared } from "../messages/shared.ts";
import { Button, looksOf } from "./button.tsx";

/** What a person reads about an error. The API's own message is shown unchanged; everything else has a sentence. */
export function sentenceOf(error: Error): string {
  if (error instanceof Unreachable) return shared.failure.away;
  if (!(error instanceof ApiError)) return error.message;
  if (error.status === 401) return shared.failure.ended;
  if (error.status >= 500) return shared.failure.server;
  return error.message;
}

interface FailureProps {
  readonly error: Error;
  readonly title?: string;
  readonly retry?: () => void;
}

export function Failure({ error, title, retry }: FailureProps) {
  const requestId = error instanceof ApiError ? error.requestId : undefined;
  const ended = error instanceof ApiError && error.status === 401;
  const denied = error instanceof ApiError && error.code === "FORBIDDEN";
  return (
    <div role="alert" className="rounded-md border border-bad bg-bad-wash px-4 py-3 text-bad">
      {title && <p className="font-semibold">{title}</p>}
      <p>{sentenceOf(error)}</p>
      {denied && <p>{shared.failure.denied}</p>}
      {requestId && <p className="mt-1 font-mono text-xs">{shared.failure.requestId(requestId)}</p>}
      <div className="mt-2 flex flex-wrap gap-2 empty:hidden">
        {retry && <Button onClick={retry}>{shared.actions.retry}</Button>}
        {ended && (
          <a className={looksOf("secondary")} href="/sign-in?next=/console" target="_blank" rel="opener">
            {shared.failure.signIn}
          </a>
        )}
      </div>
    </div>
  );
}

interface Answering<Data> {
  readonly data: Data | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

/** A request's state from the beginning: loading, failed with a way to continue, or its result. */
export function Loaded<Data>({
  of,
  children,
  lines = 3,
}: {
  readonly of: Answering<Data>;
  readonly children: (data: Data) => ReactNode;
  readonly lines?: number;
}) {
  const { data, error, refetch } = of;
  const again = () => void refetch();
  if (data === undefined && error) return <Failure error={error} title={shared.failure.title} retry={again} />;
  if (data === undefined) return <Loading lines={lines} />;
  return (
    <>
      {error && <Failure error={error} retry={again} />}
      {children(data)}
    </>
  );
}

const WIDTHS = ["w-11/12", "w-3/4", "w-5/6", "w-2/3"];

export function Loading({ lines = 3 }: { readonly lines?: number }) {
  return (
    <div role="status" className="space-y-3 py-2">
      <span className="sr-only">{shared.waiting.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className={`h-4 rounded-sm bg-sunken ${WIDTHS[line % WIDTHS.length]}`} />
      ))}
    </div>
  );
}
