import { useMutation } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useId } from "react";
import { shared } from "../messages/shared.ts";
import { Button } from "./button.tsx";
import { saveFile } from "./csv.ts";
import { Failure } from "./failure.tsx";
import { typedIn } from "./form.tsx";
import { countOf } from "./format.ts";
import { type Column, Table } from "./table.tsx";

/** A list's filters and page, from the URL. */
export type Address = Readonly<Record<string, string | undefined>>;

export function useAddress(): readonly [Address, (changes: Address) => void] {
  const given: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const address = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
  const change = (changes: Address) =>
    void navigate({ to: ".", search: withoutEmpty({ ...address, ...changes }), replace: true });
  return [address, change];
}

function withoutEmpty(address: Address): Address {
  return Object.fromEntries(Object.entries(address).filter(([, value]) => value));
}

export const PAGE_SIZE = 25;

/** The start of a page of the list. */
export function skipOf({ page = "1" }: Address): number {
  return Math.max(0, (Number.parseInt(page, 10) || 1) - 1) * PAGE_SIZE;
}

interface CsvFile {
  readonly name: string;
  /** Asks for the list with `AS_CSV`. */
  readonly ask: () => Promise<{ readonly data?: Blob }>;
}

export interface ListProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly total: number;
  readonly keyOf: (row: Row) => string;
  readonly empty: ReactNode;
  readonly filters?: ReactNode;
  /** Everything that the filter finds, not just this page. */
  readonly csv?: CsvFile;
}

/** A list whose filter, order and page are the server's, and are part of the URL. */
export function List<Row>({ label, columns, rows, total, keyOf, empty, filters, csv }: ListProps<Row>) {
  const [address, change] = useAddress();
  const skip = skipOf(address);
  const isFiltered = Object.keys(address).some((name) => name !== "page");
  return (
    <>
      {(filters || csv) && (
        <div className="flex flex-wrap items-end justify-between gap-3 border-b border-line px-4 py-3">
          <div className="flex flex-wrap items-end gap-3">{filters}</div>
          {csv && total > 0 && <CsvButton {...csv} />}
        </div>
      )}
      {rows.length === 0 ? (
        isFiltered ? (
          <p className="px-4 py-10 text-center text-muted">{shared.page.noMatch}</p>
        ) : (
          empty
        )
      ) : (
        <Table label={label} columns={columns} rows={rows} keyOf={keyOf} />
      )}
      {total > PAGE_SIZE && (
        <nav
          aria-label={label}
          className="flex items-center justify-between gap-2 border-t border-line px-4 py-2 text-sm"
        >
          <span className="text-muted">
            {shared.page.shown(skip + 1, Math.min(total, skip + PAGE_SIZE), countOf(total))}
          </span>
          <span className="flex gap-2">
            <Button disabled={skip === 0} onClick={() => change({ page: String(skip / PAGE_SIZE) })}>
              {shared.actions.previous}
            </Button>
            <Button disabled={skip + PAGE_SIZE >= total} onClick={() => change({ page: String(skip / PAGE_SIZE + 2) })}>
              {shared.actions.next}
            </Button>
          </span>
        </nav>
      )}
    </>
  );
}

function CsvButton({ name, ask }: CsvFile) {
  const { mutate, isPending, error } = useMutation({
    mutationFn: ask,
    onSuccess: ({ data }) => data && saveFile(name, data),
  });
  return (
    <span className="flex flex-col items-end gap-2">
      <Button busy={isPending && shared.waiting.preparing} onClick={() => mutate()}>
        {shared.actions.csv}
      </Button>
      {error && <Failure error={error} />}
    </span>
  );
}

const SMALL_BOX = "min-h-8 rounded-md border border-strong-line bg-surface px-2 py-1 text-sm text-ink";

/** Filters by a part of a text, once its writer pauses. */
export function TextFilter({ name, label }: { readonly name: string; readonly label: string }) {
  const [address, change] = useAddress();
  const id = useId();
  return (
    <form
      className="flex flex-col gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        change({ [name]: typedIn(event.currentTarget)[name], page: undefined });
      }}
    >
      <label htmlFor={id} className="text-xs text-muted">
        {label}
      </label>
      <span className="flex gap-2">
        <input id={id} name={name} type="search" defaultValue={address[name] ?? ""} className={SMALL_BOX} />
        <Button type="submit">{shared.actions.filter}</Button>
      </span>
    </form>
  );
}

interface ChoiceFilterProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly (readonly [value: string, label: string])[];
}

export function ChoiceFilter({ name, label, options }: ChoiceFilterProps) {
  const [address, change] = useAddress();
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-xs text-muted">
        {label}
      </label>
      <select
        id={id}
        value={address[name] ?? ""}
        className={SMALL_BOX}
        onChange={({ target }) => change({ [name]: target.value, page: undefined })}
      >
        {options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
