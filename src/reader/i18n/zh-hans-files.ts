import type { IssueFileFault } from '@/library/issue-file/issue-file-fault'
import type { FaultWords } from './fault-text'
import { formatBytes } from './format-bytes'

/** Words about issues as files, loaded with the library view. */
export type FileFaultText = {
  readonly [Kind in IssueFileFault['kind']]: (fault: Extract<IssueFileFault, { kind: Kind }>) => FaultWords
}

const untouched = '本机原有的报纸都没有动。'

const bundleWords = (kind: Extract<IssueFileFault, { kind: 'bundle' }>['fault']['kind']): FaultWords => {
  switch (kind) {
    case 'not-signed':
    case 'wrong-signature':
      return { title: '这份文件不是本报签发的', advice: `它自称本报，却没有本报的签名，或内容被改过。${untouched}` }
    case 'missing-part':
      return { title: '这份文件缺了一部分', advice: `可能没有传完整，请重新传一次。${untouched}` }
    case 'wrong-digest':
      return { title: '这份文件的内容对不上', advice: `可能传坏了，也可能被改过，请重新传一次。${untouched}` }
    case 'newer-format':
      return { title: '这份文件要用新版阅读器打开', advice: '请联网刷新页面，更新阅读器后再试。' }
    default:
      return { title: '这份文件的内容有损坏', advice: `请重新传一次。${untouched}` }
  }
}

/** A fault kind without words does not compile. */
const fileFaults: FileFaultText = {
  'not-issue-file': () => ({
    title: '这不是一份报纸文件',
    advice: `报纸文件的名字以 .banmian 结尾；也可能没有传完整。${untouched}`,
  }),
  'strange-entry': () => ({
    title: '文件里有不属于报纸的东西，没有打开',
    advice: `请只打开信得过的人发来的文件。${untouched}`,
  }),
  'entry-twice': () => ({ title: '文件里有重复的部分，没有打开', advice: untouched }),
  'too-much': ({ limitBytes }) => ({
    title: '文件大得不正常，没有打开',
    advice: `其中有超过限度（${formatBytes(limitBytes)}）的部分。${untouched}`,
  }),
  bundle: ({ fault }) => bundleWords(fault.kind),
}

const wordsOf = <Kind extends IssueFileFault['kind']>(
  kind: Kind,
  fault: Extract<IssueFileFault, { kind: Kind }>,
): FaultWords => fileFaults[kind](fault)

export const zhHansFiles = {
  faultOf: (fault: IssueFileFault): FaultWords => wordsOf(fault.kind, fault),
  open: '打开报纸文件',
  openAdvice: '别人传来的 .banmian 文件，选中或拖到这里，就存进本机；可以一次几份。',
  dropHere: '松手，就打开这份文件',
  reading: '正在核对文件……',
  imported: (name: string, date: string) => `已存进本机：${name} ${date}`,
  present: (name: string, date: string) => `本机已有${name} ${date}，没有改动`,
  arrived: (name: string, date: string) => `别的应用传来一份报纸：${name} ${date}`,
  arrivedSigned: '有本报的签名。',
  arrivedUnsigned: '没有本报的签名，不能确认是谁发的。请只存信得过的人发来的。',
  takeIn: '存进本机',
  leaveOut: '不要',
  read: '现在看',
  failed: { title: '没有存成', advice: `本机的空间可能不够。${untouched}` },
  otherPaper: (name: string) => `这是《${name}》的报纸，不是本报签发的`,
  unsignedFile: '这一期来自文件，没有签名，不能确认是报社发的',
  toOwnPaper: '回到本报',
  export: '存成文件',
  exportOf: (name: string, date: string) => `把${name} ${date}存成文件`,
  exportFailed: '没有存成文件：这一期在本机上不完整，请联网重新保存',
}
