import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import DeskPanel from '@/desk/panel/DeskPanel.vue'
import { deskArticle, deskState } from '../../support/desk-state'

const state = deskState({ articles: [deskArticle('a'), deskArticle('b')] })
const mounted = () =>
  mount(DeskPanel, {
    props: { state, page: 0, chosen: 'a', tab: 'article', make: async () => true },
    attachTo: document.body,
  })
const headline = (panel: ReturnType<typeof mounted>) => panel.get<HTMLInputElement>('input.headline')

describe('the panel', () => {
  it('keeps what was written while another article or another part is looked at', async () => {
    const panel = mounted()
    await headline(panel).setValue('写了一半')
    await panel.setProps({ chosen: 'b' })
    expect(headline(panel).element.value).toBe('标题 b')
    await panel.setProps({ chosen: 'a' })
    expect(headline(panel).element.value).toBe('写了一半')
    await panel.setProps({ tab: 'findings' })
    expect(panel.text()).toContain('没有发现问题')
    await panel.setProps({ tab: 'article' })
    expect(headline(panel).element.value).toBe('写了一半')
    panel.unmount()
  })

  it('shows an article as it is now, if nothing was written', async () => {
    const panel = mounted()
    await panel.setProps({ chosen: 'b' })
    const [first, second] = state.articles
    if (!first || !second) throw new Error('two articles')
    const changed = { ...first, titles: { ...first.titles, headline: '新的标题' } }
    await panel.setProps({ state: { ...state, articles: [changed, second] } })
    await panel.setProps({ chosen: 'a' })
    expect(headline(panel).element.value).toBe('新的标题')
    panel.unmount()
  })

  it('is walked through by the arrow keys', async () => {
    const panel = mounted()
    const list = panel.get('[role="tablist"]')
    for (const key of ['ArrowRight', 'ArrowLeft', 'Home', 'End']) await list.trigger('keydown', { key })
    expect(panel.emitted('tab')).toEqual([['entries'], ['findings'], ['findings'], ['issue']])
    panel.unmount()
  })

  it('lists the articles of the page as long as none is chosen', async () => {
    const panel = mounted()
    await panel.setProps({ chosen: undefined })
    await panel.get('ol button').trigger('click')
    expect(panel.emitted('go')).toEqual([[{ page: 0, article: 'a' }]])
    panel.unmount()
  })
})
