import type { Storefront } from "#client";
import { readable } from "../../components/format.ts";
import { Table } from "../../components/table.tsx";
import { Name } from "../../components/values.tsx";
import { sold } from "../../messages/sold.ts";
import { CreativePreview } from "./creative-preview.tsx";

type Change = Storefront["schemas"]["FieldChange"];

const words = sold.changes;

/** What differs from the version that was submitted before, field by field. */
export function Changes({ changes }: { readonly changes: readonly Change[] | null }) {
  if (!changes || changes.length === 0) return null;
  return (
    <div className="-mx-4 border-y border-line">
      <Table
        label={words.title}
        rows={changes}
        keyOf={({ field }) => field}
        columns={[
          { head: words.field, cell: ({ field }) => <Name>{field}</Name> },
          { head: words.before, cell: ({ before }) => <Name lines={4}>{textOf(before)}</Name> },
          { head: words.after, cell: ({ after }) => <Name lines={4}>{textOf(after)}</Name> },
        ]}
      />
    </div>
  );
}

/** The previous version of a creative, next to the one that is decided on. */
export function PreviousCreative({ payload }: { readonly payload: Readonly<Record<string, unknown>> | null }) {
  if (!payload) return null;
  return (
    <details>
      <summary className="text-sm text-muted">{words.previous}</summary>
      <CreativePreview payload={payload} />
    </details>
  );
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return readable(typeof value === "string" ? value : JSON.stringify(value)).slice(0, 2_000);
}
