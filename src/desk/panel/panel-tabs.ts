/** The parts of the panel, in their order. */
export const panelTabs = ['findings', 'article', 'entries', 'issue'] as const
export type PanelTab = (typeof panelTabs)[number]
