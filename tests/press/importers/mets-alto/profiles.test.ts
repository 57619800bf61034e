import { describe, expect, it } from 'vitest'
import { metsAlto } from '@/press/importers/mets-alto/mets-alto'
import { alto, articleOf, div, filesOf, importPackage, issueOf, mets, partsOf, type Package } from './package'

/** Two pages of a made-up paper: a head, a report that goes on, and a notice. */
const first = alto([
  { id: 'HEAD', at: [100, 50], lines: ['THE HARBOUR POST'] },
  { id: 'T1', at: [100, 200], lines: ['Ferry stops'] },
  { id: 'B1', at: [100, 260], lines: ['The ferry stopped', 'at noon because'] },
  { id: 'FOLIO', at: [100, 2900], lines: ['page one'] },
])
const second = alto([
  { id: 'B2', at: [100, 200], lines: ['the tide was low.'] },
  { id: 'AD', at: [1000, 200], lines: ['Rope for sale'] },
])
const pages = { 'text/1.xml': first, 'text/2.xml': second }
const paths = Object.keys(pages)

const report = `<div ID="ART1" TYPE="ARTICLE" LABEL="Ferry stops">
  <div TYPE="HEADING">${div('TITLE', [1, 'T1'])}</div>
  <div TYPE="BODY"><div TYPE="BODY_CONTENT"><div TYPE="PARAGRAPH">${div('TEXT', [1, 'B1'], [2, 'B2'])}</div>
    <div ID="AD1" TYPE="ADVERTISEMENT" LABEL="Adv. 1 Page 2">${div('TEXT', [2, 'AD'])}</div></div></div></div>`
const titleSection = `<div ID="HEAD1" TYPE="TITLE_SECTION">${div('HEADLINE', [1, 'HEAD'])}</div>`
const paper = `<dmdSec ID="PAPER"><mdWrap><xmlData><mods:mods><mods:titleInfo><mods:title>The Harbour Post</mods:title></mods:titleInfo>
  <mods:language><mods:languageTerm type="code">eng</mods:languageTerm></mods:language>
  <mods:originInfo><mods:dateIssued>03.06.1900</mods:dateIssued></mods:originInfo>
  <mods:part><mods:detail type="issue"><mods:number>Jg. 2, nº 41</mods:number></mods:detail></mods:part></mods:mods></xmlData></mdWrap></dmdSec>`

