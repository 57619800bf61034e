import { scoreRules, type RuleName } from '../../typeset/score/score-table'
import type { PhraseBook } from './phrase-book'

/** What each rule of the score measures. */
const measured: Readonly<Record<RuleName, string>> = {
  'unfit-width': '栏数与稿件分量不相称',
  'unkept-width': '栏数与编辑要求不同',
  'thin-columns': '标题下不足五行的栏',
  'many-title-lines': '跨栏标题超过两行',
  'small-title': '标题小到本级的下限',
  'lost-title': '标题跨三栏以上而占不到一半',
  'tall-title': '标题高过正文（格）',
  'narrow-picture': '图片比应占的少一栏',
  'cropped-picture': '图片裁切或拉长一成',
  'picture-cell': '图片（格）',
  jump: '转到别的版',
  tower: '单栏长过版心的三分之二',
  scrap: '栏里不足五行所缺的行',
  'spare-column': '表格比所需多占一栏',
  'empty-column': '诗旁空着的一栏',
  tier: '竖排多出一栏',
  'colliding-titles': '碰题',
  'touching-pictures': '两篇的图片相碰',
  hole: '与邻稿之间的空白（格）',
  'blank-foot': '版面下部的空白（格）',
  'ragged-cell': '稿内栏尾的空白（格）',
  'hole-in-article': '稿内的大块空白（格）',
  'blank-in-box': '竖排框内的空白（格）',
  overflow: '超出纸面的一行',
  'lone-masthead': '报头独占一排',
}

/** Lines of `press explain`. */
export const scoreLines: PhraseBook = Object.fromEntries(
  scoreRules.flatMap(({ name, what }) => [
    [`  {} = {} × ${what}`, `  {1} = {2} × ${measured[name]}`],
    [`  {} = {} × ${what}: {}`, `  {1} = {2} × ${measured[name]}：{3}`],
  ]),
)
