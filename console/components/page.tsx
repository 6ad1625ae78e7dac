import { type ReactNode, useEffect } from "react";
import { shared } from "../messages/shared.ts";
import { AsApi } from "./as-api.tsx";

interface PageProps {
  readonly title: string;
  /** One sentence that says what the page is for, or what it shows. */
  readonly lead?: ReactNode;
  /** The possible actions; the first is the most frequent one. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Page({ title, lead, actions, children }: PageProps) {
  useEffect(() => {
    document.title = shared.page.documentTitle(title.slice(0, 120));
  }, [title]);
  return (
    <div className="mx-auto max-w-6xl px-4 py-6 md:px-8 md:py-8">
      <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 max-w-3xl">
          <h1 className="text-xl font-semibold tracking-tight">
            <bdi className="line-clamp-3">{title}</bdi>
          </h1>
          {lead && <div className="mt-1 text-muted">{lead}</div>}
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {actions}
          <AsApi />
        </div>
      </header>
      <div className="space-y-6">{children}</div>
    </div>
  );
}

interface SectionProps {
  readonly title?: string;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** A table reaches to the edges. */
  readonly flush?: boolean;
}

export function Section({ title, note, actions, children, flush = false }: SectionProps) {
  return (
    <section className="overflow-hidden rounded-md border border-line bg-surface">
      {(title || actions) && (
        <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line px-4 py-3">
          <div className="min-w-0">
            {title && <h2 className="text-lg font-semibold">{title}</h2>}
            {note && <p className="text-sm text-muted">{note}</p>}
          </div>
          {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </header>
      )}
      <div className={flush ? "" : "px-4 py-4"}>{children}</div>
    </section>
  );
}

/** An empty list: what it is for, and how to create its first entry. */
export function Empty({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className="px-4 py-10 text-center">
      <p className="font-semibold">{title}</p>
      <p className="mx-auto mt-1 max-w-prose text-balance text-muted">{text}</p>
      {children && <div className="mt-4 flex flex-wrap justify-center gap-2">{children}</div>}
    </div>
  );
}

/** Names and values, in as many columns as fit. */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-x-6 gap-y-4">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="text-sm text-muted">{name}</dt>
          <dd className="mt-0.5">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