describe('METS of docWorks', () => {
  const files: Package = {
    ...pages,
    'issue-mets.xml': mets({
      descriptions: paper,
      pages: paths,
      logical: `${titleSection}<div TYPE="CONTENT" DMDID="PAPER">${report}</div>`,
    }),
  }

  it('tells paper, day and number', async () =>
    expect(await issueOf(files)).toMatchObject({
      paper: { name: 'The Harbour Post', lang: 'en' },
      date: '1900-06-03',
      issueNo: '41',
    }))

  it('follows an article over its pages in the middle of a sentence', async () => {
    const article = articleOf(await issueOf(files), 'ART1')
    expect(article).toMatchObject({ headline: 'Ferry stops', kind: 'news' })
    expect(partsOf(article)).toEqual([
      [1, 'The ferry stopped at noon because'],
      [2, 'the tide was low.'],
    ])
    expect(article?.parts[1]?.blocks[0]?.isContinued).toBe(true)
  })

  it('gives adverts inside an article articles of their own, without the name that the catalogue gave them', async () => {
    const advert = articleOf(await issueOf(files), 'AD1')
    expect(advert).toMatchObject({ kind: 'advert' })
    expect(advert?.headline).toBeUndefined()
    expect(partsOf(advert)).toEqual([[2, 'Rope for sale']])
  })

  it('keeps words of no article on their page, and says how many there are', async () => {
    const { issue, report: findings } = await importPackage(files)
    expect(issue?.articles.map(({ sourceId, kind }) => `${sourceId} ${kind}`)).toEqual([
      'HEAD1 staff',
      'ART1 news',
      'AD1 advert',
      'rest-1 staff',
    ])
    expect(findings.findings).toMatchObject([
      { code: 'import-words-left', facts: { count: '2', all: '20', share: '10.0' } },
    ])
  })

  it('takes a section’s title as the rubric of its articles', async () => {
    const section = `<div ID="S1" TYPE="SECTION" LABEL="HARBOUR : News of the quay"><div TYPE="HEADING">${div('TITLE', [1, 'HEAD'])}</div>
      <div ID="ART1" TYPE="ARTICLE"><div TYPE="HEADING">${div('TITLE', [1, 'T1'])}</div><div TYPE="BODY">${div('TEXT', [1, 'B1'])}</div></div>
      <div ID="ART2" TYPE="ARTICLE">${div('TEXT', [2, 'B2'])}</div></div>`
    const issue = await issueOf({ ...pages, 'mets.xml': mets({ pages: paths, logical: section }) })
    expect(articleOf(issue, 'ART1')).toMatchObject({ rubric: 'THE HARBOUR POST', headline: 'Ferry stops' })
    expect(articleOf(issue, 'ART2')).toMatchObject({ rubric: 'HARBOUR' })
    expect(articleOf(issue, 'S1')).toBeUndefined()
  })

  it('knows kicker, deck, author, subheads and captions by their names', async () => {
    const names = ['K', 'H', 'D', 'A', 'B', 'S', 'C']
    const page = alto(names.map((id, row) => ({ id, at: [100, 100 + 60 * row], lines: [`line ${id}`] })))
    const article = `<div ID="A1" TYPE="ARTICLE"><div TYPE="HEADING">${div('OVERLINE', [1, 'K'])}${div('TITLE', [1, 'H'])}${div('SUBHEADLINE', [1, 'D'])}${div('AUTHOR', [1, 'A'])}</div>
      <div TYPE="BODY">${div('TEXT', [1, 'B'])}<div TYPE="INSIDE_HEADING">${div('TITLE', [1, 'S'])}</div><div TYPE="ILLUSTRATION">${div('CAPTION', [1, 'C'])}</div></div></div>`
    const issue = await issueOf({ 'p.xml': page, 'mets.xml': mets({ pages: ['p.xml'], logical: article }) })
    const made = articleOf(issue, 'A1')
    expect(made).toMatchObject({ kicker: 'line K', headline: 'line H', deck: ['line D'], byline: 'line A' })
    expect(made?.parts[0]?.blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'paragraph: line B',
      'subhead: line S',
      'paragraph: line C',
    ])
    expect(made?.parts[0]?.titles).toHaveLength(4)
  })

  it('lets an article go on backwards through the pages', async () => {
    const article = `<div ID="A1" TYPE="ARTICLE">${div('TEXT', [2, 'B2'])}${div('TEXT', [1, 'B1'])}</div>`
    const issue = await issueOf({ ...pages, 'mets.xml': mets({ pages: paths, logical: article }) })
    expect(partsOf(articleOf(issue, 'A1')).map(([page]) => page)).toEqual([2, 1])
  })

  it('tells a word that the end of a page divides where it begins', async () => {
    const half = (content: string, part: 1 | 2) =>
      alto([{ id: 'B', lines: ['@'] }]).replace(
        'CONTENT="@"',
        `CONTENT="${content}" SUBS_TYPE="HypPart${part}" SUBS_CONTENT="harbour"`,
      )
    const issue = await issueOf({
      '1.xml': half('har', 1),
      '2.xml': half('bour', 2).replace(
        '</TextLine>',
        '<SP/><String HPOS="150" VPOS="100" WIDTH="40" HEIGHT="20" CONTENT="gate"/></TextLine>',
      ),
      'mets.xml': mets({
        pages: ['1.xml', '2.xml'],
        logical: `<div ID="A1" TYPE="ARTICLE">${div('TEXT', [1, 'B'], [2, 'B'])}</div>`,
      }),
    })
    expect(partsOf(articleOf(issue, 'A1'))).toEqual([
      [1, 'harbour'],
      [2, 'gate'],
    ])
  })

  it('recognises the package by what is in its files', async () => {
    expect(await metsAlto.recognises(filesOf(files))).toBe(true)
    expect(await metsAlto.recognises(filesOf({ 'index.html': '<html/>', 'feed.xml': '<rss/>' }))).toBe(false)
  })
})

