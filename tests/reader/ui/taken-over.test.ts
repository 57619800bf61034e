import { createSSRApp, defineComponent, h, nextTick, ref, type VNode } from 'vue'
import { describe, expect, it } from 'vitest'
import { afterTakeOver, useBrowserKnowledge, useStepwiseTakeOver } from '@/reader/ui/taken-over'

const html = '<main><h1>标题</h1><p><em>正文</em></p></main>'

/** A component with a note; without one, its setup ignores what it is given. */
const component = (setup: (props: { readonly note?: string }) => () => VNode) =>
  defineComponent(setup, { props: { note: { type: String, default: '' } } })

/** An app over the HTML of a server, whose paragraph is taken over in a step of its own, and the text within in another. */
const takeOver = () => {
  const element = document.createElement('div')
  element.innerHTML = html
  const log: string[] = []
  const title = ref('标题')
  const note = ref('')
  const Text = component(() => {
    log.push('text')
    return () => h('em', '正文')
  })
  const Paragraph = component((props) => {
    const TextInStep = useStepwiseTakeOver()(Text)
    const isKnown = useBrowserKnowledge()
    log.push(`paragraph, browser known: ${isKnown.value}`)
    const press = () => log.push(`pressed, browser known: ${isKnown.value}`)
    return () => h('p', { title: props.note || undefined, onClick: press }, [h(TextInStep)])
  })
  const Root = component(() => {
    const ParagraphInStep = useStepwiseTakeOver()(Paragraph)
    log.push('root')
    return () => h('main', [h('h1', title.value), h(ParagraphInStep, { note: note.value })])
  })
  const app = createSSRApp(Root)
  app.mount(element)
  return { app, element, log, note, title }
}
const allTaken = (): Promise<void> => new Promise(afterTakeOver)
/** The task after this one: the parts are known, and none is taken over yet. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

describe('HTML of a server that is taken over in steps', () => {
  it('keeps every node, takes what is inside over last, and knows the browser after that', async () => {
    const { element, log } = takeOver()
    const nodes = [...element.querySelectorAll('*')]
    expect(log).toEqual(['root'])
    await allTaken()
    expect(log).toEqual(['root', 'paragraph, browser known: false', 'text'])
    element.querySelector('p')?.click()
    expect(log.at(-1)).toBe('pressed, browser known: true')
    expect([...element.querySelectorAll('*')]).toEqual(nodes)
  })

  it('keeps every node if a parent gives a part something else before its turn', async () => {
    const { element, log, note, title } = takeOver()
    const nodes = [...element.querySelectorAll('*')]
    await nextTask()
    expect(log).toEqual(['root'])
    note.value = '注'
    title.value = '新题'
    await nextTick()
    expect(log).toContain('paragraph, browser known: false')
    await allTaken()
    expect(element.querySelector('p')?.title).toBe('注')
    expect(element.querySelector('h1')?.textContent).toBe('新题')
    expect([...element.querySelectorAll('*')]).toEqual(nodes)
  })

  it('lets go of a part that is gone before its turn', async () => {
    const { app, element, log } = takeOver()
    app.unmount()
    await allTaken()
    expect(log).toEqual(['root'])
    expect(element.textContent).toBe('')
  })
})
