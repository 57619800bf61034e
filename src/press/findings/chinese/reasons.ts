import { createPhrases } from './phrase-book'

/**
 * Every reason that a finding gives, in English and in Chinese. `{}` stands for what differs each time; in Chinese `{1}` is the first
 * of them. A reason without Chinese does not compile.
 */
const files = {
  'it does not exist': '它不存在',
  'you may not use it': '没有使用它的权限',
  'it is a file, not a folder': '它是文件，不是文件夹',
  'it is a folder, not a file': '它是文件夹，不是文件',
  'something of that name is there already': '已经有同名的东西',
  'the disk is full': '磁盘满了',
  'the disk can only be read': '磁盘只能读，不能写',
  'too many files are open': '打开的文件太多',
  'its name is too long': '名称太长',
  'its links lead in a circle': '它的链接绕成了圈',
  'the disk has a fault': '磁盘有故障',
  'another program uses it': '别的程序正在用它',
  'no folder can be made there': '那里不能建文件夹',
  'the system answers {}': '系统回答 {1}',
  'there is no paper.yaml in this folder or above it': '这个文件夹和它的上级都没有 paper.yaml',
  'the file is empty': '文件是空的',
  'it is larger than 512 MB': '它大于 512 MB',
  'it holds more than {} files': '里面有 {1} 个以上的文件',
  'it is a HEIC picture, which browsers can’t show': '它是 HEIC 图片，浏览器显示不了',
  'the PDF is damaged, encrypted or empty': 'PDF 坏了、加了密，或者是空的',
  'it is a document or an archive': '它是文档或压缩包',
  'the file is damaged, or no picture': '文件坏了，或者不是图片',
  'the file is damaged': '文件坏了',
  'it has {} × {} pixels; the most are {} on a side, and 268 million in all':
    '它有 {1} × {2} 像素；每边最多 {3}，总共最多 2.68 亿',
  'it has {} × {} pixels; a JPEG 2000 picture may have 120 million': '它有 {1} × {2} 像素；JPEG 2000 图片最多 1.2 亿',
  'the press does not read {} files': '印报程序不读 {1} 文件',
  'each side of a screenshot must have 320 to 3840 pixels': '截图每边须有 320 到 3840 像素',
  'one side of a screenshot must be at most 2.3 times the other': '截图的一边最多是另一边的 2.3 倍',
} as const

const yaml = {
  'a text that begins with * needs quotes around it': '以 * 开头的文字要加引号',
  'a text that begins with ! needs quotes around it': '以 ! 开头的文字要加引号',
  'a line that begins with % needs quotes around it': '以 % 开头的一行要加引号',
  'inside double quotes, a backslash has a meaning of its own: use single quotes':
    '双引号里的反斜线另有意义：请改用单引号',
  'the line does not begin under the lines it belongs to': '这一行没有和同级的行对齐',
  'a text that begins with & or ! needs quotes around it': '以 & 或 ! 开头的文字要加引号',
  'a text can’t begin with this character unless it has quotes around it': '文字不能以这个字符开头，除非加引号',
  'a text that contains “: ” needs quotes around it': '含有“: ”的文字要加引号',
  'a list with “- ” can’t stand inside brackets': '以“- ”写的列表不能放在方括号里',
  'this key stands here twice': '这个键写了两次',
  'this can’t be read': '这里读不懂',
  'this key has more than 1024 characters': '这个键超过 1024 个字符',
  'a quotation mark, a bracket, a comma or a colon is missing': '少了引号、括号、逗号或冒号',
  'a quotation mark or a colon is missing, so that a key runs over several lines': '少了引号或冒号，一个键占了好几行',
  'a text that begins with & needs quotes around it': '以 & 开头的文字要加引号',
  'a line of three dashes stands in the middle': '中间有一行三个短横',
  'a key has to be a text': '键必须是文字',
  'lists and maps are nested too deeply': '列表和映射套得太深',
  'the line is indented with a tab: use spaces': '这一行用制表符缩进：请改用空格',
  'something stands here that does not belong to the line': '这里有不属于这一行的东西',
  'each line has to begin with a key and a colon': '每一行都要以键和冒号开头',
  'the colon after a key has to be a half-width one, with a blank after it': '键后面的冒号要用半角的，后面再空一格',
  'below the keys, a line of three dashes is missing': '键的下面少了一行三个短横',
} as const

