/** A form as a browser posts it: one string for each field, empty if the field is missing. */
export interface PostedForm {
  field(name: string): string;
  /** All values of a field that may occur several times. */
  all(name: string): readonly string[];
}

/** Parses `application/x-www-form-urlencoded`; if a field occurs more than once, the first value is used. */
export function readForm(text: string): PostedForm {
  const fields = new URLSearchParams(text);
  return { field: (name) => fields.get(name) ?? "", all: (name) => fields.getAll(name) };
}

/** The posted form; an empty one if something else was posted. */
export function postedIn(body: unknown): PostedForm {
  const form = body as Partial<PostedForm> | null | undefined;
  const { field, all } = form ?? {};
  return typeof field === "function" && typeof all === "function" ? { field, all } : { field: () => "", all: () => [] };
}
