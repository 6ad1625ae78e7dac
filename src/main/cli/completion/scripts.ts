/** The static part for the shell, which asks the command line for completions when they are needed. */
const BASH = `_interchange() {
  local IFS=$'\\n'
  local words=("\${COMP_WORDS[@]:1:COMP_CWORD}")
  COMPREPLY=($(interchange __complete -- "\${words[@]}" 2>/dev/null | cut -f1))
}
complete -o default -F _interchange interchange
`;

const ZSH = `#compdef interchange
_interchange() {
  local -a found
  local line
  for line in "\${(@f)$(interchange __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -n "$line" ]] && found+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
  done
  if (( \${#found} )); then _describe interchange found; else _files; fi
}
compdef _interchange interchange
`;

const FISH = `function __interchange_complete
  set -l words (commandline -opc) (commandline -ct)
  interchange __complete -- $words[2..-1] 2>/dev/null
end
complete -c interchange -f -a "(__interchange_complete)"
`;

export const SCRIPTS = { bash: BASH, zsh: ZSH, fish: FISH } as const;
export type Shell = keyof typeof SCRIPTS;
export const SHELLS = Object.keys(SCRIPTS) as readonly Shell[];
