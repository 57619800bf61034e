interface Steps {
  readonly title: string
  readonly steps: readonly string[]
}

/** Words about installing the app, loaded with the library view. */
export const zhHansInstall = {
  install: '放到桌面',
  steps: {
    prompt: { title: '放到桌面，像报纸一样随手拿起', steps: ['点一下就好，不占多少地方，随时可以删去。'] },
    wechat: {
      title: '在微信里能看报，但不能保存',
      steps: ['点右上角的“…”。', '选“在浏览器打开”。', '在浏览器里打开一期，点“存到本机”，没有网络也能看。'],
    },
    incomplete: {
      title: '阅读器没有存全，没有网络时还打不开',
      steps: ['网站没有给全阅读器的文件。看报不受影响，下次打开时会自动再试。'],
    },
    'no-worker': {
      title: '这个浏览器能看报，但没有网络时打不开',
      steps: ['可能正在无痕浏览，或浏览器太旧。', '换一个新的浏览器打开本页，就能存报。'],
    },
    'safari-phone': {
      title: '放到主屏幕，像报纸一样随手拿起',
      steps: [
        '点浏览器的“分享”按钮（方框里一个向上的箭头）。',
        '选“添加到主屏幕”。',
        '以后从主屏幕打开；存过的报纸请在那里再存一次。',
      ],
    },
    'safari-mac': {
      title: '放到程序坞，像报纸一样随手拿起',
      steps: ['点菜单“文件”。', '选“添加到程序坞”。'],
    },
  } satisfies Record<string, Steps>,
}

export type InstallWords = typeof zhHansInstall
