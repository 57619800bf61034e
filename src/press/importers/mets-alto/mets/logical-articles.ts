import type { SourceArticle, NamedPiece, PieceRole, PlaceName } from '../source-issue'
import type { PackageReader } from '../package-reader'
import { isAdvertName, isPlaceholder } from '../articles/told-title'
import { roleOf, type DivRole } from './div-roles'
import { divsWithin, type Area, type Div } from './mets'

export interface LogicalSource {
  readonly source: PackageReader
  /** File of the divisions, for findings. */
  readonly file: string
  readonly types: ReadonlyMap<string, DivRole> | undefined
  /** Places of areas: of those in files of text, if there are any, else of rectangles in images. */
  readonly placesOf: (areas: readonly Area[]) => readonly PlaceName[]
  /** Whether a description calls what it describes an advert. */
  readonly isAdvert: (descriptions: readonly string[]) => boolean
  /** Areas of divisions that are linked to one, besides its own. */
  readonly linkedTo: (id: string) => readonly Area[]
}

interface Draft {
  readonly pieces: NamedPiece[]
  /** A section's title stands over the articles inside. */
  readonly rubric: string | undefined
  hasHeadline: boolean
}

/** Articles, adverts, notices and pictures of a logical structure, in its order. */
export const logicalArticles = (roots: readonly Div[], from: LogicalSource): SourceArticle[] => {
  const articles: SourceArticle[] = []
  let unnamed = 0

  /** At a place before what lies inside it, as it is printed. */
  const add = (at: number, div: Div, kind: SourceArticle['kind'], draft: Draft, title: string | undefined): void => {
    articles.splice(at, 0, {
      id: div.id ?? `unnamed-${String(++unnamed)}`,
      kind,
      pieces: draft.pieces,
      file: from.file,
      line: div.line,
      ...(draft.rubric === undefined ? {} : { rubric: draft.rubric }),
      ...(title === undefined ? {} : { title }),
    })
  }

  const push = (draft: Draft, role: PieceRole, areas: readonly Area[]): void => {
    const places = from.placesOf(areas)
    if (places.length === 0) return
    draft.pieces.push({ role, places })
    if (role === 'headline') draft.hasHeadline = true
  }

  /** What is inside of a division that belongs to an article. `state` says what titles mean there. */
  const collect = (div: Div, draft: Draft, state: 'open' | 'heading' | 'body' | 'inside'): void => {
    const role = roleOf(div.type, from.types)
    const inHeading = state === 'heading'
    switch (role.is) {
      case 'article':
      case 'section':
      case 'masthead':
        if (isPictureInside(role)) for (const child of div.children) collect(child, draft, 'inside')
        else return void walk(div, draft.rubric)
        break
      case 'heading':
        for (const child of div.children) collect(child, draft, state === 'open' ? 'heading' : 'inside')
        break
      case 'insideHeading':
        for (const child of div.children) collect(child, draft, 'inside')
        break
      case 'paragraph':
        return void push(
          draft,
          'paragraph',
          [...divsWithin(div)].flatMap(({ areas }) => areas),
        )
      case 'image':
        return void push(draft, 'picture', div.areas)
      case 'headline':
        return void push(
          draft,
          inHeading || (state === 'open' && !draft.hasHeadline) ? 'headline' : 'subhead',
          areasOf(div),
        )
      case 'kicker':
      case 'deck':
        return void push(draft, inHeading || state === 'open' ? role.is : 'subhead', areasOf(div))
      case 'byline': {
        const isFirst = !draft.pieces.some((piece) => piece.role === 'byline')
        return void push(draft, isFirst ? 'byline' : 'paragraph', areasOf(div))
      }
      default:
        for (const child of div.children) collect(child, draft, state === 'open' ? 'body' : state)
    }
    if (role.is === 'heading') push(draft, state === 'open' ? 'headline' : 'subhead', div.areas)
    else push(draft, role.is === 'insideHeading' ? 'subhead' : 'paragraph', div.areas)
  }

  const walk = (div: Div, rubric: string | undefined): void => {
    const role = roleOf(div.type, from.types)
    const draft: Draft = { pieces: [], rubric, hasHeadline: false }
    if (role.is === 'article') {
      const at = articles.length
      for (const child of div.children) collect(child, draft, 'open')
      push(draft, 'paragraph', div.areas)
      for (const area of div.id === undefined ? [] : from.linkedTo(div.id)) push(draft, 'paragraph', [area])
      const isAdvert = role.kind === 'news' && (isAdvertName(div.label ?? '') || from.isAdvert(div.descriptions))
      add(at, div, isAdvert ? 'advert' : role.kind, draft, div.label)
    } else if (role.is === 'masthead') {
      const areas = [...divsWithin(div)].filter(({ areas }) => areas.length > 0)
      for (const part of areas)
        push(draft, roleOf(part.type, from.types).is === 'image' ? 'picture' : 'paragraph', part.areas)
      if (draft.pieces.length > 0) add(articles.length, div, 'staff', draft, undefined)
    } else if (role.is === 'section') {
      const title = div.label === undefined || isPlaceholder(div.label) ? rubric : rubricIn(div.label)
      const own: Draft = { ...draft, rubric: title }
      const at = articles.length
      for (const child of div.children) collect(child, own, 'open')
      push(own, 'paragraph', div.areas)
      const next = articles[at]
      const isHead = next !== undefined && own.pieces.every((piece) => titleRoles.has(piece.role))
      if (!isHead || (div.label ?? '').length > longestHead) {
        if (own.pieces.length > 0) add(at, div, 'news', { ...own, rubric }, div.label)
      } else if (isHeadOf(own, next)) articles[at] = { ...next, pieces: [...asRubric(own), ...next.pieces] }
      // Otherwise it stands over what begins with a title of its own: the words stay on their page, and the rubric tells them.
    } else {
      for (const child of div.children) walk(child, rubric)
    }
  }

  for (const root of roots) walk(root, undefined)
  return articles
}

/** A section whose title is longer is an article of its own. */
const longestHead = 100
/** `FAITS DIVERS : Paris et banlieue`: the title without what stands below it. */
const rubricIn = (label: string): string => (label.split(' : ')[0] ?? label).slice(0, longestHead)

/** Over the article that follows on the same page, which has no title of another section over it. */
const isHeadOf = (section: Draft, next: SourceArticle): boolean => {
  const page = section.pieces[0]?.places[0]?.page
  return (
    page !== undefined &&
    next.pieces[0]?.role !== 'rubric' &&
    next.pieces[0]?.places[0]?.page === page &&
    section.pieces.every(({ places }) => places.every((place) => place.page === page))
  )
}
const titleRoles: ReadonlySet<PieceRole> = new Set(['kicker', 'headline', 'deck', 'rubric'])
const asRubric = (section: Draft): NamedPiece[] => section.pieces.map((piece) => ({ ...piece, role: 'rubric' }))

/** Inside an article a picture is a part of it. */
const isPictureInside = (role: DivRole): boolean => role.is === 'article' && role.kind === 'picture'

/** Of a title and what is inside it. */
const areasOf = (div: Div): Area[] => [...divsWithin(div)].flatMap(({ areas }) => areas)
