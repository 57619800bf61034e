/** Loads the code that draws typeset pages. A page that a server drew is shown and taken over without it. */
export const loadPageDrawing = () => import('./draw-page')
