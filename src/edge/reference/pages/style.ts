/** The reference's additions to the style sheet of every page. */
export const STYLE = `
code{font:.9375em/1.5 ui-monospace,monospace;overflow-wrap:anywhere}
main nav ul,.operations,.fields{list-style:none;margin:0;padding:0}
main nav ul{display:flex;flex-wrap:wrap;column-gap:1.25rem}
main nav a{display:inline-flex;align-items:center;min-block-size:2.75rem}
main nav{margin-block-start:1rem}
.find{display:flex;flex-wrap:wrap;gap:.75rem;align-items:end;max-inline-size:42rem}
.find .field{flex:1 1 16rem}
.operations{display:grid;gap:.25rem;margin-block-start:.5rem}
.operations a{display:block;padding-block:.5rem;min-block-size:2.75rem;text-decoration:none}
.operations span{text-decoration:underline}
.operations code{display:block;color:var(--quiet)}
main>.wide{max-inline-size:none}
ol{margin-block:.5rem;padding-inline-start:1.75rem}
ol a{display:inline-block;padding-block:.25rem}
summary{line-height:2.75rem;color:var(--link);cursor:pointer}
.fields{display:grid;gap:.75rem;margin-block-start:.75rem}
.fields p{margin:0}
.fields .fields,.fields .shape{margin-block-start:.75rem;padding-inline-start:1rem;border-inline-start:.125rem solid var(--edge)}
h3{font-size:1.0625rem;margin:1.5rem 0 .5rem}
@media(min-width:48rem){.operations a{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);column-gap:2rem;align-items:baseline}}
`.replaceAll("\n", "");
