import { drawnText } from '@/text/private-use'
import { px } from '../nominal'
import type { DrawnLine, DrawnRun, DrawnSegment } from '../typeset-layers'
import { element, type DrawnElement } from './drawn-element'
import { round, typeStyle, type BodyType } from './type-style'

const ems = (value: number): string => `${round(value)}em`

const isPlain = ({ extra, drawing, mark }: DrawnSegment): boolean =>
  extra === 0 && drawing !== 'boxed' && drawing !== 'gaiji' && mark === undefined

const drawSegment = (segment: DrawnSegment, spacing: number): DrawnElement | string => {
  if (isPlain(segment)) return segment.text
  const names = [segment.drawing === 'boxed' ? 'boxed' : '', segment.mark ?? ''].filter((name) => name !== '')
  return element(
    'span',
    {
      class: names.length > 0 ? names.join(' ') : undefined,
      style: segment.extra === 0 ? undefined : `letter-spacing:${ems(spacing + segment.extra / 1000)}`,
    },
    [drawnText(segment.text)],
  )
}

const lineStyle = ({ spacing, indent }: DrawnLine): string | undefined => {
  const rules = [
    ...(spacing === 0 ? [] : [`letter-spacing:${ems(spacing)}`]),
    ...(indent === 0 ? [] : [`padding-inline-start:${ems(indent)}`]),
  ]
  return rules.length > 0 ? rules.join(';') : undefined
}

/**
 * Each line as an element that does not wrap, with an opportunity to break between them, so that they are one text to
 * find, select and copy.
 * @param isLoose whether the lines don't fill their width: each is followed by enough space to keep the next from joining it
 */
export const drawLines = (lines: readonly DrawnLine[], { isLoose = false } = {}): DrawnElement[] =>
  lines.flatMap((line, index) => {
    const drawn = element(
      'span',
      { class: isLoose ? 'line loose' : 'line', style: lineStyle(line) },
      line.segments.map((segment) => drawSegment(segment, line.spacing)),
    )
    return index === 0 ? [drawn] : [element('wbr'), drawn]
  })

/** A paragraph, or a part of one, in a frame. Type of the body's size is that of the whole page. */
export const drawRun = (run: DrawnRun, { bodySize, leading }: BodyType): DrawnElement => {
  const rules = [
    `inset-block-start:${px(run.at)}`,
    ...(run.inset === 0 ? [] : [`padding-inline-start:${px(run.inset)}`]),
    ...(run.size === bodySize ? [] : [typeStyle(run.size, leading)]),
  ]
  const marker = run.marker === undefined ? [] : [element('span', { class: 'marker' }, [run.marker])]
  return element('p', { class: `run ${run.style}`, style: rules.join(';') }, [
    ...marker,
    ...drawLines(run.lines, { isLoose: run.style !== 'body' }),
  ])
}
