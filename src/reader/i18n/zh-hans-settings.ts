/** Words of the settings, loaded with them. */
export const zhHansSettings = {
  title: '设置',
  kept: '这些设置只记在这台设备上，不会发到任何地方。',
  notKept: '这个浏览器不让记住设置，关上以后要重新选。',
  restore: '恢复默认',
  restored: '已恢复默认设置',
  back: '返回',
  close: '关闭',
  more: '更多设置',
  preview: '看看效果',
  sampleTitle: '春天的第一班渡船',
  sample:
    '清早六点，江面上还有一层薄雾，第一班渡船已经靠岸。船上的人有的提着菜篮，有的推着自行车，说着昨天的雨和今天的市价，船一碰岸，就都散进巷子里去了。',
  names: {
    theme: '颜色',
    size: '字号',
    face: '字体',
    elder: '长辈版',
    motion: '动画',
    script: '简体和繁体',
  },
  hints: {
    theme: '“自动”跟着手机走：手机转成夜间，这里也转。',
    size: '只改文章的字，版面图放大着看。手机和微信里调的字号也会照着放大。',
    elder: '字更大，按钮更大，图标旁边都写上字。',
    script: '一个字换一个字，只改显示，报纸本身不变。',
  },
  choices: {
    theme: { system: '自动', light: '白天', sepia: '米黄', dark: '夜间', contrast: '高对比' },
    size: { small: '小', standard: '标准', large: '大', larger: '特大', largest: '最大' },
    face: { serif: '宋体', sans: '黑体' },
    elder: { off: '关', on: '开' },
    motion: { system: '自动', less: '减少' },
    script: { printed: '按原报', simplified: '简体', traditional: '繁體' },
  },
} as const
