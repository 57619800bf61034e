/// <reference lib="webworker" />
import { issueFileEnding } from '@/bundle/issue-file'
import { receivedField } from '@/library/app-paths'
import { receivedCache } from '@/library/worker-names'

/**
 * Stores a file that another app shares to this one (the manifest's `share_target`) and redirects to the library's
 * view, which imports it. The file is not checked here: the library does that.
 * @param library address of the library's view
 */
export const receiveFile = async (request: Request, library: string): Promise<Response> => {
  const file = (await request.formData()).get(receivedField)
  if (file instanceof File) {
    const cache = await caches.open(receivedCache)
    await cache.put(new Request(new URL(`received${issueFileEnding}`, library)), new Response(file))
  }
  return Response.redirect(library, 303)
}
