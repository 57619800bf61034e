import type { RouteLocationResolved } from 'vue-router'
import type { Locator } from './locator'

const textOf = (value: string | string[] | undefined): string =>
  Array.isArray(value) ? (value[0] ?? '') : (value ?? '')

/** The place that an address names. */
export const locatorOf = ({ name, params, hash }: Pick<RouteLocationResolved, 'name' | 'params' | 'hash'>): Locator => {
  const issue = textOf(params['issue'])
  const page = Math.max(1, Number(textOf(params['page']) || '1'))
  switch (name) {
    case 'newest':
      return { view: 'newest' }
    case 'issue':
      return { view: 'page', issue, page: 1 }
    case 'page': {
      const part = /^#([a-z0-9]{3,16})$/.exec(hash)?.[1]
      return { view: 'page', issue, page, ...(part && { part }) }
    }
    case 'article':
      return { view: 'article', issue, page, article: textOf(params['article']) }
    case 'library':
      return { view: 'library' }
    case 'calendar': {
      const [year, month] = [Number(textOf(params['year'])), Number(textOf(params['month']))]
      return { view: 'calendar', ...(year && { year }), ...(month && { month }) }
    }
    default:
      return { view: 'nowhere' }
  }
}
