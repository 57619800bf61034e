import type { SourceArticle } from '../source-issue'
import type { PackageReader } from '../package-reader'

interface Entity {
  readonly article: SourceArticle
  readonly to: string | undefined
  readonly from: string | undefined
}

/**
 * Entities that continue one another are one article, in the order of the chain, which may run backwards through the pages. It is told
 * at both ends, and one end is enough. A chain that runs in a circle is cut where it began.
 */
export const joinEntities = (entities: readonly Entity[], source: PackageReader): SourceArticle[] => {
  const byId = new Map(entities.map((entity) => [entity.article.id, entity]))
  const next = new Map<string, string>()
  const hasBefore = new Set<string>()
  const link = (from: Entity, to: string | undefined, named: string): void => {
    if (to === undefined || to === '') return
    if (!byId.has(to) || !byId.has(from.article.id)) {
      const { article } = from
      source.report.add('import-places-missing', source.placeOf(article.file, article.line), {
        article: article.id,
        count: '1',
        names: named,
      })
    } else if (!next.has(from.article.id) && !hasBefore.has(to) && to !== from.article.id) {
      next.set(from.article.id, to)
      hasBefore.add(to)
    }
  }
  for (const entity of entities) link(entity, entity.to, entity.to ?? '')
  for (const entity of entities) {
    const before = entity.from === undefined || entity.from === '' ? undefined : byId.get(entity.from)
    if (before) link(before, entity.article.id, entity.article.id)
  }
  const done = new Set<string>()
  const articles: SourceArticle[] = []
  const follow = (first: Entity): void => {
    const pieces = [...first.article.pieces]
    done.add(first.article.id)
    for (let id = next.get(first.article.id); id !== undefined && !done.has(id); id = next.get(id)) {
      done.add(id)
      // A headline over the rest of an article repeats the first one: it stays as a subhead.
      for (const piece of byId.get(id)?.article.pieces ?? [])
        pieces.push(piece.role === 'paragraph' ? piece : { ...piece, role: 'subhead' })
    }
    articles.push({ ...first.article, pieces })
  }
  for (const entity of entities) {
    const isFirst = byId.get(entity.article.id) === entity
    if (!isFirst) articles.push(entity.article)
    else if (!hasBefore.has(entity.article.id)) follow(entity)
  }
  for (const entity of entities) if (!done.has(entity.article.id)) follow(entity)
  return articles
}