describe('other METS', () => {
  it('reads ENMAP, which calls pages by what is on them', async () => {
    const files = {
      ...pages,
      'm.xml': mets({ attributes: 'PROFILE="ENMAP"', pages: paths, logical: report }).replaceAll(
        'TYPE="PAGE"',
        'TYPE="CONTENT_PAGE"',
      ),
    }
    const { issue, codes } = await importPackage(files)
    expect(issue?.pages).toHaveLength(2)
    expect(codes).toEqual(['import-words-left'])
  })

  it('reads RERO, whose titles only repeat the first words, in the language of its words', async () => {
    const label = 'LABEL="The ferry sto..."'
    const logical = `<div ID="A1" TYPE="Article" ${label}><div TYPE="BODY">${div('TEXT', [1, 'B1'], [2, 'B2'])}</div></div>`
    const issue = await issueOf({
      ...pages,
      '18451228_01-METS.xml': mets({ attributes: 'PROFILE="urn:ndnp:issue"', pages: paths, logical }),
    })
    expect(articleOf(issue, 'A1')?.headline).toBeUndefined()
    expect(issue.date).toBe('1845-12-28')
  })

  it('reads NDNP: pages that have no articles are an article each, with their pictures and numbers', async () => {
    const page = (no: number) =>
      `<div TYPE="np:page" DMDID="P${no}"><fptr FILEID="M${no}"/><fptr FILEID="S${no}"/><fptr FILEID="O${no}"/></div>`
    const described = (no: number, number: string) =>
      `<dmdSec ID="P${no}"><mods:mods><mods:part><mods:detail type="page number"><mods:number>${number}</mods:number></mods:detail></mods:part></mods:mods></dmdSec>`
    const files = (no: number) =>
      `<file ID="M${no}"><FLocat xlink:href="${no}.tif"/></file><file ID="S${no}"><FLocat xlink:href="${no}.jp2"/></file><file ID="O${no}"><FLocat xlink:href="${no}.xml"/></file>`
    const issueFile = `<mets xmlns="http://www.loc.gov/METS/" PROFILE="urn:library-of-congress:mets:profiles:ndnp:issue:v1.5" LABEL="The Harbour Post (Quay, UT), 1935-08-02, Main Edition">
      ${described(1, 'B1')}${described(2, 'B2')}<fileSec><fileGrp>${files(1)}${files(2)}</fileGrp></fileSec>
      <structMap><div TYPE="np:issue">${page(1)}${page(2)}</div></structMap></mets>`
    const { issue, codes } = await importPackage({
      'batch.xml': '<batch/>',
      'sn1/1935080201/1935080201.xml': issueFile,
      'sn1/1935080201/1.xml': first,
      'sn1/1935080201/2.xml': second,
      'sn1/1935080201/1.jp2': '4000x6000',
      'sn1/1935080201/2.jp2': '4000x6000',
    })
    expect(issue).toMatchObject({
      paper: { name: 'The Harbour Post' },
      date: '1935-08-02',
      pages: [
        { label: 'B1', width: 4000, picture: 'sn1/1935080201/1.jp2' },
        { label: 'B2', height: 6000 },
      ],
    })
    expect(issue?.articles.map(({ parts }) => parts.map(({ blocks }) => blocks.length))).toEqual([[4], [2]])
    expect(codes).toEqual(['import-no-articles'])
  })

  it('reads the BnF: the manifest knows the pages, and its table of contents the articles', async () => {
    const logical = `<div ID="D1" TYPE="ARTICLE" DMDID="DMD.1" LABEL="Publicité"><div TYPE="BODY">${div('PARAGRAPH', [2, 'AD'])}</div></div>
      <div ID="D2" TYPE="ARTICLE"><div TYPE="HEADING">${div('TITLE', [1, 'T1'])}</div><div TYPE="BODY">${div('PARAGRAPH', [1, 'B1'])}</div></div>`
    const manifest = mets({ pages: ['ocr/X1.xml', 'ocr/X2.xml'] })
      .replace(
        '</fileGrp>',
        '</fileGrp><fileGrp><file ID="toc.1" MIMETYPE="text/xml"><FLocat xlink:href="toc/M1.xml"/></file></fileGrp>',
      )
      .replace('</mets>', '<structMap TYPE="toc"><div><fptr FILEID="toc.1"/></div></structMap></mets>')
    const issue = await issueOf({
      'manifest.xml': manifest,
      'toc/M1.xml': mets({
        pages: ['../ocr/X1.xml', '../ocr/X2.xml'],
        logical,
        descriptions: '<dmdSec ID="DMD.9"><dc:date>1910-11-16</dc:date></dmdSec>',
      }),
      'ocr/X1.xml': first,
      'ocr/X2.xml': second,
    })
    expect(issue.date).toBe('1910-11-16')
    expect(articleOf(issue, 'D1')).toMatchObject({ kind: 'advert' })
    expect(articleOf(issue, 'D2')).toMatchObject({ headline: 'Ferry stops' })
  })

  it('reads the British Library: articles are linked to ranges of words', async () => {
    const area = (id: string, file: number, begin: string, end: string) =>
      `<mets:div ID="${id}" TYPE="pagearea"><mets:fptr><mets:area FILEID="I${file}" SHAPE="RECT" COORDS="1,2,3,4"/></mets:fptr><mets:fptr><mets:area FILEID="A${file}" BETYPE="IDREF" BEGIN="${begin}" END="${end}"/></mets:fptr></mets:div>`
    const file = (no: number) =>
      `<mets:file ID="I${no}" MIMETYPE="image/jp2"><mets:FLocat xlink:href="${no}.jp2"/></mets:file><mets:file ID="A${no}" MIMETYPE="text/xml"><mets:FLocat xlink:href="text/${no}.xml"/></mets:file>`
    const page = (no: number, inside: string) =>
      `<mets:div TYPE="page" ORDERLABEL="${no}"><mets:fptr FILEID="I${no}"/><mets:fptr FILEID="A${no}"/>${inside}</mets:div>`
    const link = (...ids: string[]) =>
      `<mets:smLinkGrp>${ids.map((id) => `<mets:smLocatorLink xlink:href="#${id}"/>`).join('')}</mets:smLinkGrp>`
    const issue = await issueOf({
      ...pages,
      'bl_mets.xml': `<mets:mets xmlns:mets="http://www.loc.gov/METS/"><mets:fileSec><mets:fileGrp>${file(1)}${file(2)}</mets:fileGrp></mets:fileSec>
        <mets:structMap TYPE="LOGICAL"><mets:div ID="log1" TYPE="ISSUE"><mets:div ID="art1" TYPE="ARTICLE"/><mets:div ID="art2" TYPE="ARTICLE"/></mets:div></mets:structMap>
        <mets:structMap TYPE="PHYSICAL"><mets:div ID="phys0" TYPE="physSequence">${page(1, area('pa1', 1, 'B1_0_0', 'B1_1_1') + area('pa2', 1, 'T1_0_0', 'T1_0_1'))}${page(2, area('pa3', 2, 'B2_0_0', 'B2_0_3'))}</mets:div></mets:structMap>
        <mets:structLink>${link('log1', 'phys0')}${link('art1', 'pa1', 'pa3')}${link('art2', 'pa2')}</mets:structLink></mets:mets>`,
    })
    expect(partsOf(articleOf(issue, 'art1'))).toEqual([
      [1, 'The ferry stopped at noon'],
      [2, 'the tide was low.'],
    ])
    expect(partsOf(articleOf(issue, 'art2'))).toEqual([[1, 'Ferry stops']])
    expect(partsOf(articleOf(issue, 'rest-1'))).toEqual([[1, 'THE HARBOUR POST', 'because', 'page one']])
  })

  it('finds words in a rectangle where no block is named', async () => {
    const area =
      '<div ID="A1" TYPE="ARTICLE"><fptr><area FILEID="A1" SHAPE="RECT" COORDS="50,190,900,400"/></fptr></div>'
    const issue = await issueOf({ ...pages, 'mets.xml': mets({ pages: paths, logical: area }) })
    expect(partsOf(articleOf(issue, 'A1'))).toEqual([[1, 'Ferry stops The ferry stopped at noon because']])
  })

  it('counts such a rectangle in pixels of the image, whatever the page is counted in', async () => {
    const large = alto([{ id: 'B', at: [4000, 6000], lines: ['tide', 'low'] }], { size: [8000, 12_000] })
    const area =
      '<div ID="A1" TYPE="ARTICLE"><fptr><area FILEID="A1" SHAPE="RECT" COORDS="3900,5900,8500,6025"/></fptr></div>'
    const issue = await issueOf({ 'p.xml': large, 'mets.xml': mets({ pages: ['p.xml'], logical: area }) })
    expect(issue.pages[0]?.width).toBe(3000)
    expect(partsOf(articleOf(issue, 'A1'))).toEqual([[1, 'tide']])
    expect(articleOf(issue, 'A1')?.parts[0]?.outlines).toEqual([[1463, 2213, 3000, 2213, 3000, 2259, 1463, 2259]])
  })

  it('reads pages that only a server has the address of, and a logical structure that tells no articles', async () => {
    const remote = mets({ pages: paths, logical: '<div TYPE="day"/>' })
      .replaceAll('file://./text/', 'https://library.example/files/')
      .replaceAll('TYPE="LOGICAL"', 'TYPE="LOGICAL_STRUCTMAP"')
    const { issue, codes } = await importPackage({ ...pages, 'issue.xml': remote })
    expect(issue?.articles.map(({ sourceId }) => sourceId)).toEqual(['page-1', 'page-2'])
    expect(codes).toEqual(['import-no-articles'])
  })

  it('reads METS that follows no known profile by the usual names, and says so', async () => {
    const file = mets({ pages: paths, logical: report })
      .replaceAll('TYPE="Newspaper"', 'TYPE="Bundle"')
      .replace('TYPE="LOGICAL"', 'TYPE="CUSTOM"')
    const { issue, codes } = await importPackage({ ...pages, 'mets.xml': file })
    expect(codes).toContain('import-other-profile')
    expect(issue && articleOf(issue, 'ART1')).toMatchObject({ headline: 'Ferry stops' })
  })
})

