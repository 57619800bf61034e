/** Words of what is loaded on demand: the column guide, help, contents. */
export const zhHansPage = {
  nextColumn: '读下一栏',
  previousColumn: '回上一栏',
  columnGuide: '逐栏阅读',

  /** A page is zoomed in, and what is in view is less sharp than it could be. */
  coarse: {
    absent: '更清楚的图没有取到，先看粗一些的。',
    forged: '更清楚的图与报社发布的不一致，没有显示。',
  },
  imageAwaited: '图还没有到，还在等。',
  faceForged: '标题字体与报社发布的不一致，没有使用；标题用本机的字体显示。',

  contents: '本期目录',
  noSuchPage: (pageNo: number, pages: number) => ({
    title: `这一期没有第 ${pageNo} 版`,
    advice: `这一期共 ${pages} 版，都在下面的目录里。`,
  }),
  noSuchArticle: { title: '这一期没有这篇文章', advice: '链接可能抄错了一位。这一期的文章都在下面的目录里。' },
  toPage: (page: string) => `看${page}`,
  searchIssue: '在这一期里搜',
  close: '关闭',
  alsoOn: (pages: readonly string[]) => `下转${pages.join('、')}`,
  fullScreen: '全屏',
  spread: '双版',
  wholePage: '整版',

  help: '键盘与手势',
  helpWord: '帮助',
  helpGroups: [
    {
      title: '看版面',
      rows: [
        ['← →', '前后翻版；放大后移动版面'],
        ['PageUp PageDown', '上一版、下一版'],
        ['Home End', '头版、末版'],
        ['+ - 0', '放大、缩小、适合宽度'],
        ['Tab　Enter', '走到一篇，打开它'],
        ['j', '文章转到别的版时，跟过去'],
        ['/　?', '搜索；打开这页帮助'],
        ['文字（按钮）', '只看文字，再按回到版面，读到哪里还在哪里'],
        ['Esc', '回到适合宽度'],
      ],
    },
    {
      title: '看文章',
      rows: [
        ['← →', '上一篇、下一篇'],
        ['j', '在版面上看它转到的那一版'],
        ['Esc', '关闭文章，回到版面'],
      ],
    },
    {
      title: '手指',
      rows: [
        ['点一下', '打开文章'],
        ['点两下', '放大到一栏宽，再点两下还原'],
        ['两指张合', '放大、缩小'],
        ['左右划', '翻版'],
        ['放大后点屏幕边上的箭头', '一栏一栏读下去，转版也跟着走'],
      ],
    },
    {
      title: '鼠标',
      rows: [
        ['Ctrl 加滚轮', '放大、缩小'],
        ['按住 Ctrl 或 Shift 点', '在新标签页或新窗口打开文章；点中键也行'],
        ['放大后拖动', '移动版面；按住 Shift 拖动是选字'],
      ],
    },
  ],
  characterKeys: '+ - 0 j / ? 这些单个字符的快捷键，可以在“设置”里关掉；方向键、Esc 和翻页键一直有用。',
} as const
