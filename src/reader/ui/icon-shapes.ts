/** The interface's signs, drawn on a grid of 24 in one weight of line. */
export const iconShapes = {
  close: 'M6 6l12 12M18 6L6 18',
  previous: 'M14.5 5.5L8 12l6.5 6.5',
  next: 'M9.5 5.5L16 12l-6.5 6.5',
  pages: 'M5 4h9v16H5zM14 7h5v13h-9',
  list: 'M5 6h14M5 12h14M5 18h9',
  zoomIn: 'M10.5 4.5a6 6 0 1 1 0 12 6 6 0 0 1 0-12zM15 15l5 5M10.5 8v5M8 10.5h5',
  zoomOut: 'M10.5 4.5a6 6 0 1 1 0 12 6 6 0 0 1 0-12zM15 15l5 5M8 10.5h5',
  save: 'M12 4v11M7.5 10.5L12 15l4.5-4.5M5 19h14',
  saved: 'M5 12.5l4.5 4.5L19 7.5',
  search: 'M10.5 4.5a6 6 0 1 1 0 12 6 6 0 0 1 0-12zM15 15l5 5',
  shelf: 'M5 4v16M9 4v16M13 5l4.5 15M4 20h16',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5',
  bookmark: 'M7 4h10v16l-5-4-5 4z',
  more: 'M5 12h.5M11.75 12h.5M18.5 12h.5',
  calendar: 'M4.5 6h15v14h-15zM4.5 10.5h15M8.5 3.5V8M15.5 3.5V8',
} as const

export type IconName = keyof typeof iconShapes
