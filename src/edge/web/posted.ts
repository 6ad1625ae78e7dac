/** A form as a browser posts it: a string for each field, empty if missing. */
export interface Posted {
  field(name: string): string;
  /** Every value of a field that may occur several times. */
  all(name: string): readonly string[];
}

/** Parses `application/x-www-form-urlencoded`; of a duplicate field, the first value. */
export function readForm(text: string): Posted {
  const fields = new URLSearchParams(text);
  return { field: (name) => fields.get(name) ?? "", all: (name) => fields.getAll(name) };
}

/** The posted form; an empty one where something else was posted. */
export function postedIn(body: unknown): Posted {
  const form = body as Partial<Posted> | null | undefined;
  const { field, all } = form ?? {};
  return typeof field === "function" && typeof all === "function" ? { field, all } : { field: () => "", all: () => [] };
}
