import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readAddressLines } from '../site/old-addresses/address-list'
import { replaceFile } from './write-file'

const head = 'old,new'
const field = (text: string): string => (/[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Adds old addresses and the places that they lead to now to the list beside paper.yaml; one that is in it already stays as it is. */
export const addMovedAddresses = async (
  folder: string,
  moved: readonly (readonly [from: string, to: string])[],
): Promise<void> => {
  if (moved.length === 0) return
  const file = join(folder, 'old-addresses.csv')
  const before = (await readFile(file, 'utf8').catch(() => '')).trimEnd()
  const known = new Set(readAddressLines(before).map(({ old }) => old))
  const rows = moved.filter(([from]) => !known.has(from)).map((row) => row.map(field).join(','))
  await replaceFile(file, [before === '' ? head : before, ...rows].map((row) => `${row}\n`).join(''))
}