const values = {
  'it has to be a text, not a list or a map': '须是文字，不是列表或映射',
  'it has to be a list': '须是列表',
  'it has to be a map, with a key and a value on each line': '须是映射，每行一个键和一个值',
  'nothing stands after the colon: write the value, or remove the line': '冒号后面是空的：请写上，或删掉这一行',
  'it is empty': '它是空的',
  'it is longer than {}': '它超过 {1}',
  'it has to be {} or more': '至少是 {1}',
  'it has to be {} or less': '至多是 {1}',
  'it has to be one line of text, without control characters': '须是一行文字，没有控制字符',
  'it does not have the form that is described': '写法与说明的不同',
  'it has to be one line of text': '须是一行文字',
  'it is a domain: small letters, digits, dots and hyphens, such as news.example.com':
    '它是域名：小写字母、数字、点和连字符，例如 news.example.com',
  'write a whole number': '请写整数',
  'write a number': '请写数字',
  'write {} or {}': '请写 {1} 或 {2}',
  'write the day as 2026-11-24': '日期请写成 2026-11-24',
  'there is no day {}': '没有 {1} 这一天',
  'the year has to be {} or later': '年份须是 {1} 年或以后',
  'write it as 2026-11-24T05:10:00+08:00': '请写成 2026-11-24T05:10:00+08:00',
  'write the name of a time zone, such as Asia/Shanghai': '请写时区的名称，例如 Asia/Shanghai',
  'write the code of a language, such as zh-Hans, zh-Hant or en': '请写语言代码，例如 zh-Hans、zh-Hant 或 en',
  'write a number, or 4821-4823 for a combined issue': '请写数字，合刊写成 4821-4823',
  'the numbers of a combined issue have to rise, as in 4821-4823': '合刊的期号须由小到大，例如 4821-4823',
  'it has to be a text, or a list of texts': '须是文字，或文字的列表',
  "write the colour as '#9c1c1c', with the quotes": "颜色请写成 '#9c1c1c'，连同引号",
  'write tabloid, broadsheet, or { width: 273, height: 395 }':
    '请写 tabloid、broadsheet，或 { width: 273, height: 395 }',
  'write an address, or { from: address, pages: { page: label } }': '请写地址，或 { from: 地址, pages: { 版: 版次 } }',
  'use up to 20 lower-case letters and digits': '最多 20 个小写字母和数字',
  'write [[x, y, x, y, x, y]], or { 5: [[…]], 7: [[…]] } for two pages':
    '请写 [[x, y, x, y, x, y]]，两版则写 { 5: [[…]], 7: [[…]] }',
  'an id has 3 to 16 characters from a–z and 0–9': 'id 是 3 到 16 个 a–z、0–9 的字符',
  'an outline has at least three corners, each an x and a y': '轮廓至少有三个角，每个角写 x 和 y',
} as const

