import { decodeCatalog, decodeIssue, decodePagePart, encode } from '@/bundle/codec'
import { BundleError } from '@/bundle/fault'
import { partsOf } from '@/bundle/jumps'
import { mergeArticle } from '@/bundle/merge-article'
import { verifySignature } from '@/bundle/signature'
import { IssueFileError } from '@/library/issue-file/issue-file-fault'
import { openIssueFile } from '@/library/issue-file/open-issue-file'
import { packIssue } from '@/library/issue-file/pack-issue'
import { readOcrText } from '@/press/importers/ocr-text/read-ocr-text'
import { readManuscript } from '@/press/importers/manuscript/read-manuscript'
import { decodeText } from '@/press/io/decode-text'
import { refine } from '@/press/model/refine'
import { Report } from '@/press/report'
import { layersOf } from '@/reader/page/typeset-layers'
import { articleFile, filesOf, plainFiles } from '../support/manuscript'
import { siteInMemory } from '../support/memory-source'
import { makeKey, signed } from '../support/signing-keys'
import { smallIssue } from '../support/small-issue'
import { mutatedBytes, mutatedJson, randomOf, type Random } from './mutations-of'

/** One input, and what came of it. */
export interface Trial {
  readonly kind: string
  /** Repeats this input alone, with the same seed. */
  readonly no: number
  readonly outcome: 'accepted' | 'refused' | { readonly thrown: string }
  readonly cpuMs: number
  readonly bytes: number
}

type Bytes = Uint8Array<ArrayBuffer>
interface Kind {
  readonly kind: string
  readonly mutate: (random: Random) => Bytes
  /** True if it was accepted; a fault is thrown, or a finding made, if not. */
  readonly use: (bytes: Bytes) => Promise<boolean> | boolean
}

const frontPage = articleFile(
  'headline: 桥头的灯亮了\nkicker: 老城改造\ndeck: [先修桥, 后修路]\nbyline: 本报记者 周远\nkind: news\nweight: lead\ncolumns: 2',
  '二〇二六年十一月二十四日，桥头的灯亮了。**第一段**有*着重*。\n\n## 小标题\n\n> 引文一段。\n\n- 甲\n- 乙\n\n| 一 | 二 |\n|---|---|\n| 三 | 四 |\n\n```verse\n桥上\n桥下\n```\n\n[详见第二版](page:2)\n\n<!-- cut: 2 -->\n\n转到第二版的一段。▶下转第二版',
)
const secondPage = articleFile('headline: 短讯', '▲上接第一版 短讯一段，2024.5.25 又见。')
const ocrPage = `总第4821期 2024年5月25日 星期六 农历甲辰年四月十八\n平常报 A1版 要闻\n\n老城改造 桥头的灯亮了\n本报记者 周远\n\n桥头的灯亮了，走路的人多了起来。这座桥已经修了三年，\n今年终于通车。▶下转第二版\n\n图为桥头。周远 摄\n\n责任编辑 李明 版式 王强\n`

