/** What a storyboard may do to an account that is not a sandbox account: only read. */
const READS = /^(get_|list_|check_|validate_|preview_|tasks_|si_get_)/;

/** The error for a blocked call, by which its step is recognised so that it does not count against the seller. */
export const BLOCKED_CALL = "not sent: only sandbox accounts are bought on";

/**
 * The body with which a call may be sent: as it is, or with its accounts marked as sandbox accounts; undefined if it
 * must not be sent.
 */
export function onSandboxOnly(body: string): string | undefined {
  const message = parsed(body);
  const call = message && toolCallIn(message);
  if (!call || READS.test(call.tool) || isRehearsal(call)) return body;
  const input = marked(call.input);
  return input && JSON.stringify(call.with(input));
}

/** AdCP's test controller only affects sandboxes: its calls name no account, or only by id. */
function isRehearsal({ tool, input }: ToolCall): boolean {
  if (tool !== "comply_test_controller") return false;
  const { account_id: accountId, sandbox } = fieldsOf(input.account);
  return input.account === undefined || (accountId === undefined && sandbox === true);
}

type Fields = Readonly<Record<string, unknown>>;

interface ToolCall {
  readonly tool: string;
  readonly input: Fields;
  /** Replaces the input, and returns the whole message. */
  readonly with: (input: Fields) => Fields;
}

/** MCP's `tools/call`, or the skill in an A2A message; undefined if the message calls no tool. */
function toolCallIn(message: Fields): ToolCall | undefined {
  const params = fieldsOf(message.params);
  if (message.method === "tools/call")
    return {
      tool: String(params.name),
      input: fieldsOf(params.arguments),
      with: (input) => ({ ...message, params: { ...params, arguments: input } }),
    };
  const said = fieldsOf(params.message);
  const parts = Array.isArray(said.parts) ? said.parts.map(fieldsOf) : [];
  const at = parts.findIndex(({ data }) => fieldsOf(data).skill !== undefined);
  if (at === -1) return undefined;
  const data = fieldsOf(parts[at]?.data);
  const field = data.input === undefined ? "parameters" : "input";
  const rewritten = (input: Fields) => parts.with(at, { ...parts[at], data: { ...data, [field]: input } });
  return {
    tool: String(data.skill),
    input: fieldsOf(data[field]),
    with: (input) => ({ ...message, params: { ...params, message: { ...said, parts: rewritten(input) } } }),
  };
}

/** Marks every account in the input as a sandbox account; undefined if one cannot be marked, or there is none. */
function marked(input: Fields): Fields | undefined {
  if (!Array.isArray(input.accounts)) return holdingMarked(input);
  const accounts = input.accounts.map(fieldsOf).map((entry) => {
    return entry.account === undefined ? markedAccount(entry) : holdingMarked(entry);
  });
  if (accounts.includes(undefined)) return undefined;
  const rest = input.account === undefined ? input : holdingMarked(input);
  return rest && { ...rest, accounts };
}

function holdingMarked(holder: Fields): Fields | undefined {
  const account = markedAccount(fieldsOf(holder.account));
  return account && { ...holder, account };
}

/** An account that is named only by id may be anybody's; only one with brand and operator can be marked. */
function markedAccount(account: Fields): Fields | undefined {
  if (account.brand === undefined || account.account_id !== undefined) return undefined;
  return { ...account, sandbox: true };
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function parsed(body: string): Fields | undefined {
  try {
    return fieldsOf(JSON.parse(body));
  } catch {
    return undefined;
  }
}
