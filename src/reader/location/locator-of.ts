import type { LocationQuery, LocationQueryValue, RouteLocationResolved } from 'vue-router'
import type { Locator } from './locator'

const textOf = (value: LocationQueryValue | LocationQueryValue[] | undefined): string =>
  (Array.isArray(value) ? value[0] : value) ?? ''

const soughtOf = (query: LocationQuery) => {
  const text = textOf(query['q'])
  const hit = /^[1-9]\d{0,3}$/.exec(textOf(query['hit']))?.[0]
  return text && { sought: { query: text, hit: Number(hit ?? 1) } }
}

const titlePlaces = ['rubric', 'kicker', 'headline', 'deck', 'byline'] as const

const placeOf = (query: LocationQuery) => {
  const text = textOf(query['lit'])
  const [, from, to] = /^(\d{1,8})-(\d{1,8})$/.exec(text) ?? []
  const place = from && to ? (`${Number(from)}-${Number(to)}` as const) : titlePlaces.find((name) => name === text)
  return place && { place }
}

/** The place that an address names. */
export const locatorOf = ({
  name,
  params,
  hash,
  query,
}: Pick<RouteLocationResolved, 'name' | 'params' | 'hash' | 'query'>): Locator => {
  const issue = textOf(params['issue'])
  const page = Math.max(1, Number(textOf(params['page']) || '1'))
  switch (name) {
    case 'newest':
      return { view: 'newest' }
    case 'issue':
      return { view: 'page', issue, page: 1 }
    case 'page': {
      const part = /^#([a-z0-9]{3,16})$/.exec(hash)?.[1]
      return { view: 'page', issue, page, ...(part && { part }), ...placeOf(query) }
    }
    case 'article':
      return { view: 'article', issue, page, article: textOf(params['article']), ...soughtOf(query) }
    case 'search': {
      const text = textOf(query['q'])
      const only = /^\d{4}-\d{2}-\d{2}[a-z0-9-]{0,21}$/.exec(textOf(query['in']))?.[0]
      return { view: 'search', ...(text && { query: text }), ...(only && { issue: only }) }
    }
    case 'library':
      return { view: 'library' }
    case 'settings':
      return { view: 'settings' }
    case 'calendar': {
      const [year, month] = [Number(textOf(params['year'])), Number(textOf(params['month']))]
      return { view: 'calendar', ...(year && { year }), ...(month && { month }) }
    }
    default:
      return { view: 'nowhere' }
  }
}
