/** Gives the reader a file of what is here already. */
export function saveText(name: string, parts: string[]): void {
  saveFile(name, new Blob(parts, { type: "text/csv;charset=utf-8" }));
}

export function saveFile(name: string, file: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
