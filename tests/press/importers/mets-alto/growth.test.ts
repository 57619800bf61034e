import { describe, expect, it } from 'vitest'
import { growthOf, linear } from '../../../support/growth'
import { alto, div, importPackage, mets } from './package'

const block = (no: number) => ({
  id: `B${no}`,
  at: [(no % 100) * 20, Math.floor(no / 100) * 20] as const,
  lines: ['low water'],
})
const blocks = (count: number) => Array.from({ length: count }, (_, no) => block(no))

describe('the time that a package takes', () => {
  it('grows with the words of a page', async () =>
    expect(
      await growthOf(400, (count) => {
        const files = { 'p.xml': alto(blocks(count), { size: [2100, 100_000] }) }
        return () => importPackage(files)
      }),
    ).toBeLessThan(linear))

  it('grows with the articles, linked or by rectangles', async () =>
    expect(
      await growthOf(300, (count) => {
        const areas = Array.from({ length: count }, (_, no) => {
          const [x, y] = block(no).at
          return `<div ID="A${no}" TYPE="ARTICLE">${no % 2 === 0 ? div('TEXT', [1, `B${no}`]) : `<fptr><area FILEID="A1" SHAPE="RECT" COORDS="${x},${y},${x + 15},${y + 15}"/></fptr>`}</div>`
        })
        const files = { 'p.xml': alto(blocks(count)), 'mets.xml': mets({ pages: ['p.xml'], logical: areas.join('') }) }
        return () => importPackage(files)
      }),
    ).toBeLessThan(linear))

  it('grows with groups inside groups that have no size', async () =>
    expect(
      await growthOf(200, (count) => {
        const nested = '<ComposedBlock>'.repeat(count) + '<TextLine>' + '<String CONTENT="a"/>'.repeat(count)
        const files = { 'p.xml': `<alto><Layout><Page>${nested}` }
        return () => importPackage(files)
      }),
    ).toBeLessThan(linear))

  it('grows with sections and the pages of one file', async () =>
    expect(
      await growthOf(200, (count) => {
        const sections = Array.from(
          { length: count },
          (_, no) => `<div TYPE="SECTION" LABEL="S${no}">${div('TEXT', [1, `B${no}`])}<div TYPE="ARTICLE"/></div>`,
        )
        const files = {
          'p.xml': alto(blocks(count)),
          'mets.xml': mets({ pages: Array.from({ length: count }, () => 'p.xml'), logical: sections.join('') }),
        }
        return () => importPackage(files)
      }),
    ).toBeLessThan(linear))
})
