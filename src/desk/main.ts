import { computed, createApp, watchEffect } from 'vue'
import { createDeskClient } from './desk-client'
import { formatPlace, parsePlace } from './desk-address'
import { createDesk } from './desk-store'
import { followTheme } from './desk-theme'
import DeskApp from './DeskApp.vue'
import { deskWordsKey, wordsOf } from './words/use-desk-words'
import './styles/index.css'

followTheme(document.documentElement)
const desk = createDesk(createDeskClient(), parsePlace(location.hash))
/** Until the state says which language the newsroom works in, the browser's. */
const lang = computed(() => desk.state.value?.lang ?? (navigator.language.startsWith('zh') ? 'zh-Hans' : 'en'))
const words = computed(() => wordsOf(lang.value))

createApp(DeskApp, { desk }).provide(deskWordsKey, words).mount('#desk')
watchEffect(() => {
  const { paper, date } = desk.state.value ?? {}
  document.documentElement.lang = lang.value
  document.title = [paper, date, words.value.desk].filter(Boolean).join(' · ')
})
watchEffect(() => {
  // A reload finds the place again; going back leaves the desk, because turning pages here is no reading.
  const place = formatPlace({ page: desk.page.value, article: desk.chosen.value })
  if (desk.state.value) history.replaceState(null, '', place)
})
addEventListener('hashchange', () => desk.go(parsePlace(location.hash)))
desk.start()
