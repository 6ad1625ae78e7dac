/** A form as a browser posts it: a text for each field, empty where there is none. */
export interface Posted {
  field(name: string): string;
}

/** Reads `application/x-www-form-urlencoded`; of a field that comes twice, the first. */
export function readForm(text: string): Posted {
  const fields = new URLSearchParams(text);
  return { field: (name) => fields.get(name) ?? "" };
}

/** The posted form; an empty one where something else was posted. */
export function postedIn(body: unknown): Posted {
  const form = body as Partial<Posted> | null | undefined;
  return typeof form?.field === "function" ? { field: form.field } : { field: () => "" };
}
