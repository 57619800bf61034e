import type { JoinEvidence } from '@/bundle/region'

/** What commands say besides findings: results, progress, and wrong usage. `{1}` in Chinese is the first `{}` in English, `page(s)` one page or several. */
export const lines = {
  'Nothing was written.': '什么也没有写。',
  'Not finished.': '没有做完。',
  'Stopped.': '已停止。',
  'No key was made.': '没有做密钥。',
  'Interrupted; nothing was left half-written.': '已中断；没有写到一半的东西。',
  'Open {} (Ctrl-C stops)': '请打开 {1}（按 Ctrl-C 停止）',
  '{} {}: {} page(s), {} article(s), {} kB': '{1} {2}：{3} 版，{4} 篇，{5} kB',
  '{} {}: {} page(s), {} article(s), {} kB ({} s)': '{1} {2}：{3} 版，{4} 篇，{5} kB（{6} 秒）',
  'Nothing was written. ({} s)': '什么也没有写。（{1} 秒）',
  'page {}: {} cells': '第 {1} 版：{2} 格',
  'page {}: {} cells, the next best layout {}': '第 {1} 版：{2} 格，次优的排法 {3}',
  'the next best layout: {} cells': '次优的排法：{1} 格',
  'there is no other layout of this page': '这一版没有别的排法',
  'each blank counted {} times': '每格空白算 {1} 倍',
  'written to {}': '写到 {1}',
  'printed to {}': '印到 {1}',
  'correction: revision {} becomes {}': '更正：第 {1} 次修订改为第 {2} 次',
  'draft: revision {} stays': '草稿：仍是第 {1} 次修订',
  '  changed: {}': '  改动：{1}',
  '  withdrawn: {}': '  撤回：{1}',
  '  removed: {}': '  删去：{1}',
  '  added: {}': '  新增：{1}',
  '  pages added: {}': '  新增的版：{1}',
  '  pages removed: {}': '  删去的版：{1}',
  '  masthead: changed': '  报头：有改动',
  '  only layout, pictures or the paper’s own lines': '  只有版面、图片或报纸自己的内容有改动',
  '{}, revision {}: sound': '{1}，第 {2} 次修订：完好',
  '{}, revision {}: not sound': '{1}，第 {2} 次修订：不完好',
  '{}: sound': '{1}：完好',
  '{}: not sound': '{1}：不完好',
  '{} of {} signed': '签了 {1} 期，共 {2} 期',
  '{}: {} page(s) drawn in {}, for {}': '{1}：在 {3} 画了 {2} 页，地址是 {4}',
  '{}: {} article(s) of {} issue(s) can be searched; {} issue(s) read in this run':
    '{1}：{3} 期 {2} 篇可以搜索；这一次读了 {4} 期',
  '{} file(s) written to {}. Correct them, then build.': '{2} 里写了 {1} 个文件。请校对，再编报。',
  '{}: {} page(s), {} article(s)': '{1}：{2} 版，{3} 篇',
  '{}: {} page(s), {} article(s), {} join(s) ({} s)': '{1}：{2} 版，{3} 篇，{4} 处转版（{5} 秒）',
  '  joined as the source or a correction states: {}': '  来源或更正写明而接上的：{1} 处',
  '  joined when it is built, by {}: {}': '  编报时依据{1}接上的：{2} 处',
  '  with a line to or from another page, but several may be meant: {}': '  印着转版、但可能接的不止一篇的：{1} 篇',
  '  with a line to or from another page that leads nowhere: {}': '  印着转版、但本期没有另一头的：{1} 篇',
  '  characters: {} with their places, {} without': '  字：{1} 个有位置，{2} 个没有',
  '  characters recognised from pictures: {}': '  由图识别的字：{1} 个',
  '  articles cover {} % of the pages': '  各篇占版面的 {1} %',
  '  articles have {} % of the ink in pictures of pages': '  各篇占版面图上油墨的 {1} %',
  '  corrections: {} applied, {} no longer needed, {} not applied':
    '  更正：{1} 处用上，{2} 处已不需要，{3} 处没有用上',
  '  findings: {} warning(s), {} note(s)': '  检查结果：{1} 条警告，{2} 条说明',
  '  kept as they were changed by hand: {} file(s)': '  人改过而保留的文件：{1} 个',
  '  removed: {} file(s)': '  删去的文件：{1} 个',
  'a paper of one page is in {}': '{1} 里有了一份一版的报',
  'Next: put the paper’s name and domain into paper.yaml, and your texts into page-01.':
    '接着：把报名和域名写进 paper.yaml，把文章放进 page-01。',
  'an issue of one page, of {}, is in {}; its paper is that of {}': '{2} 里有了一份一版的 {1} 这一期；报纸的设置在 {3}',
  'Next: put your texts into page-01, and the date into issue.yaml if it is another.':
    '接着：把文章放进 page-01；如果日期不对，请改 issue.yaml。',
  'Then: {}': '然后：{1}',
  'The private key is in {}; only its owner may read it. Keep it off the server, and keep a copy in a safe place.':
    '私钥在 {1}，只有它的主人能读。不要放在服务器上，另存一份在安全的地方。',
  'Add to the end of `keys` in paper.yaml:': '请加到 paper.yaml 的 `keys` 末尾：',
  'Add to paper.yaml, with the date of the first issue you sign:': '请加到 paper.yaml，写上第一期签名的日期：',
  '{} old address(es) lead(s) to {}: {} page(s), maps for nginx and Caddy in {}':
    '{1} 个旧地址通到 {2}：{3} 个页面，nginx 和 Caddy 的映射在 {4}',
  'Some files are new and others as they were; each can be read. Run the command again to go on.':
    '有些文件是新的，有些还是原来的；每个都能读。请再运行一次，会接着做。',
  'The published site is as it was.': '已发布的站点没有变。',
  '{}: nothing has changed since release {} was published': '{1}：第 {2} 次发布以后没有变化',
  '{}: release {} is published; {} file(s) uploaded ({}), {} file(s) removed':
    '{1}：第 {2} 次发布完成；上传 {3}（{4}），删除 {5}',
  'upload {} ({}, {})': '上传 {1}（{2}，{3}）',
  'remove {}': '删除 {1}',
  '{}: {} file(s) to upload, {}; {} file(s) to remove; {} write request(s) and {} deletion(s). Nothing was written.':
    '{1}：要上传 {2}，{3}；要删除 {4}；{5} 次写请求和 {6} 次删除。什么也没有写。',
  '{} {}, revision {}: {} page(s), {} article(s), {} part(s), {} kB':
    '{1} {2}，第 {3} 次修订：{4} 版，{5} 篇，{6} 个部分，{7} kB',
  'Page {}, printed {} ({})': '第 {1} 版，印作 {2}（{3}）',
  'Jumps: {}': '转版：{1}',
  '    page {}, characters {}': '    第 {1} 版，第 {2} 字',
  '    {}: not in this issue': '    {1}：不在本期里',
} as const

