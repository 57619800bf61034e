import type { PagePart } from '@/bundle/page-part'
import { typeSize } from '../nominal'

/** To the third decimal, as much as a stylesheet needs. */
export const round = (value: number): number => Math.round(value * 1000) / 1000

/** Type size and line height, lengths in page units. */
export const typeStyle = (size: number, leading: number): string =>
  `font-size:${typeSize(size)};line-height:${round(leading / size)}`

export interface BodyType {
  readonly bodySize: number
  readonly leading: number
}

/** Style of the element that the page is drawn in: type of the body's size, which most of it has. */
export const pageStyle = ({ setting }: PagePart): string | undefined =>
  setting && typeStyle(setting.bodySize, setting.leading)