/** Everything that a reader or the press takes from outside, as small valid files to begin with. */
const kinds = async (): Promise<Kind[]> => {
  const key = await makeKey()
  const small = await signed(await smallIssue(), key)
  const issueJson = encode(small.issue)
  const issue = decodeIssue(issueJson)
  const [first] = issue.pages
  if (!first) throw new Error('no page')
  const pageJson = small.files.get(first.part) ?? new Uint8Array()
  const catalog = encode(await siteInMemory([small]).http.catalog(new AbortController().signal))
  const partOf = async ({ name }: { readonly name: string }): Promise<Bytes> =>
    small.files.get(name) ?? new Uint8Array()
  const packed = new Uint8Array(await (await packIssue({ ...small, issue, issueJson }, partOf)).arrayBuffer())
  const signing = { keys: [await key.listed()] }
  const eitherWay =
    (json: unknown, bytes: Bytes) =>
    (random: Random): Bytes =>
      random.chance(0.5) ? mutatedBytes(bytes, random) : encode(mutatedJson(json, random))
  const jsonOf = (bytes: Bytes): unknown => JSON.parse(new TextDecoder().decode(bytes))
  const textOf = (text: string): Bytes => new TextEncoder().encode(text)
  const asManuscript =
    (name: string, texts: Readonly<Record<string, string>>) =>
    (bytes: Bytes): boolean => {
      const report = new Report()
      const read = readManuscript(filesOf({ ...texts, [name]: decodeText(Buffer.from(bytes)) }), report)
      if (read) refine(read.draft, report)
      return !report.isFatal
    }
  const manuscript = {
    'page-01/01.md': frontPage,
    'page-02/01.md': secondPage,
    'page-01/page.yaml': 'label: "01"\nname: 要闻\n',
  }
  const ofManuscript = (name: string, text: string): Kind => ({
    kind: name,
    mutate: (random) => mutatedBytes(textOf(text), random),
    use: asManuscript(name, manuscript),
  })
  return [
    {
      kind: 'issue.json',
      mutate: eitherWay(jsonOf(issueJson), issueJson),
      use: (bytes) => decodeIssue(bytes).articles.every(({ id }) => partsOf(issue, id).length >= 0),
    },
    {
      kind: 'page part',
      mutate: eitherWay(jsonOf(pageJson), pageJson),
      use: (bytes) => {
        const part = decodePagePart(bytes, first.part, issue)
        if (part.setting) layersOf(part.setting, part, issue)
        for (const { id } of issue.articles)
          if (partsOf(issue, id).every(({ page }) => page === first)) mergeArticle(issue, id, () => part)
        return true
      },
    },
    {
      kind: 'catalogue',
      mutate: eitherWay(jsonOf(catalog), catalog),
      use: (bytes) => decodeCatalog(bytes).issues.length >= 0,
    },
    {
      kind: 'issue.sig',
      mutate: (random) => mutatedBytes(small.signature ?? new Uint8Array(64), random),
      use: async (signature) => (await verifySignature(signing, { issue, issueJson, signature })) === issue,
    },
    {
      kind: '.banmian',
      mutate: (random) => mutatedBytes(packed, random),
      use: async (bytes) => {
        let count = 0
        for await (const _ of (await openIssueFile(new Blob([bytes]))).parts()) count++
        return count >= 0
      },
    },
    ofManuscript('paper.yaml', plainFiles['paper.yaml']),
    ofManuscript(
      'issue.yaml',
      'date: 2026-11-24\nlunar_date: 丙午年十月十六\nweekday: 星期二\nserial_no: 4821-4823\neditors: { 责任编辑: [周远, 李明] }\n',
    ),
    ofManuscript('page-01/page.yaml', manuscript['page-01/page.yaml']),
    ofManuscript('page-01/01.md', frontPage),
    {
      kind: 'OCR text',
      mutate: (random) => mutatedBytes(textOf(ocrPage), random),
      use: (bytes) => readOcrText(decodeText(Buffer.from(bytes)), 'page.txt').issue !== undefined,
    },
  ]
}

const isFault = (error: unknown): boolean => error instanceof BundleError || error instanceof IssueFileError

/** Tries the kinds in turn. The same seed gives the same inputs; `from` goes on where an earlier run stopped. */
export async function* tryMutations(count: number, seed: number, from = 0): AsyncGenerator<Trial> {
  const all = await kinds()
  for (let no = from; no < from + count; no++) {
    const one = all[no % all.length]
    if (!one) return
    const bytes = one.mutate(randomOf(seed + no))
    const before = process.cpuUsage()
    let outcome: Trial['outcome']
    try {
      outcome = (await one.use(bytes)) ? 'accepted' : 'refused'
    } catch (error) {
      outcome = isFault(error)
        ? 'refused'
        : { thrown: error instanceof Error ? (error.stack ?? error.message) : String(error) }
    }
    const { user, system } = process.cpuUsage(before)
    yield { kind: one.kind, no, outcome, cpuMs: (user + system) / 1000, bytes: bytes.byteLength }
  }
}