const pages = {
  'there is no page {} in this issue': '本期没有第 {1} 版',
  'page {} comes before page {}': '第 {1} 版在第 {2} 版之前',
  'there is no text on one side of it': '它有一边没有正文',
  'page {} does not come after page {}': '第 {1} 版不在第 {2} 版之后',
  'page {} is a facsimile: mark with a cut line what stands there': '第 {1} 版是影印版：请用分版线标明哪一段在那里',
  'columns: {}, but the page has {} columns, so it stands over {}':
    '写了 columns: {1}，但这一版共 {2} 栏，所以占 {3} 栏',
  'place: top, but another article of the page stands above it': '写了 place: top，但同版另有文章在它上面',
  'place: foot, but another article of the page stands below it': '写了 place: foot，但同版另有文章在它下面',
  'ears: it is too long to stand beside the nameplate, which has room for {} lines': 'ears：文章太长，报眼最多 {1} 行',
  'ears: the masthead of a paper of vertical lines stands in a corner': 'ears：竖排报纸的报头在角上，旁边没有报眼',
  'ears: page one is a printed page, which is shown as it is': 'ears：第一版是印好的版面，照原样显示',
  'there is room for two: one at either side of the nameplate': '最多两个：报名两侧各一个',
  'inside “{}”': '《{1}》里面',
  'between “{}” and “{}”': '《{1}》与《{2}》之间',
  'under “{}”': '《{1}》下面',
  'over “{}”': '《{1}》上面',
  'cutting “{}” by about {} lines would do': '《{1}》删去约 {2} 行就够了',
  'no article of it can be cut': '版上没有能删的文章',
  'where nothing stands': '没有文章的地方',
  'all of it fits on page {}, so nothing goes on': '第 {1} 版放得下全文，所以没有转版',
} as const

const markup = {
  'a cut line that does not stand by itself with the number of a page': '没有独占一行、写明版次的分版线',
  'a {} inside a list or quotation': '列表或引文里的 {1}',
  'a heading with one #': '一个 # 的标题',
  'a fenced block without the word verse or pullquote': '没有写 verse 或 pullquote 的围栏块',
  'a ruled line': '横线',
  'a {}': '这种写法（{1}）',
  'the address “{}” inside a sentence': '句中的地址“{1}”',
  'the picture “{}” inside a sentence': '句中的图片“{1}”',
  'lists and quotations that stand in one another more than {} deep': '套了 {1} 层以上的列表和引文',
  'more than {} marks in one paragraph': '一段里有 {1} 个以上的记号',
  'more than {} marks in one article': '一篇里有 {1} 个以上的记号',
  'more than {} lines in one article': '一篇有 {1} 行以上',
  'more than {} lines without a blank one': '连着 {1} 多行没有空行',
  'a table of more than {} columns': '超过 {1} 列的表格',
} as const

const addresses = {
  'it does not begin with a slash': '不是以斜线开头',
  'it has characters that no address needs': '有地址里用不着的字符',
  'a part of it begins with a dot': '其中一段以点开头',
  'it has two slashes in a row': '有两条连着的斜线',
  'it is too long': '太长',
  'its query has characters that no address needs': '问号后面有地址里用不着的字符',
  'its percent signs are not UTF-8': '其中的百分号不是 UTF-8',
  'it is not written as a place': '不是地点的写法',
  'the site has no issue {}': '站点没有 {1} 这一期',
  'the issue of {} has no page {}': '{1} 这一期没有第 {2} 版',
  'the issue of {} has no article “{}”': '{1} 这一期没有文章“{2}”',
  '“{}” is no placeholder': '“{1}”不是占位符',
  '{{}} is not known': '没有 {{1}} 这个占位符',
  'only {page} has a number of digits': '只有 {page} 能写位数',
  'it lacks {{}}': '少了 {{1}}',
  'it has a table of pages and no {page}': '有版次表，却没有 {page}',
  'it has a table of pages, which stands for {page}, and a {label} as well': '有代表 {page} 的版次表，却还有 {label}',
  'with {any}, a page can be told only by its number': '有 {any} 时，版只能凭号码认',
  'with {any}, an article needs its {page}': '有 {any} 时，文章还要有 {page}',
} as const

const keysAndPrinting = {
  'it is not a private key in PEM': '它不是 PEM 格式的私钥',
  'it is not an ECDSA key on P-256': '它不是 P-256 上的 ECDSA 密钥',
  'no Chromium or Chrome was found (CHROMIUM may hold the path of one)':
    '没有找到 Chromium 或 Chrome（可用 CHROMIUM 写出它的路径）',
  'the reader is not built for Node (npm run build:app)': '阅读器还没有为 Node 构建（npm run build:app）',
} as const

