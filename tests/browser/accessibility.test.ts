import { testEveryViewWithAxe } from '../support/axe-views'

// The other looks: accessibility.long.test.ts.
testEveryViewWithAxe([
  { theme: 'light', elder: 'off' },
  { theme: 'dark', elder: 'on' },
])
