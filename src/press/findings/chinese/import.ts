import type { WordsOf } from '../finding-table'
import type { importFindings } from '../import-findings'

export const importWords: WordsOf<typeof importFindings> = {
  'import-not-a-package': {
    why: () => '这个文件夹里没有 METS、ALTO、DIDL、Olive XMD 或 iArchives 的文件',
    fix: '请写出存放一期报纸说明文件的文件夹。',
  },
  'import-no-pages': {
    why: () => '这里没有写出任何一版',
    fix: '请写出一期的文件夹，里面有它的 METS 文件和各版的文件。',
  },
  'import-other-profile': {
    why: () => '这份 METS 不属于程序认识的任何一种规格；按通常的名称读了它的各部分',
    fix: '请把文章和标题与版面对照。',
  },
  'import-several-issues': {
    why: (at) => `只读了这一期；文件夹里另有 ${at.count} 份说明，第一份是 ${at.name}`,
    fix: '请把各期的文件夹分别导入。',
  },
  'import-file-missing': {
    why: (at) => `这里写了“${at.name}”，文件夹里却没有`,
    fix: '请把文件放回原处，再导入一次；在那以前，它的内容是缺的。',
  },
  'import-file-damaged': {
    why: () => '压缩的文件坏了；能解开的部分已经读了',
    fix: '请从来源重新取得这个文件，再导入一次。',
  },
  'import-file-too-large': {
    why: () => '文件超过 256 MB（解开前或解开后），没有读',
    fix: '一版或一期不会这么大：请检查这是什么文件。',
  },
  'import-bad-xml': {
    why: () => 'XML 在这里坏了；前后能读的已经用了',
    fix: '请从来源重新取得这个文件，再导入一次。',
  },
  'import-xml-left-out': {
    why: (at) => `有 ${at.count} 个元素嵌套得太深，或者太多，没有读`,
    fix: '没有报纸会这样描述：请检查这是什么文件。',
  },
  'import-entities': {
    why: (at) => `文件声明或使用了实体（${at.names}）；程序从不展开实体，照写着的样子留下`,
    fix: '正文需要的话，请把字符本身写进文件。',
  },
  'import-encoding': {
    why: (at) => `不认识编码“${at.encoding}”；文件按 UTF-8 或 Windows-1252 读`,
    fix: '请把文件存成 UTF-8，再导入一次。',
  },
  'import-page-unreadable': { why: () => '这个文件里没有版面', fix: '它应当是 ALTO；请从来源重新取得。' },
  'import-page-size': {
    why: (at) => `文件说这一版有 ${at.size}，这不可能；尺寸改由文字的位置得出`,
    fix: '请把轮廓与版面对照。',
  },
  'import-outside-page': {
    why: (at) => `有 ${at.count} 个词超出版面；它们的位置在版边截断了`,
    fix: '词没有标错地方就不用做什么。',
  },
  'import-odd-coordinates': {
    why: (at) => `“${at.text}”不是成对的数字（这个文件里有 ${at.count} 处）；这个位置没有用`,
    fix: '请把轮廓与版面对照。',
  },
  'import-no-picture': {
    why: (at) => `有 ${at.count} 张版面图片不在文件夹里，第一张是 ${at.name}；这些版由文字画出`,
    fix: '有图片的话，请放到写明的地方，再导入一次。',
  },
  'import-no-articles': {
    why: (at) => `来源只有版面，没有文章；每版的文字作为一篇（共 ${at.count} 篇）`,
    fix: '值得的地方，请动手分开。',
  },
  'import-places-missing': {
    why: (at) => `文章 ${at.article} 写了 ${at.count} 个哪里也没有的位置：${at.names}`,
    fix: '请把文章与版面对照：也许缺了一部分，也许那些词归入了不属于任何文章的文字。',
  },
  'import-empty-article': {
    why: (at) => `文章 ${at.article} 没有文字，没有收入`,
    fix: '版面上没有这篇就不用做什么。',
  },
  'import-words-twice': {
    why: (at) => `有 ${at.count} 个词被两篇文章占用；它们留在第一篇里`,
    fix: '请把重叠的文章与版面对照。',
  },
  'import-words-left': {
    why: (at) => `${at.all} 个词里有 ${at.count} 个（${at.share} %）不属于任何文章；各版的放在该版最后的一篇里`,
    fix: '多半是版眉和扫描的痕迹；属于文章的请移过去。',
  },
}
