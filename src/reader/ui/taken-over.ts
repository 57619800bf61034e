import {
  defineAsyncComponent,
  getCurrentInstance,
  onBeforeUpdate,
  onMounted,
  readonly,
  ref,
  type Component,
  type Ref,
} from 'vue'

/**
 * Whether the component being set up takes over HTML that a server drew: then it must draw the same at first, and nothing that
 * only the browser knows.
 */
export const isTakenOver = (): boolean => {
  const element = getCurrentInstance()?.vnode.el
  return element !== null && element !== undefined
}

/** Parts of the page that are not taken over yet, in the order of the document. */
const steps: (() => void)[] = []
/** What waits until all of them are. */
const waiting: (() => void)[] = []
let isRunning = false

/** One step a task, so that a touch is answered between two of them. */
const takeNext = (): void => {
  const step = steps.shift()
  isRunning = step !== undefined
  if (step) {
    step()
    // By then the parts inside have been found.
    setTimeout(takeNext)
  } else for (const act of waiting.splice(0)) act()
}
const run = (): void => {
  if (isRunning) return
  isRunning = true
  setTimeout(takeNext)
}

/** Calls back once all HTML of the server has been taken over. */
export const afterTakeOver = (act: () => void): void => {
  waiting.push(act)
  run()
}

/** Calls back when the component is mounted; where HTML of a server is taken over, when all of it has been. */
export const onTakenOver = (act: () => void): void => {
  const isServed = isTakenOver()
  onMounted(() => (isServed ? afterTakeOver(act) : act()))
}

/**
 * For a component with heavy children. Where HTML of a server is taken over, the children that it wraps are taken over in tasks of
 * their own, because all of the page in one task would keep a slow phone from answering for a fifth of a second. Everywhere else they
 * are the components as they are.
 */
export const useStepwiseTakeOver = (): (<Child extends Component>(child: Child) => Child) => {
  if (!isTakenOver()) return (child) => child
  // Vue draws a child anew that gets other props before it was taken over.
  onBeforeUpdate(() => {
    while (steps.length > 0) steps.shift()?.()
  })
  return (child) =>
    defineAsyncComponent({
      loader: () => Promise.resolve(child),
      hydrate: (takeOver) => {
        steps.push(takeOver)
        run()
      },
    })
}

/**
 * Whether what only the browser knows may be shown: what is saved, settings, the size of the screen. At once in a browser that
 * draws for itself; after everything else where HTML of a server is taken over; never on a server.
 */
export const useBrowserKnowledge = (): Readonly<Ref<boolean>> => {
  const isKnown = ref(typeof document === 'object' && !isTakenOver())
  onTakenOver(() => (isKnown.value = true))
  return readonly(isKnown)
}
