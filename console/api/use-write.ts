import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";

interface Write<Input, Data> {
  readonly write: (input: Input) => void;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly data: Data | undefined;
  readonly reset: () => void;
}

interface Attempt {
  readonly key: string;
  /** What was sent under it. */
  readonly input: string;
}

/**
 * A write whose key is created when its form opens: a double click, or a retry after no answer, is the same write.
 * After success it gets a new key, and everything on the page is fetched again.
 */
export function useWrite<Input, Data>(
  send: (input: Input, headers: { readonly "idempotency-key": string }) => Promise<Data>,
  onDone?: (data: Data, input: Input) => void,
): Write<Input, Data> {
  const attempt = useRef<Attempt>({ key: crypto.randomUUID(), input: "" });
  const client = useQueryClient();
  const { mutate, isPending, error, data, reset } = useMutation<Data, Error, Input>({
    mutationFn: (input) => {
      const said = JSON.stringify(input, (_, value: unknown) => (value instanceof File ? nameOf(value) : value)) ?? "";
      // The same key with another body would be a conflict: what was changed since is another write.
      if (attempt.current.input !== said) attempt.current = { key: crypto.randomUUID(), input: said };
      return send(input, { "idempotency-key": attempt.current.key });
    },
    onSuccess: (data, input) => {
      attempt.current = { key: crypto.randomUUID(), input: "" };
      void client.invalidateQueries();
      onDone?.(data, input);
    },
  });
  return { write: mutate, busy: isPending, error, data, reset };
}

/** A file is nothing in JSON, and another file is another write. */
function nameOf({ name, size, lastModified }: File): string {
  return `${name} ${size} ${lastModified}`;
}
