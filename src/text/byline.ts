/** Who wrote or photographed something, as newspapers print it: a role and names. */
export interface Byline {
  /** 记者, 通讯员, 摄影 …, as printed. */
  readonly role: string
  readonly names: readonly string[]
}

const role =
  '(?:本报|本報|\\p{Script=Han}{1,4}社)?(?:见习记者|實習記者|实习记者|首席记者|特约记者|记者|記者|通讯员|通訊員|特约通讯员|摄影记者)'
const name = '[\\p{Script=Han}·]{2,8}'
const names = `${name}(?:[\\s、，,]+${name})*`
/** A name without a role before it, so matched more strictly. */
const bareName = '[\\p{Script=Han}·]{2,4}'
const bareNames = `${bareName}(?:[\\s、，,]+${bareName})*`

const head = new RegExp(
  `^\\s*(?:(本[报報][讯訊]|[^\\s（(]{0,16}[讯訊电電])\\s*)?[（(]\\s*(${role})\\s*(${names})\\s*[）)]\\s*`,
  'u',
)
/** 本报讯; 本报北京一月十日讯, 据新华社杭州1月10日电: with a day in it, or a space or colon after it. */
const dateline =
  /^\s*(本[报報][讯訊]|据?(?:本[报報]|\p{Script=Han}{1,5}社)[^\s，。（(]{0,14}(?:日[电電讯訊]|[电電讯訊](?=[\s：:])))[\s：:]*/u
const bylineLine = new RegExp(
  `^[\\s□■◇◆○●◎]*(?:文\\s*[/／|｜]\\s*)?(${role})\\s*(?:[:：]\\s*)?(${bareNames})\\s*$`,
  'u',
)

const creditWord = '摄影报道|摄影|图文|供图|攝影|摄|攝'
/** “记者 王五 摄”, “王五/摄”, “王五摄”. Without a role, a longer word needs a space before it: 文化地图 and 街头摄影 are not credits. */
const credits = [
  `(?:${role})\\s*(${names})\\s*(?:[/／]\\s*)?(${creditWord}|图)`,
  `(${bareNames})(?:\\s+|\\s*[/／]\\s*)(${creditWord}|图)`,
  `(${bareNames})(?<!拍)(摄|攝)`,
].map((form) => new RegExp(`^\\s*(?:[（(]\\s*)?(?:图片?[:：]?\\s*)?${form}\\s*(?:[）)]\\s*)?$`, 'u'))
/** “摄影：王五”, “图/王五” */
const creditByLabel = new RegExp(
  `^\\s*(?:[（(]\\s*)?(${creditWord}|图片?)\\s*[:：/／]\\s*(?:${role}\\s*)?(${bareNames})\\s*(?:[）)]\\s*)?$`,
  'u',
)

const namesOf = (printed: string): string[] => printed.split(/[\s、，,]+/).filter(Boolean)

/** “本报讯（记者 彭璐 来俊祥）今年是…”: the byline, the length of the printed head, and its dateline (本报讯). */
export const parseReportHead = (
  paragraph: string,
): { readonly byline: Byline; readonly dateline?: string; readonly length: number } | undefined => {
  const [whole, dateline, printedRole, printedNames] = head.exec(paragraph) ?? []
  if (!whole || !printedRole || !printedNames) return undefined
  return {
    byline: { role: printedRole, names: namesOf(printedNames) },
    ...(dateline && { dateline }),
    length: whole.length,
  }
}

/** “本报讯 昨天，…”, “新华社北京5月24日电 …”: a report that begins with a dateline and no names. */
export const parseDateline = (
  paragraph: string,
): { readonly dateline: string; readonly length: number } | undefined => {
  const [whole, printed] = dateline.exec(paragraph) ?? []
  return whole && printed ? { dateline: printed, length: whole.length } : undefined
}

/** “□ 本报记者 张三”: a byline on its own line. It must have a role: names alone are not a byline. */
export const parseBylineLine = (text: string): Byline | undefined => {
  const [, printedRole, printedNames] = bylineLine.exec(text) ?? []
  return printedRole && printedNames ? { role: printedRole, names: namesOf(printedNames) } : undefined
}

/** The most common family names; nine people in ten have one of them. */
const familyNames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤' +
  '張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭葉蘇呂盧鐘譚陸範賈韋鄒閻龍陶賀顧龔萬錢嚴戴湯艾喻殷洪'
const nameLine = new RegExp(
  `^\\s*(?:文\\s*[/／]\\s*)?([${familyNames}]\\p{Script=Han}{1,2}(?:[\\s、]+[${familyNames}]\\p{Script=Han}{1,2}){0,2})\\s*$`,
  'u',
)

/**
 * “张三”, “张三 李四”: a line of nothing but names, as printed between an essay's title and its text. Words can look the same
 * (高潮, 金秋), so the caller must know from its position that the line is a byline.
 */
export const parseNameLine = (text: string): readonly string[] | undefined => {
  const [, printed] = nameLine.exec(text) ?? []
  return printed === undefined ? undefined : namesOf(printed)
}

/** “记者 姜辉辉 摄”: the credit of a picture, on its own line. */
export const parseCredit = (text: string): Byline | undefined => {
  for (const form of credits) {
    const [, printedNames, printedRole] = form.exec(text) ?? []
    if (printedNames && printedRole) return { role: printedRole, names: namesOf(printedNames) }
  }
  const [, labelled, labelledNames] = creditByLabel.exec(text) ?? []
  return labelled && labelledNames ? { role: labelled, names: namesOf(labelledNames) } : undefined
}

/** 记者 彭璐 来俊祥 */
export const formatByline = ({ role: printedRole, names: all }: Byline): string => [printedRole, ...all].join(' ')
