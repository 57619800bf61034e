import type { WordsOf } from '../finding-table'
import type { typesettingFindings } from '../typesetting-findings'

export const typesettingWords: WordsOf<typeof typesettingFindings> = {
  'page-overfull': {
    why: (at) => `第 ${at.page} 版的文字超过纸面；纸加长了 ${at.lengthened} 毫米；${at.reason}`,
    fix: '请删短文章，或用 continues_on 转到别的版。',
  },
  'page-underfull': {
    why: (at) => `第 ${at.page} 版下部有 ${at.percent} % 空白`,
    fix: '请加文章或图片，除非有意如此。',
  },
  'blank-inside': {
    why: (at) =>
      `第 ${at.page} 版${at.between}有 ${at.wide} × ${at.high} 毫米的空白，离左边 ${at.left} 毫米，离上边 ${at.top} 毫米`,
    fix: '请加长或删短旁边的文章，加图片或简讯，或用 columns 改其中一篇的栏数。',
  },
  'table-smaller': {
    why: (at) => `一张 ${at.columns} 列的表格放不下，缩小了字号`,
    fix: '请让文章多占几栏，或减少表格的列。',
  },
  'table-as-list': {
    why: (at) => `一张 ${at.columns} 列的表格缩小了也放不下，逐行排成了列表`,
    fix: '请让文章多占几栏，或把表格拆成两张。',
  },
  'page-not-set': {
    why: (at) => `本期没有要排的第 ${at.page} 版；要排的有：${at.set}`,
    fix: '请写要排的版的版次或版名；自带版面图的版不用排。',
  },
  'place-not-kept': {
    why: (at) => `做不到这篇文章的要求：${at.reason}`,
    fix: '要在指定的地方转版，请在那里单独写一行 <!-- cut: 2 -->；一版能放什么，见 docs/manuscript.zh-CN.md。',
  },
}
