import bookmark from 'lucide/dist/esm/icons/bookmark.mjs'
import calendar from 'lucide/dist/esm/icons/calendar.mjs'
import saved from 'lucide/dist/esm/icons/check.mjs'
import previous from 'lucide/dist/esm/icons/chevron-left.mjs'
import next from 'lucide/dist/esm/icons/chevron-right.mjs'
import save from 'lucide/dist/esm/icons/download.mjs'
import more from 'lucide/dist/esm/icons/ellipsis.mjs'
import pages from 'lucide/dist/esm/icons/layout-panel-top.mjs'
import shelf from 'lucide/dist/esm/icons/library.mjs'
import list from 'lucide/dist/esm/icons/list.mjs'
import search from 'lucide/dist/esm/icons/search.mjs'
import settings from 'lucide/dist/esm/icons/sliders-horizontal.mjs'
import close from 'lucide/dist/esm/icons/x.mjs'
import zoomIn from 'lucide/dist/esm/icons/zoom-in.mjs'
import zoomOut from 'lucide/dist/esm/icons/zoom-out.mjs'

/** The interface's icons by meaning; those of a single view are loaded with it. */
export const icons = {
  bookmark,
  calendar,
  close,
  list,
  more,
  next,
  pages,
  previous,
  save,
  saved,
  search,
  settings,
  shelf,
  zoomIn,
  zoomOut,
} as const

export type IconName = keyof typeof icons
