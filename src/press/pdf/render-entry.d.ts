declare module '#render' {
  export const renderSheet: import('./page-renderer').PageRenderer['renderSheet']
}
