import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { element, xmlDocument } from '@/press/xml'
import { textsOfElement } from '../support/xml-faults'

/** Any code units: control characters, halves of pairs, characters beyond the basic plane. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    ']]>',
    '<![CDATA[',
    '</title>',
    '<!--',
    '-->',
    '&amp;',
    '&#0;',
    '<?xml?>',
    '\r\n',
    '\u0085\u2028',
    '"\'',
  ),
)

/** What is left of a text when XML has taken what it can hold, and 〓 stands for what no font has. */
const held = (text: string): string =>
  [...text]
    .map((character) =>
      /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]$/u.test(character) ? character : '\ufffd',
    )
    .join('')
    .replace(/\p{Co}/gu, '〓')

describe('XML', () => {
  it('is well-formed whatever the text is, and gives the text back', () =>
    fc.assert(
      fc.property(anyText, anyText, (text, attribute) => {
        const written = xmlDocument(
          element('all', { title: attribute }, element('one', {}, text), element('two', {}, 'x')),
        )
        expect(textsOfElement(written, 'one')).toEqual([held(text)])
        expect(textsOfElement(written, 'two')).toEqual(['x'])
      }),
      { numRuns: 500 },
    ))

  it('writes U+FFFD for what XML has no way to write', () =>
    expect(xmlDocument(element('a', {}, '甲\u0000\u001f\ud800乙\ufffe'))).toContain(
      '<a>甲\ufffd\ufffd\ufffd乙\ufffd</a>',
    ))

  it('keeps line ends and tabs, which a parser would change', () =>
    expect(textsOfElement(xmlDocument(element('a', {}, 'x\r\ny\tz')), 'a')).toEqual(['x\r\ny\tz']))
})
