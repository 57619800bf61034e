import type { bundleFindings } from '../bundle-findings'
import type { WordsOf } from '../finding-table'
import type { jumpFindings } from '../jump-findings'
import type { ocrFindings } from '../ocr-findings'
import type { oldAddressFindings } from '../old-address-findings'
import type { printedFindings } from '../printed-findings'
import type { signingFindings } from '../signing-findings'
import type { siteFindings } from '../site-findings'

export const jumpWords: WordsOf<typeof jumpFindings> = {
  'jump-unresolved': {
    why: (at) => `“${at.line}”所指的地方没有接续的文章；这一行会留着，阅读器会说明那一版不在本期里`,
    fix: '请检查版次，或补上那一版。',
  },
  'no-page-to-continue': {
    why: (at) => `本期没有第 ${at.page} 版，所以文章不转到那里，也不印下转行`,
    fix: '请改正 continues_on，或补上那一版。如果报纸上印着这一行，请写进 printed_jump。',
  },
  'jump-possible': {
    why: (at) => `“${at.line}”也许接在 ${at.candidates}，但证据不足`,
    fix: '请把全文放进一个文件，用分版线分开；或写上另一头印着的那一行。',
  },
  'jump-joined': { why: (at) => `与 ${at.other} 接成一篇，依据：${at.evidence}`, fix: '没有接错就不用做什么。' },
}

export const bundleWords: WordsOf<typeof bundleFindings> = {
  'bad-bundle': { why: (at) => at.fault, fix: '请用原稿重新编这一期。' },
  'stranger-file': { why: () => '这个文件不属于这一期', fix: '不用做什么：也许属于上一次修订。' },
  'revision-not-raised': {
    why: (at) => `那里已有第 ${at.before} 次修订、内容不同的一期，而这是第 ${at.now} 次修订`,
    fix: '发布以后编报请不要加 --draft，让存过的读者都收到更正。',
  },
  'cannot-print': { why: (at) => `印不了版面：${at.reason}`, fix: '请补上缺的东西，或者不加 --pdf。' },
  'printed-before': {
    why: () => '印好的版面还是更正以前的样子，已经删去',
    fix: '请用 --pdf 再编一次，重新印；发布时加 --prune，让服务器上旧的也删去。',
  },
}

export const signingWords: WordsOf<typeof signingFindings> = {
  'bad-key': {
    why: (at) => `这不是能签名的私钥：${at.reason}`,
    fix: '请用 `press keygen` 写出的文件；docs/signing.md 说明怎么做。',
  },
  'key-open-to-others': { why: () => '这台机器的别的用户能读私钥', fix: '请只让自己能读：chmod 600。' },
  'key-in-the-way': { why: () => '已有同名的文件；密钥从不覆盖', fix: '请换一个文件名。' },
  'cannot-write-key': { why: (at) => `写不了密钥：${at.reason}`, fix: '请选一个存在而且可写的文件夹。' },
  'key-not-endorsed': {
    why: (at) => `“keys”里第 ${at.no} 把密钥没有前一把的背书`,
    fix: '请用 `press keygen --after <旧密钥>` 做，并把印出的两行都抄进去。',
  },
  'key-not-listed': {
    why: (at) => `paper.yaml 没有列出这把密钥，阅读器不会信它：${at.public}`,
    fix: '请把它加进 `keys`，或用列出的密钥签名。',
  },
  'must-be-signed': {
    why: (at) => `这份报每期都签名，没有签名的 ${at.issue} 阅读器不会打开`,
    fix: '编报时请加 --sign <私钥文件>。',
  },
}

