import { allFindings, type FindingCode } from '../all-findings'
import { bundleFindings } from '../bundle-findings'
import { correctionFindings } from '../correction-findings'
import type { FindingWords, Severity } from '../finding-table'
import { iiifFindings } from '../iiif-findings'
import { importFindings } from '../import-findings'
import { jumpFindings } from '../jump-findings'
import { manuscriptFindings } from '../manuscript-findings'
import { ocrFindings } from '../ocr-findings'
import { printedFindings } from '../printed-findings'
import { oldAddressFindings } from '../old-address-findings'
import { publishFindings } from '../publish-findings'
import { signingFindings } from '../signing-findings'
import { siteFindings } from '../site-findings'
import { typesettingFindings } from '../typesetting-findings'
import { chinese } from './in-chinese'

const areas: readonly (readonly [string, object])[] = [
  ['稿件', manuscriptFindings],
  ['转版', jumpFindings],
  ['排版', typesettingFindings],
  ['期包与印刷', bundleFindings],
  ['签名', signingFindings],
  ['站点', siteFindings],
  ['旧地址', oldAddressFindings],
  ['发布', publishFindings],
  ['识别文字', ocrFindings],
  ['导入', importFindings],
  ['印好的版面', printedFindings],
  ['更正与再次导入', correctionFindings],
  ['IIIF', iiifFindings],
]

const severities: { readonly [Kind in Severity]: string } = { fatal: '✗ 停止', warning: '! 警告', note: '· 说明' }

/** Stands for every fact. */
const anyFact: Readonly<Record<string, string>> = new Proxy({}, { get: () => '……' })

const cell = (text: string): string => text.replaceAll('|', '\\|')
const isCode = (code: string): code is FindingCode => Object.hasOwn(allFindings, code)

const rowOf = (code: FindingCode): string => {
  const { why, fix }: FindingWords<string> = chinese[code]
  return `| \`${code}\` | ${severities[allFindings[code].severity]} | ${cell(why(anyFact))} | ${cell(fix)} |`
}

/** Every finding in Chinese, as a page of the docs. */
export const findingsPage = (): string =>
  [
    '# 检查结果一览',
    '',
    '印报程序的每一种检查结果，连同它的意思和办法。系统的语言是中文，或者命令里写了 `--lang zh`，程序就用这些话；`--lang en` 用英文。记号从不改变。',
    '“停止”的一旦出现，什么也不会写；“警告”的照样写出，但请看一看；“说明”的不用做什么。',
    '',
    '这一页由 `npm run findings-page` 写出，请不要手改。',
    ...areas.flatMap(([name, table]) => [
      '',
      `## ${name}`,
      '',
      '| 记号 | 程度 | 说什么 | 怎么办 |',
      '| --- | --- | --- | --- |',
      ...Object.keys(table).filter(isCode).map(rowOf),
    ]),
    '',
  ].join('\n')
