import type { WordsOf } from '../finding-table'
import type { iiifFindings } from '../iiif-findings'

export const iiifWords: WordsOf<typeof iiifFindings> = {
  'iiif-none': {
    why: () => '这里没有 IIIF 清单（manifest）',
    fix: '请指明放清单和它的图片、文字的文件夹，或清单本身。',
  },
  'iiif-bad-json': {
    why: () => '文件不是 JSON，或者不完整，一点也没有读',
    fix: '请从来源重新取得这个文件，再导入一次。',
  },
  'iiif-collection-alone': {
    why: (at) => `“${at.label}”是一个列有 ${at.count} 项的合集，文件夹里却没有其中任何一项的清单；第一项是 ${at.name}`,
    fix: '合集只是目录，不是一期报。请把要的那一期的清单连同图片和文字存下来，再指明它的文件夹。',
  },
  'iiif-several-manifests': {
    why: (at) => `只读了这一份清单；文件夹里另有 ${at.count} 份：${at.names}`,
    fix: '请把其余的各按路径导入，例如 press import iiif 路径/manifest.json --out <文件夹>。',
  },
  'iiif-no-pages': {
    why: () => '清单里没有画布，也就没有版面',
    fix: '请指明一期报的清单；合集、注释列表和音像都不是。',
  },
  'iiif-too-many-pages': {
    why: (at) => `清单有 ${at.count} 个画布，一期报最多 512 版`,
    fix: '请指明一期报的清单。',
  },
  'iiif-left-out': {
    why: (at) => `清单里有 ${at.count} 项种类不对，或者太多，没有读`,
    fix: '请把版面和文章与来源对照。',
  },
  'iiif-other-containers': {
    why: (at) => `清单里有 ${at.count} 项是场景、音像等，不是版面，没有收入`,
    fix: '不用做什么。',
  },
  'iiif-range-cycle': {
    why: (at) => `有 ${at.count} 个目录项把自己包在里面，第一个是 ${at.name}；各读了一次`,
    fix: '请把文章与版面对照。',
  },
  'iiif-unknown-canvas': {
    why: (at) => `目录项里有 ${at.count} 个位置所在的画布是清单没有的，第一个是 ${at.name}`,
    fix: '请把文章与版面对照：也许缺了一部分。',
  },
  'iiif-place-unread': {
    why: (at) => `有 ${at.count} 个位置读不出范围，第一个是 ${at.name}；只知道在哪一版`,
    fix: '值得的地方，请给这些文章画出轮廓。',
  },
  'iiif-outside-canvas': {
    why: (at) => `有 ${at.count} 个文章位置超出画布；在边上截断了，或者没有用`,
    fix: '请把轮廓与版面对照。',
  },
  'iiif-text-missing': {
    why: (at) => `写明的版面文字有 ${at.count} 个文件不在文件夹里，第一个是 ${at.name}`,
    fix: '有的话，请存在清单旁边，再导入一次；程序从不上网去取。',
  },
  'iiif-picture-unfit': {
    why: (at) => `有 ${at.count} 张版面图片读不了，或形状与版面不合，第一张是 ${at.name}；这些版由文字画出`,
    fix: '请存下整版的图片，再导入一次。',
  },
  'iiif-alto-by-name': {
    why: (at) => `清单没有写明 ALTO；文件夹里的 ${at.count} 个按名称和次序分给了各版`,
    fix: '请把各版的文字与版面对照。',
  },
  'iiif-no-text': {
    why: (at) => `有 ${at.count} 篇文章只知道标题和位置，没有文字：既没有 ALTO，也没有注释`,
    fix: '图书馆有文字的话，请存下来再导入一次；或者自己写上。',
  },
}
