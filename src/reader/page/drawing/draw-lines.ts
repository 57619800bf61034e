import { drawnAs } from '@/text/advance'
import type { LineBox } from '@/text/line-setting'
import { px } from '../nominal'
import type { DrawnLine, DrawnRun, DrawnSegment } from '../typeset-layers'
import { element, type DrawnElement } from './drawn-element'
import { round, typeStyle, type BodyType } from './type-style'

const ems = (value: number): string => `${round(value)}em`

const isPlain = ({ extra, drawing, mark }: DrawnSegment): boolean =>
  extra === 0 && drawing !== 'boxed' && drawing !== 'gaiji' && mark === undefined

/** A box takes letter-spacing for the clusters in it, so that it ends where the press counted. */
const boxStyle = ({ width, count }: LineBox, extra: number, spacing: number): string | undefined => {
  const inline = round(width / 1000 + spacing * (count - 1))
  const after = round(spacing + extra / 1000)
  const rules = [
    ...(inline === 1 ? [] : [`inline-size:${inline}em`]),
    ...(after === 0 ? [] : [`margin-inline-end:${after}em`]),
  ]
  return rules.length > 0 ? rules.join(';') : undefined
}

const drawSegment = (segment: DrawnSegment, spacing: number): DrawnElement | string => {
  const { text, drawing, extra, box, mark, isHyphenated } = segment
  const drawn = `${drawnAs(text, drawing)}${isHyphenated ? '-' : ''}`
  if (isPlain(segment)) return drawn
  const names = [box ? 'boxed' : '', mark ?? ''].filter((name) => name !== '')
  const plainStyle = extra === 0 ? undefined : `letter-spacing:${ems(spacing + extra / 1000)}`
  return element(
    'span',
    {
      class: names.length > 0 ? names.join(' ') : undefined,
      dir: box && box.count > 1 ? 'auto' : undefined,
      style: box ? boxStyle(box, extra, spacing) : plainStyle,
    },
    [drawn],
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
