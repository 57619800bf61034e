import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { DeskChange } from '@/press/preview/desk-record'
import PlainPage from '@/desk/board/PlainPage.vue'
import { wordsZh as words } from '@/desk/words/words-zh'
import { articlesOn } from '@/desk/articles-of-page'
import { deskArticle, deskState } from '../../support/desk-state'

const mounted = (isMade: boolean) => {
  const changes: DeskChange[] = []
  const make = async (change: DeskChange): Promise<boolean> => {
    changes.push(change)
    return isMade
  }
  const state = deskState({ articles: [deskArticle('a')] })
  const page = mount(PlainPage, { props: { page: 0, articles: articlesOn(state, 0), chosen: undefined, make } })
  return { page, changes }
}

describe('a page without picture', () => {
  it.each([true, false])(
    'takes a new article that is written; what was refused stays in the form (%s)',
    async (isMade) => {
      const { page, changes } = mounted(isMade)
      expect(page.get('button[type=submit]').attributes()).toHaveProperty('disabled')
      await page.get('input').setValue('征订')
      await page.get('textarea').setValue('第一段。\n第二段。')
      await page.get('form').trigger('submit')
      expect(changes).toEqual([{ does: 'add', page: 0, outlines: [], headline: '征订', text: '第一段。\n第二段。' }])
      await new Promise((resolve) => setTimeout(resolve))
      expect(page.get('textarea').element.value).toBe(isMade ? '' : '第一段。\n第二段。')
      expect(page.text()).toContain(words.writeNew)
    },
  )
})
