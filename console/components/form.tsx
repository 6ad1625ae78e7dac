import { type FormEvent, type ReactNode, useId } from "react";
import { ApiError } from "#client";
import { shared } from "../messages/shared.ts";
import { Button } from "./button.tsx";
import { Failure } from "./failure.tsx";

/** The entries, by the names of their fields. */
export type Typed = Readonly<Record<string, string>>;

/** The texts of a form; what is a file is not among them. */
export function typedIn(form: HTMLFormElement): Typed {
  const entries = [...new FormData(form)];
  return Object.fromEntries(
    entries.flatMap(([name, value]) => (typeof value === "string" ? [[name, value.trim()]] : [])),
  );
}

interface FormProps {
  readonly onSubmit: (typed: Typed) => void;
  readonly write: { readonly busy: boolean; readonly error: Error | null };
  readonly action: string;
  /** Names of the fields, so that an error in a field that is not here is shown above them. */
  readonly fields: readonly string[];
  readonly children: (errorOf: (field: string) => string | undefined) => ReactNode;
  readonly aside?: ReactNode;
}

/** The API's message is shown next to its field; the entries are kept. */
export function Form({ onSubmit, write, action, fields, children, aside }: FormProps) {
  const issues = write.error instanceof ApiError ? write.error.issues : [];
  const errorOf = (field: string) =>
    issues.find((issue) => issue.field === field || issue.field === `body.${field}`)?.message;
  const isElsewhere = write.error && !fields.some((field) => errorOf(field));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit(typedIn(event.currentTarget));
  };
  return (
    <form onSubmit={submit} noValidate className="space-y-4">
      {write.error && (isElsewhere ? <Failure error={write.error} /> : <Fix />)}
      {children(errorOf)}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" weight="primary" busy={write.busy && shared.waiting.saving}>
          {action}
        </Button>
        {aside}
      </div>
    </form>
  );
}

function Fix() {
  return (
    <p role="alert" className="text-bad">
      {shared.failure.fix}
    </p>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly type?: "text" | "number" | "date" | "url" | "email" | "password";
  readonly initial?: string;
  readonly optional?: boolean;
  readonly step?: string;
}

const BOX =
  "w-full min-h-9 rounded-md border border-strong-line bg-surface px-3 py-1.5 text-base text-ink placeholder:text-muted aria-invalid:border-bad";

export function Field({ type = "text", initial, step, ...labelled }: FieldProps) {
  return (
    <Labelled {...labelled}>
      {(given) => (
        <input {...given} type={type} step={step} defaultValue={initial} className={BOX} autoComplete="off" />
      )}
    </Labelled>
  );
}

export function TextArea({ initial, rows = 4, ...labelled }: FieldProps & { readonly rows?: number }) {
  return (
    <Labelled {...labelled}>
      {(given) => <textarea {...given} rows={rows} defaultValue={initial} className={BOX} />}
    </Labelled>
  );
}

/** `on` in the entries while it is ticked. */
export function Checkbox({
  name,
  label,
  initial = false,
}: {
  readonly name: string;
  readonly label: string;
  readonly initial?: boolean;
}) {
  return (
    <label className="flex items-center gap-2">
      <input type="checkbox" name={name} defaultChecked={initial} />
      {label}
    </label>
  );
}

interface SelectProps extends FieldProps {
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChoose?: (value: string) => void;
}

export function Select({ options, initial, onChoose, ...labelled }: SelectProps) {
  return (
    <Labelled {...labelled}>
      {(given) => (
        <select {...given} defaultValue={initial} className={BOX} onChange={({ target }) => onChoose?.(target.value)}>
          {options.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

interface Given {
  readonly id: string;
  readonly name: string;
  readonly "aria-invalid": true | undefined;
  readonly "aria-describedby": string;
}

function Labelled({
  name,
  label,
  hint,
  error,
  optional,
  children,
}: FieldProps & { readonly children: (given: Given) => ReactNode }) {
  const id = useId();
  const given = { id, name, "aria-invalid": error ? (true as const) : undefined, "aria-describedby": `${id}-says` };
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
        {optional && <span className="font-normal text-muted"> ({shared.page.optional})</span>}
      </label>
      {children(given)}
      <p id={`${id}-says`} className={`mt-1 text-sm empty:hidden ${error ? "text-bad" : "text-muted"}`}>
        {error ?? hint}
      </p>
    </div>
  );
}
