import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { DeskChange } from '@/press/preview/desk-record'
import TextBlock from '@/desk/panel/TextBlock.vue'

const block = { kind: 'paragraph' as const, text: '河边的亊情。', isContinued: false }
const mounted = (isMade = true) => {
  const changes: DeskChange[] = []
  const make = async (change: DeskChange) => {
    changes.push(change)
    return isMade
  }
  const props = { article: 'a', part: 1, index: 2, no: 5, block, canCut: true, make }
  const paragraph = mount(TextBlock, { props, attachTo: document.body })
  const action = (words: string) => paragraph.findAll('button').find((button) => button.text() === words)
  return { paragraph, changes, action }
}
const at = { article: 'a', part: 1, block: 2 }

describe('a paragraph', () => {
  it('is mended by Ctrl+Enter, and has the focus again', async () => {
    const { paragraph, changes } = mounted()
    await paragraph.get('.words').trigger('click')
    const field = paragraph.get('textarea')
    expect(document.activeElement).toBe(field.element)
    await field.setValue('河边的事情。')
    await field.trigger('keydown', { key: 'Enter', ctrlKey: true })
    await flushPromises()
    expect(changes).toEqual([{ does: 'mend', ...at, text: '河边的事情。' }])
    expect(document.activeElement).toBe(paragraph.get('.words').element)
    paragraph.unmount()
  })

  it('is left as it was by Escape, but not by the Escape of an input method', async () => {
    const { paragraph, changes } = mounted()
    await paragraph.get('.words').trigger('click')
    await paragraph.get('textarea').setValue('别的')
    await paragraph.get('textarea').trigger('keydown', { key: 'Escape', isComposing: true })
    expect(paragraph.find('textarea').exists()).toBe(true)
    await paragraph.get('textarea').trigger('keydown', { key: 'Escape' })
    await flushPromises()
    expect([paragraph.find('textarea').exists(), paragraph.get('.words').text(), changes]).toEqual([
      false,
      block.text,
      [],
    ])
    paragraph.unmount()
  })

  it('keeps what was written if the press refuses it', async () => {
    const { paragraph } = mounted(false)
    await paragraph.get('.words').trigger('click')
    await paragraph.get('textarea').setValue('河边的事情。')
    await paragraph.get('form').trigger('submit')
    await flushPromises()
    expect(paragraph.get('textarea').element.value).toBe('河边的事情。')
    paragraph.unmount()
  })

  it('is not written over if it has changed meanwhile, until that was seen', async () => {
    const { paragraph, changes } = mounted()
    await paragraph.get('.words').trigger('click')
    await paragraph.get('textarea').setValue('甲')
    await paragraph.setProps({ block: { ...block, text: '乙' } })
    await paragraph.get('form').trigger('submit')
    expect([changes, paragraph.get('q').text()]).toEqual([[], '乙'])
    await paragraph.get('form').trigger('submit')
    expect(changes).toEqual([{ does: 'mend', ...at, text: '甲' }])
    paragraph.unmount()
  })

  it('can be cut before, added to, taken out', async () => {
    const { paragraph, changes, action } = mounted()
    await action('从此拆稿')?.trigger('click')
    await action('删去此段')?.trigger('click')
    await action('其后加段')?.trigger('click')
    await paragraph.get('textarea').setValue('新的一段')
    await paragraph.get('form').trigger('submit')
    expect(changes).toEqual([
      { does: 'cut', ...at },
      { does: 'mend', ...at, text: '' },
      { does: 'add-text', ...at, text: '新的一段' },
    ])
    paragraph.unmount()
  })
})