export const siteWords: WordsOf<typeof siteFindings> = {
  'app-not-built': { why: () => '阅读器还没有构建', fix: '请在项目的文件夹里运行一次 `npm run build:app`。' },
  'desk-not-built': { why: () => '编辑台还没有构建', fix: '请在项目的文件夹里运行一次 `npm run build:press`。' },
  'foreign-site': {
    why: (at) => `${at.site} 是另一份报（${at.other}）的站点，而这是 ${at.paper}`,
    fix: '请用 --out 写另一个文件夹，每份报一个；或改正 paper.yaml 的 `id`。',
  },
  'other-manuscript': {
    why: (at) => `${at.site} 里已经有 ${at.issue} 这一期，是用另一份稿件编的`,
    fix: '请在 issue.yaml 里用 `edition` 给这一期另起一个名字，或改正 `date`。要用它换掉那一期，请加 --replace。',
  },
  'site-in-use': { why: () => '另一条命令已经往这个站点里写了一分钟', fix: '请等它做完，再运行一次。' },
  'no-site': {
    why: () => '这个文件夹里还没有一期报',
    fix: '请先编一期：`press build <稿件夹> --out <站点>`。',
  },
  'nothing-to-serve': {
    why: () => '这个文件夹里没有站点',
    fix: '请先做一个：用 `press build <稿件> --out <站点>` 编一期，再用 `press site <站点>` 画出站点。',
  },
  'bad-address': {
    why: (at) => `“${at.address}”不是站点的地址`,
    fix: '请用 --address 写地址，例如 https://www.example.com/，或改正 paper.yaml 的 `site`。',
  },
  'picture-left-out': {
    why: () => '这张图片解不开，所以 EPUB 里只有图说',
    fix: '请换掉稿件里的图片，重新编这一期。',
  },
  'cannot-draw-pages': {
    why: () => '要把排出的版面画成图片，须有 Chromium 或 Chrome，却没有找到（可用 CHROMIUM 写出它的路径）',
    fix: '请安装一个，或者不加 --pictures：IIIF 阅览器便只显示这些版面的文字。',
  },
}

export const oldAddressWords: WordsOf<typeof oldAddressFindings> = {
  'no-old-addresses': {
    why: () => '没有旧地址：既没有清单，也没有格式',
    fix: '请在 paper.yaml 旁边写 old-addresses.csv，或在 paper.yaml 里写 `old_addresses`；docs/old-addresses.md 两种都有。',
  },
  'bad-old-pattern': {
    why: (at) => `“${at.pattern}”不是旧地址的格式：${at.reason}`,
    fix: '请改正；docs/old-addresses.md 列出花括号里能写什么。',
  },
  'idle-old-pattern': {
    why: (at) => `站点里没有一处合“${at.pattern}”`,
    fix: '请与旧站的真实地址对照，并把它的版次表与一期的版次对照。',
  },
  'bad-old-address': {
    why: (at) => `“${at.address}”不能是旧地址：${at.reason}`,
    fix: '请从浏览器的地址栏复制。',
  },
  'unknown-place': {
    why: (at) => `“${at.place}”不是这个站点的地点：${at.reason}`,
    fix: '一期、一版或一篇请照它的地址写：2019-03-05、2019-03-05/3 或 2019-03-05/3/abc。',
  },
  'old-address-twice': { why: (at) => `“${at.address}”已经通到 ${at.place}`, fix: '请删掉其中一行；以前一行为准。' },
  'old-address-taken': {
    why: (at) => `“${at.address}”是新站自己的地址`,
    fix: '请删掉：那里显示新站的内容。',
  },
  'server-only-addresses': {
    why: (at) => `有 ${at.count} 个旧地址只有网络服务器能回答，例如“${at.example}”`,
    fix: '请照 deploy/ 里的配置，让 nginx 或 Caddy 读 .press 里的映射；只给文件的服务器分不清它们。',
  },
}

