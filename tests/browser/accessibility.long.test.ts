import { testEveryViewWithAxe } from '../support/axe-views'

const themes = ['light', 'sepia', 'dark', 'contrast', 'contrast-dark'] as const

testEveryViewWithAxe(themes.flatMap((theme) => (['off', 'on'] as const).map((elder) => ({ theme, elder }))))
