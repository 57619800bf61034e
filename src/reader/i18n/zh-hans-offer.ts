/** Words of the line that offers saving and installing. */
export const zhHansOffer = {
  save: '把这一期存到本机，没有网络也能接着看。',
  saveNow: '存到本机',
  install: '放到手机桌面上，下次点一下就能看报。',
  installNow: '放到桌面',
  byShareButton: '放到手机桌面：点浏览器的分享按钮，选“添加到主屏幕”。',
  otherBrowser: '微信里存不住报纸：点右上角的“…”，选“在浏览器打开”，就能存下来离线看。',
  no: '不用了',
} as const
