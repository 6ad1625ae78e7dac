import type { ReactNode } from "react";
import { Moment } from "./values.tsx";

export interface Happening {
  readonly id: string;
  readonly at: string | null;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
}

/** What happened, oldest first: who did it, what was sent, what came back. */
export function Timeline({ happenings }: { readonly happenings: readonly Happening[] }) {
  return (
    <ol className="space-y-4">
      {happenings.map(({ id, at, title, detail }) => (
        <li key={id} className="grid gap-x-4 gap-y-1 border-s-2 border-line ps-4 sm:grid-cols-[12rem_1fr]">
          <p className="text-sm text-muted">
            <Moment at={at} />
          </p>
          <div className="min-w-0">
            <p className="font-medium">{title}</p>
            {detail && <div className="text-sm text-muted">{detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
