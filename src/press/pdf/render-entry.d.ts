/** The reader's `render` entry, built by `npm run build:app`. It has types here because it may not be built yet. */
declare module '#render' {
  import type { PageRenderer } from './page-renderer'
  export const renderSheet: PageRenderer['renderSheet']
}
