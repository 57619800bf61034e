import type { correctionFindings } from '../correction-findings'
import type { WordsOf } from '../finding-table'

export const correctionWords: WordsOf<typeof correctionFindings> = {
  'correction-not-applied': {
    why: (at) => `更正“${at.key}”用不上：${at.reason}`,
    fix: '请与来源现在的样子对照，改写或删去；docs/corrections.md 说明了每个键。',
  },
  'correction-needless': { why: (at) => `更正“${at.key}”什么也没有改：来源自己已经这样`, fix: '请删去。' },
  'correction-by-words': {
    why: (at) => `原来的文章 ${at.was} 现在是 ${at.now}；是凭开头的字句找到的`,
    fix: '请在“source:”后面写上新的编号。',
  },
  'change-not-made': {
    why: (at) => `没有改：${at.reason}`,
    fix: '请换一种改法，或者写进 corrections.yaml；能写什么见 docs/corrections.md。',
  },
  'edited-by-hand': {
    why: () => '这个文件被人改过，保持原样；这次导入要写的内容没有写进去',
    fix: '请把改动移到 corrections.yaml，再用 --replace 导入；办法见 docs/corrections.md。',
  },
  'deleted-by-hand': {
    why: () => '这个文件被人删了，没有再写',
    fix: '要一直去掉一篇文章，请在 corrections.yaml 里写“drop: true”；要它回来，请用 --replace 导入。',
  },
  'added-by-hand': {
    why: () => '这个文件不是导入来的；保持原样',
    fix: '不用做什么；文章也可以写在 corrections.yaml 的“new_articles”下面。',
  },
  'edited-file-moved': {
    why: () => '这个文件被人改过或删了，而这次导入以后它会是另一篇文章、另一版，或者没有了',
    fix: '请把改动移到 corrections.yaml，再用 --replace 导入；办法见 docs/corrections.md。',
  },
  'file-in-the-way': {
    why: () => '导入要写一个同名的文件，这里已有一个不是导入写的',
    fix: '请给这个文件换个名称，或者导入一个空文件夹。',
  },
  'import-would-not-build': {
    why: (at) => `连同人改过的文件，这份稿件编不成：见 ${at.file}`,
    fix: '请改正那个文件的毛病；或者把改动移到 corrections.yaml，再用 --replace 导入。',
  },
  'import-unfinished': {
    why: () => '往这个文件夹的一次导入中断了，里面的文件来自两次导入',
    fix: '请把同一次导入再做一遍。',
  },
}