export const ocrWords: WordsOf<typeof ocrFindings> = {
  'manuscript-in-the-way': { why: () => '这个文件夹里已经有稿件', fix: '请用空文件夹，以免丢掉人改过的内容。' },
  'paper-to-name': {
    why: () => '没有 paper.yaml，所以写了一份供开头用',
    fix: '请填上报名和颜色，或把自己的 paper.yaml 放在这里或上级。',
  },
  'ocr-empty': { why: () => '这个文件里没有成段的文字', fix: '请给出一版的识别文字，照识别程序写的原样。' },
  'ocr-one-page': {
    why: (at) => `文件夹里有 ${at.count} 个文字文件（.txt），而一次导入一个版的文字`,
    fix: '请写明是哪个版的文件。每个版成为一份单独的稿件。',
  },
  'ocr-too-long': {
    why: (at) => `这个文件有 ${at.lines} 行、${at.letters} 字，一版报纸放不下这么多`,
    fix: '请把文字分成一版一个文件，分别导入。',
  },
  'ocr-masthead': { why: (at) => `读成报头：“${at.text}”`, fix: '请与 issue.yaml 和 page.yaml 对照。' },
  'ocr-nameplate': {
    why: (at) => `报头里的“${at.text}”读成了报名`,
    fix: '不用做什么：报名在 paper.yaml 里。如果它是标题，请写到该在的地方。',
  },
  'ocr-no-date': { why: () => '报头里没有找到日期，而一期报须有日期', fix: '请在 issue.yaml 里写上：date: 2024-05-25' },
  'ocr-removed-twin': {
    why: (at) => `去掉了${at.at}的重复：“${at.text}”（保留：${at.twin}）`,
    fix: '请与印刷的版面对照。',
  },
  'ocr-variant': {
    why: (at) =>
      at.kept === ''
        ? `去掉的重复里有别处没有的字：“……${at.text}……”`
        : `去掉的重复作“……${at.text}……”，保留的作“……${at.kept}……”`,
    fix: '请与印刷的版面对照；重复的那一处对的话，请改正文章。',
  },
  'ocr-restored': {
    why: (at) => `只有重复里才有的文字放回了${at.between}：“${at.text}”`,
    fix: '请与印刷的版面对照。',
  },
  'ocr-report-head': { why: (at) => `“${at.text}”写的是作者，已从正文取出`, fix: '请与文章的署名对照。' },
  'ocr-picture-missing': {
    why: (at) => `有图说或摄影署名，却没有图片；放了一张灰的代替：“${at.caption}”`,
    fix: '请把灰的换成照片，并写替代文字。',
  },
  'ocr-joined': {
    why: (at) => `栏末断开的句子接上了：……${at.before}｜${at.after}……`,
    fix: '请与印刷的版面对照。',
  },
  'ocr-moved-far': {
    why: (at) => `一段文字从${at.from}移到了${at.to}所在处：“${at.text}”`,
    fix: '请把两处都与印刷的版面对照。',
  },
  'ocr-titles-last': {
    why: (at) => `这一版的标题排在正文之后，所以 ${at.count} 个标题都归了上面的正文`,
    fix: '请把标题与印刷的版面对照。',
  },
  'ocr-fragments': {
    why: (at) =>
      `这一版散成了碎片：${at.count} 篇里有 ${at.short} 篇只是片段，${at.untitled} 篇没有标题，多半没有按顺序读出来`,
    fix: '请重新识别这一版并按栏输出，或在 press preview 里把碎片拼起来。',
  },
  'ocr-no-headline': {
    why: (at) => `以“${at.text}”开头的文章没有找到标题，而生成时须有标题`,
    fix: '请照印刷的版面写上标题（headline）。',
  },
  'ocr-number': {
    why: (at) => `单独成行的数字没有收入：“${at.text}”`,
    fix: '如果是版码，不用做什么；否则请写到该在的地方。',
  },
  'ocr-moved': { why: (at) => `次序不对的一段移到了${at.to}：“${at.text}”`, fix: '请与印刷的版面对照。' },
  'ocr-doubtful': { why: (at) => `这里读来可疑（${at.reason}）：“${at.text}”`, fix: '请照印刷的版面改正。' },
  'ocr-unplaced': { why: (at) => `没有找到这段文字的位置：“${at.text}”`, fix: '请放到该在的地方。' },
  'ocr-cut-end': { why: (at) => `句子断了，没有下文：……${at.text}`, fix: '请照印刷的版面补全。' },
}

