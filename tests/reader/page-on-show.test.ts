import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h, nextTick, shallowRef, type Ref } from 'vue'
import { providePageOnShow, registerPage, usePageOnShow, type PageControls } from '@/reader/page/sheet-controls'

const nothing = (): void => undefined
const sheetOf = (zooms: string[], name: string): PageControls => ({
  isZoomed: () => false,
  zoomBy: (factor) => zooms.push(`${name} ${factor}`),
  zoomFit: nothing,
  pan: nothing,
  place: () => undefined,
})

/** Two sheets behind one another, of which one is on show, and a toolbar that zooms. */
const mountSheets = (current: Ref<string>) => {
  const zooms: string[] = []
  const Sheet = defineComponent({
    props: { name: { type: String, required: true } },
    setup: ({ name }) => {
      const controls = shallowRef<PageControls>()
      registerPage(controls, () => current.value === name)
      controls.value = sheetOf(zooms, name)
      return () => h('div')
    },
  })
  const Toolbar = defineComponent(() => {
    const sheet = usePageOnShow()
    return () => h('button', { onClick: () => sheet.value?.zoomBy(2) })
  })
  const hasSheets = shallowRef(true)
  const View = defineComponent(() => {
    providePageOnShow()
    return () => [...(hasSheets.value ? ['first', 'second'].map((name) => h(Sheet, { name })) : []), h(Toolbar)]
  })
  const button = mount(View).get('button')
  const zoomed = async (): Promise<string | undefined> => {
    await nextTick()
    await button.trigger('click')
    return zooms.pop()
  }
  return { zoomed, hasSheets }
}

describe('an order to the sheet', () => {
  it('reaches the sheet on show, whichever way the pages are turned', async () => {
    const current = shallowRef('first')
    const { zoomed } = mountSheets(current)
    expect(await zoomed()).toBe('first 2')
    current.value = 'second'
    expect(await zoomed()).toBe('second 2')
    current.value = 'first'
    expect(await zoomed()).toBe('first 2')
  })
  it('does nothing where no sheet is there, or none is left', async () => {
    expect(await mountSheets(shallowRef('none')).zoomed()).toBeUndefined()
    const { zoomed, hasSheets } = mountSheets(shallowRef('first'))
    expect(await zoomed()).toBe('first 2')
    hasSheets.value = false
    expect(await zoomed()).toBeUndefined()
  })
})
