import type { Api } from "grammy";
import type { Actor } from "../../corpus/actor.ts";
import { CorpusError, type CorpusProblem } from "../../corpus/corpus-error.ts";
import type { Proposal } from "../../corpus/proposals.ts";
import type { Article } from "../../ingest/article.ts";
import { isoDate } from "../../text/partial-date.ts";
import type { FeatureDeps } from "../context.ts";
import { errorFacts } from "../errors.ts";
import { type CardDeps, refreshCards } from "./show.ts";

/** How saving ended. */
export type SaveOutcome =
  | { readonly kind: "saved"; readonly proposal: Proposal }
  /** The same article was added since the card was shown; the proposal is an update now. */
  | { readonly kind: "now-there"; readonly proposal: Proposal }
  | { readonly kind: "failed"; readonly problem: CorpusProblem };

const isUnchanged = (a: Article, b: Article) =>
  (["title", "text", "url", "source", "author", "published"] as const).every(
    (key) => a[key] === b[key],
  ) && dayOf(a) === dayOf(b);

const dayOf = ({ event }: Article) => event && isoDate(event.date);

/** As what an article is saved: in the place of the one it is the same as or alike to, or beside it. */
export type SaveAs = "update" | "new";

/**
 * Saves the article of a waiting proposal. Where the corpus cannot be written it goes on waiting.
 *
 * @param as What the admin chose, where the card asked; by default an update of the same article, else a new one.
 */
export async function saveProposal(
  proposal: Proposal,
  actor: Actor,
  as: SaveAs | undefined,
  { corpus, engine, logger }: FeatureDeps,
): Promise<SaveOutcome> {
  const { store, proposals } = corpus;
  const { id, article, original } = proposal;
  let replaces = proposal.replaces;
  if (as === "new") replaces = null;
  else if (as === "update") replaces ??= proposal.alike?.path ?? null;
  else if (replaces === null) {
    const same = await engine.sameAs(article);
    // Word for word the same: this very press saved it, before a crash.
    if (same !== null && isUnchanged(same.article, article)) replaces = same.path;
    else if (same !== null && same.by !== "alike") {
      proposals.change(id, { replaces: same.path });
      return { kind: "now-there", proposal: { ...proposal, replaces: same.path } };
    }
  }
  try {
    const path = store.save(article, original, actor, replaces ?? undefined);
    const decision = { path, by: actor.name };
    proposals.decide(id, decision);
    return { kind: "saved", proposal: { ...proposal, decision } };
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    logger.error({ problem: error.problem }, "an article could not be saved");
    return { kind: "failed", problem: error.problem };
  }
}

/** Takes a saved article into the index and shows on its cards how that goes. Never throws. */
export async function indexSaved(
  api: Api,
  proposal: Proposal,
  deps: CardDeps & Pick<FeatureDeps, "indexQueue" | "logger" | "stopping">,
  here: Parameters<typeof refreshCards>[3],
): Promise<void> {
  try {
    const outcome = deps.indexQueue.request(proposal.decision!.by);
    await refreshCards(api, proposal, deps, here);
    const state = await outcome;
    if (deps.stopping.aborted) return;
    await refreshCards(api, proposal, deps, here, state);
    deps.corpus.proposals.told(proposal.id);
  } catch (error) {
    deps.logger.warn({ error: errorFacts(error) }, "a card could not be shown");
  }
}

/** Does the same for articles that were saved before the process ended. Never throws. */
export async function indexSavedBefore(
  api: Api,
  deps: Parameters<typeof indexSaved>[2],
): Promise<void> {
  const untold = deps.corpus.proposals.untold();
  await Promise.all(untold.map((proposal) => indexSaved(api, proposal, deps, null)));
}