describe('relatives of METS', () => {
  it('reads DIDL with a prefix that nobody declared; the printed title is taken out of the text', async () => {
    const component = (role: string, resource: string) =>
      `<didl:Component><didl:Descriptor><didl:Statement dc:type="role">${role}</didl:Statement></didl:Descriptor>${resource}</didl:Component>`
    const role = (text: string) =>
      `<didl:Descriptor><didl:Statement dc:type="role">${text}</didl:Statement></didl:Descriptor>`
    const page = (no: number) =>
      `<didl:Item dc:identifier="ddd:p${no}">${role(`page ${no}`)}${component('alto', `<didl:Resource ref="http://resolver.example/x:alto" dcx:filename="${no}_alto.xml"/>`)}</didl:Item>`
    const part = (no: number, order: number, ...ids: string[]) =>
      `<dcx:article-part order="${order}" pageid="ddd:p${no}"><dcx:blocks alto="${no}_alto.xml">${ids.map((id) => `<dcx:TextBlock ID="${id}"/>`).join('')}</dcx:blocks></dcx:article-part>`
    const article = (no: number, subject: string, parts: string) =>
      `<didl:Item dc:identifier="ddd:a${no}">${role(`article ${no}`)}${component('ocr', `<didl:Resource dcx:filename="${no}_articletext.xml"/>`)}${component('metadata', `<dc:subject xsi:type="x">${subject}</dc:subject><dc:title>Ferry stops The fer-</dc:title>`)}<dcx:zoning>${parts}</dcx:zoning></didl:Item>`
    const { issue, codes } = await importPackage({
      'didl.xml': `<didl:DIDL><didl:Item dc:identifier="ddd"><dc:title>De Haven</dc:title><dc:date>1813-11-16</dc:date><dc:language xsi:type="y">fr</dc:language><dc:language>nl</dc:language><dcx:issuenumber>92</dcx:issuenumber>
        ${page(1)}${page(2)}${article(1, 'artikel', part(2, 2, 'B2') + part(1, 1, 'T1', 'B1'))}${article(2, 'advertentie', part(2, 1, 'AD'))}</didl:Item></didl:DIDL>`,
      '1_alto.xml': first,
      '2_alto.xml': second,
      '1_articletext.xml': '<text><title>Ferry stops</title><p>The ferry</p></text>',
      '2_articletext.xml': '<text><title></title><p>Rope for sale</p></text>',
    })
    expect(issue).toMatchObject({ paper: { name: 'De Haven', lang: 'nl' }, date: '1813-11-16', issueNo: '92' })
    const made = issue && articleOf(issue, 'ddd:a1')
    expect(made).toMatchObject({ headline: 'Ferry stops', parts: [{ titles: [{ text: 'Ferry stops' }] }, {}] })
    expect(partsOf(made)).toEqual([
      [1, 'The ferry stopped at noon because'],
      [2, 'the tide was low.'],
    ])
    expect(issue && articleOf(issue, 'ddd:a2')).toMatchObject({ kind: 'advert' })
    expect(codes).toEqual(['import-words-left'])
  })

  it('reads Olive: Windows-1252, names escaped twice, divided words, and an article that goes on backwards', async () => {
    const cp1252 = (text: string): Uint8Array =>
      Uint8Array.from([...text].map((letter) => (letter === '’' ? 0x92 : (letter.codePointAt(0) ?? 0))))
    const entity = (id: string, more: string, inside: string) =>
      cp1252(
        `<?xml version="1.0" encoding="windows-1252"?><XMD-entity ID="${id}" ENTITY_TYPE="Article" ${more}><Meta NAME="Untitled Article"/>${inside}</XMD-entity>`,
      )
    const listed = (id: string, type = 'Article', more = '') =>
      `<Entity ENTITY_TYPE="${type}" ID="${id}" HREF="/${id.slice(3, 4)}/${id}" ${more}/>`
    const issue = await issueOf({
      'TOC.xml': `<Xmd_toc LANGUAGE="French" PUBLICATION="PORT" ISSUE_DATE="02/01/1900"><Meta IMAGES_RESOLUTION="144" PAGE_THUMBNAIL_RESOLUTION="57" SOURCE_RESOLUTION="72"/>
        <Body_np><Section NAME="Quay &amp;amp; dock"><Page ID="Pg001" PAGE_LABEL="1" PAGE_WIDTH="994" PAGE_HEIGHT="1353" HREF="/1/Pg001">${listed('Ar0011')}${listed('Ar0012', 'Ad')}</Page>
        <Page ID="Pg002" PAGE_LABEL="2" PAGE_WIDTH="994" PAGE_HEIGHT="1353" HREF="/2/Pg002">${listed('Ar0021')}</Page></Section></Body_np></Xmd_toc>`,
      'Document/1/Ar0011.xml': entity(
        'Ar0011',
        'CONTINUATION_FROM="Ar0021"',
        '<Content><Primitive ID="P11" BOX="10 10 2400 40"><L/><W BOX="10 10 90 30" NS="y">retour</W><W BOX="91 10 99 30">.</W></Primitive></Content>',
      ),
      'Document/1/Ar0012.xml': entity(
        'Ar0012',
        '',
        '<AdFrame><Img ID="I1" BOX="100 100 300 300"/></AdFrame><Content><Primitive ID="P12" BOX="100 310 300 340"><W BOX="100 310 160 330">Cordes</W></Primitive></Content>',
      ),
      'Document/2/Ar0021.xml': entity(
        'Ar0021',
        'CONTINUATION_TO="Ar0011"',
        '<HedLine_hl1><Primitive ID="P21" BOX="10 10 400 40"><W BOX="10 10 200 40">L’été</W></Primitive></HedLine_hl1><Content><Primitive ID="P22" BOX="10 50 2300 100"><L/><W BOX="10 50 60 70">le</W><Q BOX="70 50 120 70" QID="1">ba</Q><Q BOX="120 50 130 70" QID="1">-</Q><L/><q BOX="10 80 60 100" QID="1">teau</q><QW QID="1">bateau</QW><S><W BOX="70 80 90 90">er</W></S></Primitive></Content>',
      ),
    })
    expect(issue).toMatchObject({
      paper: { name: 'PORT', lang: 'fr' },
      date: '1900-01-02',
      pages: [{ label: '1', name: 'Quay & dock', width: 2511 }, {}],
    })
    const article = articleOf(issue, 'Ar0021')
    expect(article).toMatchObject({ headline: 'L’été' })
    expect(partsOf(article)).toEqual([
      [2, 'le bateau er'],
      [1, 'retour.'],
    ])
    expect(article?.parts[0]?.blocks[0]?.words.map(({ length }) => length)).toEqual([2, 2, 4, 2])
    expect(articleOf(issue, 'Ar0012')?.parts[0]?.outlines).toHaveLength(1)
  })

  it('reads iArchives: the words of articles stand in clippings of pages', async () => {
    const header = '<header-item name="date">13-DEC-1944</header-item><header-item name="number">21</header-item>'
    const node = (text: string, ...boxes: string[]) =>
      `<n i="x">${boxes.map((box) => `<r ${box}/>`).join('')}<o p="0">${text}</o><o p="1">other reading</o></n>`
    const clipping = (page: number, top: number, inside: string) =>
      `<article-page href="../pages/${page}.xml"><article-clipping l="0" t="${top}" r="900" b="${top + 300}"><article-element type="article"><zone l="0" t="0" r="900" b="300"><nodes>${inside}</nodes></zone></article-element></article-clipping></article-page>`
    const issue = await issueOf({
      'unit.xml': `<!DOCTYPE unit SYSTEM "http://evil.example/unit.dtd"><unit collection-title="Camp Times">${header}<pages><page-ref href="pages/1.xml"/><page-ref href="pages/2.xml"/></pages><articles><article-ref href="articles/0.xml"/></articles></unit>`,
      'pages/1.xml': `<page>${header}<header-item name="page">Page 1</header-item><nodes>${node('reception', 'l="10" t="510" r="90" b="530"')}${node('folio', 'l="10" t="10" r="60" b="30"')}</nodes></page>`,
      'pages/2.xml': '<page><header-item name="page">Page 2</header-item></page>',
      'pages/images/1.tif': '1000x1500',
      'articles/0.xml': `<article classification="article"><header-item name="headline">Reception Held</header-item>${clipping(1, 500, node('reception', 'l="10" t="10" r="90" b="30"') + node('yesterday', 'l="800" t="10" r="880" b="30"', 'l="10" t="40" r="60" b="60"'))}${clipping(2, 100, node('ended', 'l="10" t="10" r="60" b="30"'))}</article>`,
    })
    expect(issue).toMatchObject({
      paper: { name: 'Camp Times' },
      date: '1944-12-13',
      issueNo: '21',
      pages: [{ width: 1000, picture: 'pages/images/1.tif' }, { label: '2' }],
    })
    expect(articleOf(issue, '0')).toMatchObject({ headline: 'Reception Held' })
    expect(partsOf(articleOf(issue, '0'))).toEqual([
      [1, 'reception yesterday'],
      [2, 'ended'],
    ])
    expect(articleOf(issue, '0')?.parts[0]?.blocks[0]?.words[0]?.box).toEqual([10, 510, 80, 20])
    expect(partsOf(articleOf(issue, 'rest-1'))).toEqual([[1, 'folio']])
  })

  it('reads files of ALTO that nothing describes, in the order of their numbers', async () => {
    const files = Object.fromEntries(
      [1, 2, 10].map((no) => [`1900-06-03_${no}_alto.xml`, alto([{ id: 'B', lines: [`page ${no}`] }])]),
    )
    const issue = await issueOf(files)
    expect(issue.articles.map((article) => partsOf(article)[0]?.[1])).toEqual(['page 1', 'page 2', 'page 10'])
    expect(issue.date).toBe('1900-06-03')
  })
})
