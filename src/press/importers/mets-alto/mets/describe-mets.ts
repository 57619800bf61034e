import type { PrintedPaper } from '../../printed/printed-issue'
import { readDate } from '../read-date'
import { readLanguage } from '../read-language'
import { isPlaceholder } from '../articles/told-title'
import { allWithin, childrenOf, textWithin, tidy, valueOf, type XmlElement } from '../xml/xml-tree'
import { roleOf } from './div-roles'
import type { Div, Mets } from './mets'

export interface Described {
  readonly paper: Partial<PrintedPaper>
  readonly date?: string
  readonly issueNo?: string
}

/** Descriptions of the divisions that hold the articles, from the paper down to the issue. */
const outerDescriptions = (mets: Mets): XmlElement[] => {
  const ids: string[] = []
  const visit = (div: Div, depth: number): void => {
    ids.push(...div.descriptions)
    if (depth < 5)
      for (const child of div.children) if (roleOf(child.type, undefined).is === 'group') visit(child, depth + 1)
  }
  const maps = mets.maps.some(({ type }) => type.startsWith('LOGIC'))
    ? mets.maps.filter(({ type }) => type.startsWith('LOGIC'))
    : mets.maps
  for (const map of maps) for (const div of map.divs) visit(div, 0)
  return [...new Set(ids)].slice(0, 50).flatMap((id) => mets.descriptions.get(id) ?? [])
}

const titleIn = (description: XmlElement): string | undefined => {
  const info = allWithin(description, 'titleInfo').find((one) => textWithin(one, 'title') !== undefined)
  if (!info) return undefined
  return tidy(`${textWithin(info, 'nonSort') ?? ''} ${textWithin(info, 'title') ?? ''}`)
}

const printedDay = /\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})/u
const printedNumber = /[ ,;](?:no|nr|n°|vol)\.? ?\d/iu

/** `The Park Record (Park City, UT), 1935-08-02, Main Edition` and `Der arme Teufel 1904-01-17_01`. */
const paperInLabel = (label: string): string => {
  const line = tidy(label)
  const startOf = (pattern: RegExp): number => pattern.exec(line)?.index ?? line.length
  let end = Math.min(startOf(printedDay), startOf(printedNumber))
  while (end > 0 && /[\s,;(]/u.test(line[end - 1] ?? '')) end--
  const name = line.slice(0, end)
  return name.endsWith(')') ? name.slice(0, Math.max(0, name.lastIndexOf('('))).trimEnd() : name
}

const numberIn = (descriptions: readonly XmlElement[]): string | undefined => {
  for (const description of descriptions) {
    const detail = allWithin(description, 'detail').find((one) => valueOf(one, 'type') === 'issue')
    const number = (detail && textWithin(detail, 'number')) ?? textWithin(description, 'partNumber')
    if (number !== undefined) return number
  }
  return undefined
}

/** What METS says of paper, day and number. */
export const describeMets = (all: readonly Mets[]): Described => {
  const outer = all.flatMap(outerDescriptions)
  const every = all.flatMap(({ root }) => childrenOf(root, 'dmdSec'))
  const [label] = all.flatMap(
    (mets) => mets.label ?? mets.maps.flatMap(({ divs }) => divs.flatMap((div) => div.label ?? [])),
  )
  const told = [...outer.map(titleIn), label === undefined ? undefined : paperInLabel(label)]
  const name = told.find(
    (one) => one !== undefined && one !== '' && !isPlaceholder(one) && readDate(one.slice(0, 10)) === undefined,
  )
  const date = [
    ...outer.map((one) => textWithin(one, 'dateIssued') ?? textWithin(one, 'date')),
    ...every.map((one) => textWithin(one, 'dateIssued') ?? textWithin(one, 'date')),
    label,
    ...all.map(({ path }) => path),
  ].map((text) => (text === undefined ? undefined : readDate(text)))
  const languages = every.flatMap((one) =>
    allWithin(one, 'languageTerm').flatMap(({ text }) => readLanguage(text) ?? []),
  )
  const lang = mostFrequent(languages)
  const day = date.find((one) => one !== undefined)
  const issueNo = numberIn(outer)
  return {
    paper: { ...(name === undefined ? {} : { name }), ...(lang === undefined ? {} : { lang }) },
    ...(day === undefined ? {} : { date: day }),
    ...(issueNo === undefined ? {} : { issueNo }),
  }
}

export const mostFrequent = (values: readonly string[]): string | undefined => {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}
