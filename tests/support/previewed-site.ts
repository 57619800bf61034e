import { join } from 'node:path'
import { preview } from '@/press/commands/preview'
import { findingInChinese } from '@/press/findings/chinese/in-chinese'
import { buildApp, buildDesk } from './build-site'
import { writeFiles } from './imported-issue'
import { quietContext } from './quiet-context'
import { savedSite } from './saved-site'
import { tempFolder } from './temp-folder'

export interface PreviewedSite {
  /** Address of the desk. */
  readonly desk: string
  /** Path of its corrections.yaml. */
  readonly corrections: string
  readonly stop: () => Promise<void>
}

/** A source in a folder or file, shown to an editor by `press preview` until it is stopped. */
const previewOf = async (path: string, corrections: string, lang: 'en' | 'zh-Hans'): Promise<PreviewedSite> => {
  buildApp()
  buildDesk()
  const stopping = new AbortController()
  let done: Promise<unknown> = Promise.resolve()
  const desk = await new Promise<string>((resolve, reject) => {
    const running = preview(
      { path, port: 8230 },
      { ...quietContext(), signal: stopping.signal },
      {
        ready: resolve,
        told: () => undefined,
        lang,
        inWords: lang === 'en' ? (finding) => finding : findingInChinese,
      },
    )
    done = running
    running.then(() => reject(new Error('the preview ended')), reject)
  })
  return {
    desk,
    corrections,
    stop: async () => {
      stopping.abort()
      await done
    },
  }
}

/** A saved e-paper site at the desk. */
export const previewSavedSite = async (lang: 'en' | 'zh-Hans' = 'zh-Hans'): Promise<PreviewedSite> => {
  const folder = join(tempFolder(), 'saved')
  writeFiles(folder, await savedSite())
  return previewOf(folder, join(folder, 'corrections.yaml'), lang)
}

/** The raw text of a page at the desk. */
export const previewRawText = async (text: string): Promise<PreviewedSite> => {
  const folder = tempFolder()
  writeFiles(folder, new Map([['page.txt', text]]))
  return previewOf(join(folder, 'page.txt'), join(folder, 'page.corrections.yaml'), 'zh-Hans')
}