export const printedWords: WordsOf<typeof printedFindings> = {
  'unknown-source': {
    why: () => '这里没有印报程序读得了的版面',
    fix: '请指明放版面的文件夹，或说明是哪一种：press import <种类> <文件夹>。docs/sources.md 列出了各种来源。稿件请用 press watch 看。',
  },
  'outside-source': {
    why: (at) => `压缩包里的“${at.name}”指到了文件夹以外，已跳过`,
    fix: '如果它属于这个来源，请放进要打包的文件夹，重新打包。',
  },
  'same-source-id': {
    why: (at) => `来源里不止一篇文章用编号 ${at.id}；这一篇另给了编号`,
    fix: '请与印刷的版面对照：如果本是一篇，请并进一个文件。',
  },
  'page-drawn': {
    why: (at) => `来源没有第 ${at.page} 版的图片，就照字的位置画了一张`,
    fix: '如果有图片，请放进这一版的文件夹，并在 page.yaml 里写上文件名。',
  },
  'bad-word-line': {
    why: () => '这一行不是字词表里的写法，已跳过',
    fix: '请写 x、y、宽、高和字词，放在写明文章的一行之下：# page-01/01-news',
  },
  'nothing-saved': {
    why: () => '文件夹里没有版面，也没有文章',
    fix: '请把网站的版面（node_1.htm 等）和文章（content_….htm）存下来，并指明某一天的文件夹。',
  },
  'several-days': { why: (at) => `文件夹里有好几天的报：${at.days}`, fix: '请指明某一天的文件夹。' },
  'page-not-saved': {
    why: (at) => `这一期有些版的文件不在文件夹里：${at.pages}`,
    fix: '请把这些版也存下来，再导入一次。',
  },
  'article-not-saved': {
    why: (at) => `有 ${at.count} 篇文章的文件不在文件夹里；它们至多有标题，没有正文`,
    fix: '请把文章也存下来，再导入一次；或补写正文。',
  },
  'article-without-page': { why: () => '没有一版通到这篇文章；它放在了第一版', fix: '请把文件移到它那一版的文件夹。' },
  'area-outside-picture': {
    why: () => '有些文章的轮廓超出了版面图；超出的部分已裁去',
    fix: '请对照版面：网站上用的也许是另一张图。',
  },
  'pdf-unreadable': {
    why: () => 'PDF 坏了、加了密，或者不是 PDF；没有读',
    fix: '请用别的程序打开，不加密码另存一份，再导入一次。',
  },
  'pdf-empty': { why: () => 'PDF 里没有一版', fix: '请重新取得这个文件，再导入一次。' },
  'pdf-too-many-pages': {
    why: (at) => `加上这个文件共有 ${at.count} 版，一期最多 512 版；没有读它`,
    fix: '请写出一期的 PDF，或放各版 PDF 的文件夹。',
  },
  'pdf-page-unreadable': {
    why: (at) => `文件的第 ${at.page} 页坏了，或者尺寸不可能是一版；没有收入`,
    fix: '请从原来的程序另存 PDF，再导入一次。',
  },
  'pdf-without-text': {
    why: (at) => `第 ${at.page} 页里没有文字，只有图；成了没有文章的版`,
    fix: '请从制版的程序取得带文字的 PDF；或用 --ocr 导入，由程序识别文字；或写出各篇文章和轮廓。',
  },
  'pdf-recognised': {
    why: (at) => `第 ${at.page} 页的文字由图识别：${at.count} 字，平均可信 ${at.share} %；有 ${at.words} 个词可疑`,
    fix: '发布以前请与版面校对：看来可信的也可能有错。',
  },
  'pdf-nothing-recognised': {
    why: (at) => `第 ${at.page} 页没有识别出文字；成了没有文章的版`,
    fix: '请看这一页是不是空白、放倒了，或是没有写明的语言：--ocr chi_sim+eng。',
  },
  'ocr-language-missing': {
    why: (at) => `不能识别语言 ${at.code}：没有安装它的软件包（npm install ${at.package}）`,
    fix: '请在安装本程序的地方安装这个软件包，或写别的语言。',
  },
  'ocr-no-language': {
    why: (at) => `“${at.code}”不是能识别的语言的名称`,
    fix: '语言用三个字母写，用加号连接：chi_sim、chi_sim+eng、deu。',
  },
  'ocr-not-here': {
    why: (at) => `只识别 PDF 里的文字；这是 ${at.kind}，照没有 --ocr 时读了`,
    fix: '不用做什么；不写 --ocr 就行。',
  },
  'pdf-no-pages': {
    why: () => '这里没有能读出版面的 PDF',
    fix: '请写出一期的 PDF，或放各版 PDF 的文件夹。',
  },
}
