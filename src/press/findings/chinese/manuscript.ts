import type { manuscriptFindings } from '../manuscript-findings'
import type { WordsOf } from '../finding-table'

export const manuscriptWords: WordsOf<typeof manuscriptFindings> = {
  'unreadable-file': { why: (at) => `读不了：${at.reason}`, fix: '请检查路径：要有这个文件或文件夹，而且可以读。' },
  'damaged-character': {
    why: (at) => `第 ${at.column} 列丢了一个字，或者文件用了程序不认识的编码`,
    fix: '请从原稿重新存成 UTF-8，或把这个字补上。',
  },
  'open-comment': { why: () => '注释从这里开始却没有结束，后面的内容都不会印出来', fix: '请用“-->”结束它。' },
  'file-refused': {
    why: (at) => `用不了这个文件：${at.reason}`,
    fix: '请检查路径、权限和磁盘空间，再运行一次。',
  },
  'unread-file': {
    why: (at) => `程序不读 ${at.ending} 文件，所以里面的内容不在这一期里`,
    fix: '文章只要把名字改成以 .md 结尾，什么编码都可以；图片存成 JPEG 或 PNG，设置存成 .yaml；或者把文件移出稿件夹。',
  },
  'misplaced-file': {
    why: (at) => `程序不会到这里找文件，所以里面的内容不在这一期里${at.name && `；它应当叫 ${at.name}`}`,
    fix: '请移动文件或改名；docs/manuscript.zh-CN.md 说明各种文件放在哪里。',
  },
  'bad-yaml': { why: (at) => `这不是有效的 YAML：${at.reason}`, fix: '请改正这一行；含有“: ”的文字要加引号。' },
  'unknown-key': {
    why: (at) => `没有“${at.key}”这个键${at.near ? `；是不是“${at.near}”？` : ''}`,
    fix: '请改正或删掉；docs/manuscript.zh-CN.md 列出所有的键，corrections.yaml 的键见 docs/corrections.md。',
  },
  'bad-value': {
    why: (at) => `“${at.key}”的值不能用：${at.reason}`,
    fix: '请改正；docs/manuscript.zh-CN.md 说明每个键怎么写，corrections.yaml 的键见 docs/corrections.md。',
  },
  'missing-key': {
    why: (at) => `少了“${at.key}”`,
    fix: '请加上；docs/manuscript.zh-CN.md 或 docs/corrections.md 说明怎么写。',
  },
  'missing-picture': { why: (at) => `没有图片“${at.picture}”`, fix: '请把文件放到那里，或改正名称。' },
  'bad-picture': {
    why: (at) => `图片“${at.picture}”不能用：${at.reason}`,
    fix: '请重新存成 PNG、JPEG、WebP、AVIF、TIFF 或 SVG。',
  },
  'picture-case': {
    why: (at) => `没有图片“${at.picture}”，却有“${at.other}”`,
    fix: '名称请与文件完全一致，包括大小写：网络服务器分大小写。',
  },
  'missing-page': {
    why: (at) => `这一版之前缺第 ${at.pages} 版：转到那里的文章接不上`,
    fix: '请补上那一版的文件夹；如果并不缺版，请给文件夹改名。',
  },
  'shared-label': {
    why: (at) => `这一版的版次是“${at.label}”，${at.other} 那一版也是`,
    fix: '请给其中一版写上印着的版次：转版要靠版次找到版面。',
  },
  'folder-in-the-way': { why: () => '这个文件夹里已经有东西', fix: '请用新的或空的文件夹，以免覆盖。' },
  'several-issues': {
    why: (at) => `这不是一期报，里面是各期的文件夹（${at.issues}）`,
    fix: '请一期一期地编：`press build <这个文件夹>/<一期> --out <站点>`；docs/manuscript.zh-CN.md 说明怎样全部编完。',
  },
  'no-pages': { why: () => '这个文件夹里没有版面', fix: '请给每一版建一个文件夹，每篇文章写一个 Markdown 文件。' },
  'duplicate-id': { why: (at) => `id“${at.id}”已经用在 ${at.other}`, fix: '请给其中一个换一个 id，或者不写。' },
  'wrong-weekday': { why: (at) => `${at.date} 是${at.expected}，不是${at.given}`, fix: '请改正星期或日期。' },
  'wrong-lunar-date': { why: (at) => `${at.date} 是${at.expected}，不是${at.given}`, fix: '请改正农历或日期。' },
  'outline-outside-page': {
    why: (at) => `轮廓有一个角在 ${at.corner}，超出了 ${at.size} 的版面`,
    fix: '轮廓请用版面图片的像素写。',
  },
  'bad-cut': {
    why: (at) => `文章不能在这里分版：${at.reason}`,
    fix: '请写本期里排在前一部分之后的版，分版线两边都要有正文。',
  },
  'unknown-reference': {
    why: (at) => `本期没有“${at.target}”`,
    fix: '请写本期的版号，或写成“文件夹/文件”的文章，不带 .md。',
  },
  'unknown-ear': {
    why: (at) => `第一版没有“${at.name}”这篇文章；只有第一版的文章才能放在报眼`,
    fix: '请写第一版里一个文件的名字，不带 .md，如 07-notice；不要报眼就写 ears: none。',
  },
  'no-headline': {
    why: (at) => `没有标题；用“${at.title}”代替`,
    fix: '请写在文件的最前面，前后各一行三个短横：headline: ……。',
  },
  'printed-tag': {
    why: (at) => `标签“${at.tag}”会照样印出来`,
    fix: '请删去；要加粗，写成 **字**，要着重，写成 *字*。',
  },
  'empty-article': { why: () => '这篇文章没有标题，也没有正文', fix: '请写上，或删去这个文件。' },
  'unread-markdown': {
    why: (at) => `稿件里不能有${at.what}；只留下其中的文字`,
    fix: '请用 docs/manuscript.zh-CN.md 里的写法。',
  },
  'outlines-missing': {
    why: () => '影印版上的文章没有轮廓：它在目录里，却不在版面上',
    fix: '请用版面图片的像素写出轮廓。',
  },
}
