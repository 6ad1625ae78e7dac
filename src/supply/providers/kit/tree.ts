import type { ProviderReply, ProviderRequest } from "../contract/http.ts";
import { fail, type Job, type JobContext, type RemoteRef, type Step } from "../contract/job.ts";
import type { ProviderError, Result } from "../contract/provider-error.ts";

/** The provider's ids of what has been created so far, by the keys of the nodes. */
export type Ids = Readonly<Record<string, string>>;

/** The result of a look-up. An object that is on no page was not created, so it is created again. */
export type Found =
  | { readonly kind: "found"; readonly id: string }
  | { readonly kind: "absent" }
  /** The next look-up, after a pause if something is not ready yet. */
  | { readonly kind: "more"; readonly request: ProviderRequest; readonly waitSeconds?: number };

/** An object to create: a campaign, an ad group, a creative. */
export interface TreeNode<I> {
  readonly key: string;
  readonly kind: string;
  /** An object that usually exists already, and is only created if it does not. */
  readonly lookFirst?: true;
  create(input: I, ids: Ids, ctx: JobContext): ProviderRequest;
  readId(reply: ProviderReply, input: I): Result<string>;
  /** How it is found by its tag if the answer to `create` was lost. */
  find(input: I, ids: Ids, ctx: JobContext): ProviderRequest;
  readFound(reply: ProviderReply, input: I, ids: Ids, ctx: JobContext): Result<Found>;
}

/** A check of what was created, before anything is enabled. */
export interface TreeCheck<I> {
  readonly request: (input: I, ids: Ids, ctx: JobContext) => ProviderRequest;
  /** Reports any difference from what was requested. */
  readonly read: (reply: ProviderReply, input: I, ids: Ids, ctx: JobContext) => Result<null>;
}

/** An object to enable; repeating it has no further effect. */
export interface TreeSwitch<I> {
  readonly request: (input: I, ids: Ids, ctx: JobContext) => ProviderRequest;
  readonly read: (reply: ProviderReply) => Result<unknown>;
}

/** A tree that is created node by node, all of it paused, then checked, and enabled from its leaves to its root. */
export interface Tree<I, T> {
  /** The objection that can be found before anything is requested. */
  refuse?(input: I): ProviderError | undefined;
  nodes(input: I): readonly TreeNode<I>[];
  checks(input: I): readonly TreeCheck<I>[];
  switches(input: I): readonly TreeSwitch<I>[];
  /** The result, from everything that is known at the end. */
  finish(input: I, ids: Ids): T;
}

export interface TreeState<I> {
  readonly stage: "make" | "find" | "check" | "switch";
  readonly index: number;
  readonly ids: Ids;
  readonly input: I;
}

/** The state machine of a tree. Whichever prefix of an exchange is replayed, it continues to the same end. */
export function treeJob<I, T>(tree: Tree<I, T>): Job<I, TreeState<I>, T> {
  return {
    start(input, ctx) {
      const refused = tree.refuse?.(input);
      return refused ? fail(refused) : enter(tree, { stage: "make", index: 0, ids: {}, input }, ctx);
    },
    next: (state, reply, ctx) => advance(tree, state, reply, ctx),
  };
}

function advance<I, T>(
  tree: Tree<I, T>,
  state: TreeState<I>,
  reply: ProviderReply,
  ctx: JobContext,
): Step<TreeState<I>, T> {
  const { stage, index, ids, input } = state;
  const following = { ...state, index: index + 1 };
  if (stage === "make" || stage === "find") {
    const node = tree.nodes(input)[index];
    if (!node) return enter(tree, state, ctx);
    if (stage === "find") {
      const found = node.readFound(reply, input, ids, ctx);
      if (!found.ok) return fail(found.error, madeOf(tree, state));
      if (found.value.kind === "more") {
        const { request, waitSeconds: seconds } = found.value;
        return seconds === undefined ? { do: "send", state, request } : { do: "wait", state, seconds, request };
      }
      if (found.value.kind === "absent") return make(node, state, ctx);
      return enter(tree, { ...following, stage: "make", ids: { ...ids, [node.key]: found.value.id } }, ctx);
    }
    const made = node.readId(reply, input);
    if (!made.ok) return fail(made.error, madeOf(tree, state));
    return enter(tree, { ...following, ids: { ...ids, [node.key]: made.value } }, ctx);
  }
  const read =
    stage === "check"
      ? tree.checks(input)[index]?.read(reply, input, ids, ctx)
      : tree.switches(input)[index]?.read(reply);
  if (read && !read.ok) return fail(read.error, madeOf(tree, state));
  return enter(tree, following, ctx);
}

function enter<I, T>(tree: Tree<I, T>, state: TreeState<I>, ctx: JobContext): Step<TreeState<I>, T> {
  const { stage, index, ids, input } = state;
  if (stage === "make" || stage === "find") {
    const node = tree.nodes(input)[index];
    if (!node) return enter(tree, { ...state, stage: "check", index: 0 }, ctx);
    if (!node.lookFirst) return make(node, state, ctx);
    return { do: "send", state: { ...state, stage: "find" }, request: node.find(input, ids, ctx) };
  }
  const one = (stage === "check" ? tree.checks(input) : tree.switches(input))[index];
  if (one) return { do: "send", state, request: one.request(input, ids, ctx) };
  if (stage === "check") return enter(tree, { ...state, stage: "switch", index: 0 }, ctx);
  return { do: "done", value: tree.finish(input, ids) };
}

function make<I, T>(node: TreeNode<I>, state: TreeState<I>, ctx: JobContext): Step<TreeState<I>, T> {
  const { ids, input } = state;
  const onLost = { state: { ...state, stage: "find" as const }, request: node.find(input, ids, ctx) };
  return { do: "send", state: { ...state, stage: "make" }, request: node.create(input, ids, ctx), onLost };
}

function madeOf<I, T>(tree: Tree<I, T>, { ids, input }: TreeState<I>): RemoteRef[] {
  return tree.nodes(input).flatMap(({ key, kind }) => {
    const id = ids[key];
    return id === undefined ? [] : [{ kind, id }];
  });
}
