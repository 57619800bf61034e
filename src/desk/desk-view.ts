/** What the middle of the desk shows: the printed page with its outlines, or the issue as readers get it. */
export type DeskView = 'outlines' | 'reader'
