import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { DeskChange } from '@/press/preview/desk-record'
import TitleForm from '@/desk/panel/TitleForm.vue'
import { deskArticle } from '../../support/desk-state'

const article = deskArticle('a', {
  titles: { rubric: '城事', kicker: '', headline: '河边有约', deck: '一\n二', byline: '' },
})
const mounted = () => {
  const changes: DeskChange[] = []
  const make = async (change: DeskChange) => changes.push(change) > 0
  const form = mount(TitleForm, { props: { article, make }, attachTo: document.body })
  const field = (label: string) => {
    const id = form
      .findAll('label')
      .find((one) => one.text() === label)
      ?.attributes('for')
    return form.get<HTMLInputElement>(`[id="${id}"]`)
  }
  return { form, field, changes }
}

describe('the form of a title block', () => {
  it('sends exactly what it shows, by Ctrl+Enter in any field', async () => {
    const { form, field, changes } = mounted()
    await field('引题').setValue('初夏')
    await field('类别').setValue('notice')
    await field('副题').trigger('keydown', { key: 'Enter', ctrlKey: true })
    await flushPromises()
    expect(changes).toEqual([
      { does: 'titles', article: 'a', titles: { ...article.titles, kicker: '初夏' }, kind: 'notice' },
    ])
    form.unmount()
  })

  it('sends nothing where nothing was changed, or all was reverted', async () => {
    const { form, field, changes } = mounted()
    await field('主题').setValue('别的')
    await form.get('button[type="button"]').trigger('click')
    expect(field('主题').element.value).toBe('河边有约')
    await form.trigger('submit')
    expect(changes).toEqual([])
    form.unmount()
  })

  it('keeps what was written while the state changes, and follows it in the other fields', async () => {
    const { form, field } = mounted()
    await field('主题').setValue('河边 有约')
    await form.setProps({
      article: { ...article, titles: { ...article.titles, headline: '又一个', byline: '林小河' } },
    })
    expect([field('主题').element.value, field('署名').element.value]).toEqual(['河边 有约', '林小河'])
    form.unmount()
  })
})
