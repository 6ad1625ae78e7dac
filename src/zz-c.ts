import { readFileSync } from "node:fs";
import { readBrief, labelOf } from "./ground/brief/index.ts";
let ok = 0, all = 0;
const quiet = process.argv[3] === "-q";
const name = (c: any) => ["topic", "audience", "season"].includes(c.kind) ? labelOf(c.kind, c.concept) : c.value;
for (const line of readFileSync(process.argv[2]!, "utf8").split("\n")) {
  if (line.startsWith("#")) continue;
  const at = line.lastIndexOf(" => "); if (at < 0) continue; all++;
  const [text, rest] = [line.slice(0, at).replaceAll("\\n", "\n").replaceAll("⏎", "\n"), line.slice(at + 4)];
  const [exp, note = ""] = rest.split(/\s+#\s?/);
  const mustFilter = /must filter/.test(note);
  const r = readBrief(text);
  const bad: string[] = [];
  for (const e of exp!.trim().split(/\s+/)) {
    const m = /^(!-|\?-|\+|-)(\w+)=(.*)$/.exec(e); if (!m) continue;
    let [, sign, kind, value] = m as any; value = value.toLowerCase().replaceAll("_", " ");
    const kinds = kind === "topic" || kind === "audience" ? ["topic", "audience", "season"] : kind === "price_ceiling" ? ["maxCpm"] : kind === "region" || kind === "city" ? ["region", "city"] : kind === "currency" ? ["currency", "maxCpm", "budget"] : [kind];
    const cs = r.chips.filter((c: any) => { if (!kinds.includes(c.kind)) return false; const n = String(kind === "currency" ? c.currency ?? c.value : name(c)).toLowerCase(); return kinds.includes("topic") ? n.includes(value) : n === value || Number(n) === Number(value) || (kinds.includes("region") && n.includes(value)); });
    const pos = cs.some((c: any) => !c.negated), neg = cs.some((c: any) => c.negated);
    const firm = cs.some((c: any) => !c.negated && c.certainty >= 0.58);
    if (sign === "+" && (!pos || neg || (mustFilter && ["channel", "country"].includes(kind) && !firm))) bad.push(e);
    if (sign === "-" && (!neg || pos)) bad.push(e);
    if (sign === "!-" && neg) bad.push(e);
    if (sign === "?-" && pos && !(["country", "region", "city"].includes(kind) && !cs.some((c: any) => !c.negated && c.certainty >= (kind === "country" ? 0.58 : 0.3)))) bad.push(e);
  }
  if (bad.length === 0) { ok++; continue; }
  if (!quiet) console.log(`✗ ${line.slice(0, at)}   [${bad.join(" ")}]\n     ${r.languages.join(",")} ` + r.chips.map((c: any) => `${c.negated ? "NOT " : ""}${c.kind}=${name(c)}${c.currency ? " " + c.currency : ""}${c.certainty < 0.58 ? "?" : ""}[${c.span ? text.slice(c.span.start, c.span.end) : ""}]`).join("; "));
}
console.log(ok, "of", all);
