import type { WordsOf } from '../finding-table'
import type { iiifFindings } from '../iiif-findings'

export const iiifWords: WordsOf<typeof iiifFindings> = {
  'iiif-none': {
    why: () => '这里没有 IIIF Presentation 的 manifest',
    fix: '请指明放 manifest 和它的图片、文字的文件夹，或 manifest 本身。',
  },
  'iiif-bad-json': {
    why: () => '文件不是 JSON，或者不完整，一点也没有读',
    fix: '请从来源重新取得这个文件，再导入一次。',
  },
  'iiif-collection-alone': {
    why: (at) =>
      `“${at.label}”是一个列有 ${at.count} 项的合集，文件夹里却没有其中任何一项的 manifest；第一项是 ${at.name}`,
    fix: '合集只是目录，不是一期报。请把要的那一期的 manifest 连同图片和文字存下来，再指明它的文件夹。',
  },
  'iiif-several-manifests': {
    why: (at) => `只读了这一份 manifest；文件夹里另有 ${at.count} 份：${at.names}`,
    fix: '请把其余的各按路径导入，例如 press import iiif 路径/manifest.json --out <文件夹>。',
  },
  'iiif-no-pages': {
    why: () => 'manifest 里没有 canvas，也就没有版面',
    fix: '请指明一期报的 manifest；合集、注释列表和音像都不是。',
  },
  'iiif-too-many-pages': {
    why: (at) => `manifest 有 ${at.count} 个 canvas，一期报最多 512 版`,
    fix: '请指明一期报的 manifest。',
  },
  'iiif-left-out': {
    why: (at) => `manifest 里有 ${at.count} 项种类不对，或者太多，没有读`,
    fix: '请把版面和文章与来源对照。',
  },
  'iiif-other-containers': {
    why: (at) => `manifest 里有 ${at.count} 项是场景、音像等，不是版面，没有收入`,
    fix: '不用做什么。',
  },
  'iiif-range-cycle': {
    why: (at) => `有 ${at.count} 个 range 把自己包在里面，第一个是 ${at.name}；各读了一次`,
    fix: '请把文章与版面对照。',
  },
  'iiif-unknown-canvas': {
    why: (at) => `range 里有 ${at.count} 个位置所在的 canvas 是 manifest 没有的，第一个是 ${at.name}`,
    fix: '请把文章与版面对照：也许缺了一部分。',
  },
  'iiif-place-unread': {
    why: (at) => `有 ${at.count} 个位置读不出范围，第一个是 ${at.name}；只知道在哪一版`,
    fix: '值得的地方，请给这些文章画出轮廓。',
  },
  'iiif-outside-canvas': {
    why: (at) => `有 ${at.count} 个文章位置超出 canvas；在边上截断了，或者没有用`,
    fix: '请把轮廓与版面对照。',
  },
  'iiif-text-missing': {
    why: (at) => `写明的版面文字有 ${at.count} 个文件不在文件夹里，第一个是 ${at.name}`,
    fix: '有的话，请存在 manifest 旁边，再导入一次；程序从不上网去取。',
  },
  'iiif-picture-unfit': {
    why: (at) => `有 ${at.count} 张版面图片读不了，或形状与版面不合，第一张是 ${at.name}；这些版由文字画出`,
    fix: '请存下整版的图片，再导入一次。',
  },
  'iiif-alto-by-name': {
    why: (at) => `manifest 没有写明 ALTO；文件夹里的 ${at.count} 个按名称和次序分给了各版`,
    fix: '请把各版的文字与版面对照。',
  },
  'iiif-no-text': {
    why: (at) => `有 ${at.count} 篇文章只知道标题和位置，没有文字：既没有 ALTO，也没有注释`,
    fix: '图书馆有文字的话，请存下来再导入一次；或者自己写上。',
  },
}
