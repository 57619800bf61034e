/** The reader's `render` entry, built by `npm run build:app`. It has types here because it may not be built yet. */
declare module '#render' {
  import type { RenderEntry } from './page-renderer'
  export const renderPlace: RenderEntry['renderPlace']
  export const renderSheet: RenderEntry['renderSheet']
  export const listRevision: RenderEntry['listRevision']
  export const rootStyle: RenderEntry['rootStyle']
}
