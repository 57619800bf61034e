/** Words above a saved issue that stands in for the newest. */
export const zhHansSaving = {
  onlySaved: '报社的目录现在打不开，先看存在本机的最近一期。',
}
