import type { Engine } from "../../engine.ts";
import type { Register, Visit } from "../../model/index.ts";
import { type ReaderLinks, withLinks } from "./links.ts";

/** A visit whose sources all lead somewhere. */
const linkedVisit = (visit: Visit, links: ReaderLinks): Visit => ({
  ...visit,
  sources: visit.sources.map((source) => ({
    ...source,
    link: source.link ?? links.article(source.articleId, source),
  })),
});

/** Only a visit that is opened: lists, files and what is inserted into other chats hold no signed links. */
const linkedRegister = (register: Register, links: ReaderLinks): Register => ({
  ...register,
  visit(id) {
    const visit = register.visit(id);
    return visit === null ? null : linkedVisit(visit, links);
  },
});

/** An engine whose citations without an address of their own lead to the reader; all else is as it was. */
export function linkedEngine(engine: Engine, links: ReaderLinks): Engine {
  return {
    ask: async (question, options) => withLinks(await engine.ask(question, options), links),
    register: () => linkedRegister(engine.register(), links),
    sources: (offset, limit) => engine.sources(offset, limit),
    article: (id) => engine.article(id),
    visitsOf: (id) => engine.visitsOf(id),
    find: (words, offset, limit) => engine.find(words, offset, limit),
    sameAs: (article) => engine.sameAs(article),
    finds: (question, articleId) => engine.finds(question, articleId),
    status: () => engine.status(),
    reload: () => engine.reload(),
    close: () => engine.close(),
  };
}