const machineReading = {
  'a credit without a caption': '有署名，没有图说',
  'it follows the end of an article, and nothing says where it belongs': '它在一篇文章之后，看不出属于哪里',
  'a piece of the masthead without a label, kept as a notice': '报头里没有标签的一段，当作启事留着',
  'read as the banner head because it stands apart; no two reports name it':
    '因为单独成行而当作通栏题；没有两篇报道提到它',
  'one line read as kicker and headline: the occasion first': '一行读成引题和主题：前面是事由',
  'one line read as kicker and headline: a name of the page first': '一行读成引题和主题：前面是本版的名称',
  'the end of the line read as the deck': '行末读成副题',
  'the only title left, given to the only article without one': '剩下的唯一标题给了唯一没有标题的文章',
  'more than two lines over the text: read as kicker, headline, deck': '正文上面超过两行：读成引题、主题、副题',
  'two printed lines seem to have run together': '印着的两行似乎连在了一起',
  'its words stand in another article': '它的词都在另一篇文章里',
  'two titles over one text': '一段正文上面有两个标题',
  'a long line read as a subhead': '较长的一行读成小标题',
  '{} is {}': '{1} 是{2}',
  'the head of the article that begins “{}…”': '以“{1}……”开头的文章的标题处',
  'line {}, character {}': '第 {1} 行第 {2} 字',
  'the same words in an article': '文章里相同的字句',
  'before “{}…”': '“{1}……”之前',
  'after “…{}”': '“……{1}”之后',
  'between “…{}” and “{}…”': '“……{1}”与“{2}……”之间',
} as const

const corrections = {
  'write one, or a list of them, with the keys that docs/corrections.md names':
    '请写一个，或一列，键见 docs/corrections.md',
  'write { from: …, to: … }, { drop: … }, or { add: …, after: … }':
    '请写 { from: …, to: … }、{ drop: … } 或 { add: …, after: … }',
  'an article has one entry: put both into it': '一篇文章写一项：请并成一项',
  'another entry corrects the same article': '另一项更正的是同一篇文章',
  'several articles have this id and begin with these words': '有好几篇文章用这个编号，又以这些字开头',
  'several articles begin with these words': '有好几篇文章以这些字开头',
  'the article with this id begins “{}”, and no other with these words':
    '用这个编号的文章以“{1}”开头，也没有别的文章以这些字开头',
  'no article has this id and begins with these words': '没有一篇文章用这个编号，又以这些字开头',
  'no paragraph of the article begins with these words': '文章里没有一段以这些字开头',
  'several paragraphs of the article begin with these words': '文章里有好几段以这些字开头',
  'no text of the article stands before these words': '文章里这些字前面没有正文',
  'these words stand nowhere in the article': '文章里没有这些字',
  'these words stand in the article more than once: write more of what is around them':
    '文章里这些字不止一处：请多写一些前后的字',
  'the same entry gives it this line': '同一项又写了这一行',
  'the page has no picture, so nothing on it has a place': '这一版没有图片，上面没有位置可言',
  'a new article needs outlines on a page that has a picture': '版面有图片，新稿件就要写轮廓',
  'a corner lies outside the page, which has {} × {}': '有一个角在版面之外，版面是 {1} × {2}',
  'no words with a place stand inside the outlines, and no text is given': '轮廓里没有带位置的字，也没有写正文',
  'no page has this number and this label': '没有一版是这个号码又是这个版次',
  'two pages would have the same label': '会有两版的版次相同',
  'the article is dropped': '这篇文章已去掉',
  'the article is part of another': '这篇文章是另一篇的一部分',
  'the article would go on in itself': '这篇文章会接到自己',
  'the article goes on in one that is part of another': '它接的那一篇已是另一篇的一部分',
  'corrections.yaml can’t be read: see the findings': 'corrections.yaml 读不了：见发现的问题',
  'what was to be changed is not there any more': '要改的东西已经不在了',
  'somebody else has changed the corrections: they are shown as they are now': '更正已经被别处改过：现在显示的是新的',
  'what was asked for can’t be read': '请求读不懂',
  'there is nothing to undo': '没有可以撤销的',
  'corrections.yaml was changed by hand since: take back single corrections instead':
    'corrections.yaml 后来被人手改过：请逐条撤回更正',
  'this can’t be written into corrections.yaml as a change of words': '这样的改动不能作为改字写进 corrections.yaml',
  'an article that was added can’t be cut: draw the other one anew': '新加的文章不能拆：请另画一篇',
  'only an article of the source can go on in another': '只有来源里的文章能接到另一篇',
  'what was cut from an article can’t be left out by itself: take the cut back': '拆出来的文章不能单独去掉：请撤回拆稿',
  'what was cut from an article follows it, and has no place of its own': '拆出来的文章跟在原文后面，没有自己的次序',
} as const

