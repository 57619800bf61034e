/// <reference lib="webworker" />
import { issueFileEnding } from '@/bundle/issue-file'
import { receivedField } from '@/library/app-paths'
import { receivedCache } from '@/library/worker-names'

/** How many files wait at a time; those of a later share replace them. */
const mostFiles = 20

/**
 * Stores the files that another app shares to this one (the manifest's `share_target`) and redirects to the library's
 * view, which looks into them and asks. A page of another site can send a form here too, and a worker is not told who did: so
 * nothing that arrives is imported unasked.
 * @param library address of the library's view
 */
export const receiveFiles = async (request: Request, library: string): Promise<Response> => {
  const files = (await request.formData()).getAll(receivedField).filter((entry) => entry instanceof File)
  const cache = await caches.open(receivedCache)
  for (const [index, file] of files.slice(0, mostFiles).entries())
    await cache.put(new Request(new URL(`received-${index}${issueFileEnding}`, library)), new Response(file))
  return Response.redirect(library, 303)
}
