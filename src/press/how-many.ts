/** `1 page`, `2 pages`. The Chinese of such a line stands under `{} page(s)`. */
export const howMany = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`