/** What is wrong with a bundle, as `fault-words.ts` says it. */
const faults = {
  '{} is not valid JSON in UTF-8': '{1} 不是 UTF-8 的 JSON',
  '{} does not match the format at “{}”': '{1} 在“{2}”处不合格式',
  '{} is larger than the {} bytes that readers accept': '{1} 超过阅读器接受的 {2} 字节',
  '{} has more than {} {}, the most that readers accept': '{1} 里的 {3} 超过阅读器接受的 {2} 个',
  '{} has format {}, which this version does not know': '{1} 的格式是 {2}，这个版本不认识',
  '{} is missing': '缺少 {1}',
  '{} is not what issue.json says it is': '{1} 与 issue.json 写的不一致',
  'the id “{}” is used twice': 'id“{1}”用了两次',
  '“{}” at {} is not in the issue': '{2} 处的“{1}”不在本期里',
  'an outline of article {} lies outside page {}': '文章 {1} 的轮廓超出第 {2} 版',
  'articles {} claim the same outline on page {}': '文章 {1} 在第 {2} 版占了同一块地方',
  'parts of article {} overlap at offset {}': '文章 {1} 的各部分在第 {2} 字处重叠',
  'article {} has a gap at offset {}': '文章 {1} 在第 {2} 字处有缺口',
  'the text of article {} in {} does not agree with issue.json': '{2} 里文章 {1} 的正文与 issue.json 不符',
  'lines of article {} in {} refer to text that is not there': '{2} 里文章 {1} 的行指向没有的正文',
  'the issue is {}, not {}': '这一期是 {1}，不是 {2}',
  'the paper signs its issues, but {} is missing': '这份报每期都签名，却没有 {1}',
  '{} is not a signature of issue.json by any key of the paper': '{1} 不是本报任何一把密钥对 issue.json 的签名',
  '{} has revision {}, but revision {} is published': '{1} 是第 {2} 次修订，但已经发布了第 {3} 次',
  '{} does not agree with the signed issue {}': '{1} 与签了名的 {2} 这一期不一致',
  '{} does not exist': '{1} 不存在',
  '{} can’t be reached': '连不上 {1}',
  'the server answers {} for {}': '服务器对 {2} 回答 {1}',
} as const

export const reasons = {
  ...files,
  ...yaml,
  ...values,
  ...pages,
  ...markup,
  ...addresses,
  ...keysAndPrinting,
  ...machineReading,
  ...corrections,
  ...faults,
} as const

/** A template with anything where it has `{}`. */
type Filled<Template extends string> = Template extends `${infer Before}{}${infer After}`
  ? `${Before}${string}${Filled<After>}`
  : Template

/** A reason in English that has its Chinese. */
export type Reason = Filled<keyof typeof reasons>

/** A reason where only a text is asked for, as in a schema. */
export const said = (reason: Reason): Reason => reason

const known = createPhrases(reasons)
/** Reads a reason that was passed on as a text. */
export const readReason = (text: string): Reason | undefined => (isReason(text) ? text : undefined)
const isReason = (text: string): text is Reason => known(text) !== undefined