/** Names of the steps of a progress. */
export const steps = {
  recognition: '识别文字',
  typeset: '排版',
  images: '图片',
  digests: '校验',
  pages: '画页面',
  search: '编索引',
  pdf: '印 PDF',
  sign: '签名',
  issues: '各期',
  upload: '上传',
  remove: '删除',
} as const
export type ProgressStep = keyof typeof steps

/** Evidence for a join, as `bundle/region.ts` names it. */
export const evidence: { readonly [Kind in JoinEvidence]: string } = {
  stated: '稿件写明',
  'printed-out': '文末的下转行',
  'printed-in': '文首的上接行',
  'page-label': '印着的版次',
  'cut-sentence': '断开的句子',
  'shared-title': '相同的标题',
  'shared-names': '两处都有的生僻词',
  other: '别的依据',
}

/** How the command line says that it was used wrongly. */
export const usage = {
  "error: unknown command '{}'": '错误：没有“{1}”这个命令',
  "error: unknown command '{}'\n(Did you mean {}?)": '错误：没有“{1}”这个命令\n（是不是 {2}？）',
  "error: unknown option '{}'": '错误：没有“{1}”这个选项',
  "error: unknown option '{}'\n(Did you mean {}?)": '错误：没有“{1}”这个选项\n（是不是 {2}？）',
  "error: unknown command '{}'\n(Did you mean one of {}?)": '错误：没有“{1}”这个命令\n（是不是其中之一：{2}？）',
  "error: unknown option '{}'\n(Did you mean one of {}?)": '错误：没有“{1}”这个选项\n（是不是其中之一：{2}？）',
  "error: missing required argument '{}'": '错误：少了“{1}”',
  "error: option '{}' argument missing": '错误：选项“{1}”后面少了内容',
  "error: required option '{}' not specified": '错误：少了选项“{1}”',
  "error: too many arguments for '{}'. Expected {} but got {}.": '错误：“{1}”后面的内容太多。',
  'error: too many arguments. Expected {} but got {}.': '错误：后面的内容太多。',
  "error: option '{}' argument '{}' is invalid. Allowed choices are {}.": '错误：选项“{1}”的“{2}”不能用；可选：{3}。',
  "error: option '{}' argument '{}' is invalid. {}": '错误：选项“{1}”的“{2}”不能用。',
} as const
