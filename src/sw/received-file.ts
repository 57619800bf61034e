/// <reference lib="webworker" />
import { receivedCache, receivedField } from '@/library/worker-names'

/**
 * Takes a file that another app shares to this one (the manifest's `share_target`), puts it aside, and leads to the shelf, which
 * takes it in. Nothing is believed of it here: the library checks it.
 * @param shelf address of the shelf
 */
export const receiveFile = async (request: Request, shelf: string): Promise<Response> => {
  const file = (await request.formData()).get(receivedField)
  if (file instanceof File) {
    const cache = await caches.open(receivedCache)
    await cache.put(new Request(new URL('received.banmian', shelf)), new Response(file))
  }
  return Response.redirect(shelf, 303)
}
