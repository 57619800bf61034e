import { onMounted, onScopeDispose, watch } from 'vue'
import type { OpenIssue, PartUrl } from '../issue/issue-source'

/** Role of the part that holds the issue's headline face. */
const role = 'headline-face'
const family = 'Banmian Headline'

/**
 * Sets titles in the issue's own headline face once the page is on screen. Every Han character is one em wide in either
 * face, so nothing moves when it arrives; if it never does, the device's own face stays.
 */
export const useHeadlineFace = (opened: () => OpenIssue): void => {
  let current: { readonly face: FontFace; readonly url: PartUrl } | undefined
  let round = 0
  const drop = (): void => {
    if (!current) return
    document.fonts.delete(current.face)
    current.url.release()
    current = undefined
  }
  const load = async (issue: OpenIssue): Promise<void> => {
    const own = ++round
    drop()
    const part = issue.issue.parts.find((one) => one.role === role)
    if (!part) return
    const url = await issue.partUrl(part.name)
    const face = new FontFace(family, `url(${JSON.stringify(url.url)})`, { weight: '700 900' })
    const isLoaded = await face.load().then(
      () => true,
      () => false,
    )
    if (own !== round || !isLoaded) return url.release()
    document.fonts.add(face)
    current = { face, url }
  }
  onMounted(() => watch(opened, (issue) => void load(issue).catch(() => undefined), { immediate: true }))
  onScopeDispose(() => {
    round++
    if (typeof document === 'object') drop()
  })
}
