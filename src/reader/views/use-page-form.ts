import { computed, type Ref } from 'vue'
import { useRouter } from 'vue-router'
import { routeOf } from '../location/route-of'
import type { PageControls } from '../page/sheet-controls'
import { useShownSetting } from '../settings/use-shown-setting'
import type { useIssueView } from './use-issue-view'

type OpenPlace = Pick<ReturnType<typeof useIssueView>, 'opened' | 'locator'>

/** Whether pages are read as sheets or as text, and the switch between the two, which keeps the place. */
export const usePageForm = ({ opened, locator }: OpenPlace, onShow: Readonly<Ref<PageControls | undefined>>) => {
  const router = useRouter()
  const { choice, choose } = useShownSetting('form')
  const isText = computed(() => choice.value === 'text')
  return {
    isText,
    toggle: async (): Promise<void> => {
      // The address says the place to either form; that of an open article is said by its own.
      const place = locator.value.view !== 'article' && (await onShow.value?.place())
      if (place && opened.value) await router.replace(routeOf({ view: 'page', issue: opened.value.issue.id, ...place }))
      await choose(isText.value ? 'page' : 'text')
    },
  }
}
