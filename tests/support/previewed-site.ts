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

/** A saved e-paper site, shown to an editor by `press preview` until it is stopped. */
export const previewSavedSite = async (lang: 'en' | 'zh-Hans' = 'zh-Hans'): Promise<PreviewedSite> => {
  buildApp()
  buildDesk()
  const stopping = new AbortController()
  const folder = join(tempFolder(), 'saved')
  writeFiles(folder, await savedSite())
  let done: Promise<unknown> = Promise.resolve()
  const desk = await new Promise<string>((resolve, reject) => {
    const running = preview(
      { path: folder, port: 8230 },
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
    corrections: join(folder, 'corrections.yaml'),
    stop: async () => {
      stopping.abort()
      await done
    },
  }
}
